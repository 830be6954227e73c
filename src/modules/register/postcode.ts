const whole = /^([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2})$/;

/** A postcode as Royal Mail writes it (`SW1A 1AA`), or null where it cannot be one. */
export function normalisePostcode(written: string): string | null {
  const parts = whole.exec(written.replace(/\s/g, '').toLowerCase());
  return parts ? `${parts[1]} ${parts[2]}`.toUpperCase() : null;
}

/** A postcode typed among other words, spaced or not and perhaps not finished: `sw1a 1a`, `SW1A1AA`. */
export const typedPostcode = /\b([a-z]{1,2}\d[a-z\d]?)\s+(\d[a-z]{0,2})\b/g;
