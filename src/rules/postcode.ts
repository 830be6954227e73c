const whole = /^([A-Z]{1,2}\d[A-Z\d]?)(\d)([A-Z]{2})$/;
const begun = /^([A-Z]{1,2})(\d[A-Z\d]?)?(?: (\d)([A-Z]{0,2}))?$/;

/** A postcode, or the beginning of one, as it is compared: `EX1 2AB`, `EX1 2`, `EX1` or `EX`; null: it is none. */
export function postcodeIn(typed: string): string | null {
  const text = typed.toUpperCase().trim().replaceAll(/\s+/g, ' ');
  const full = whole.exec(text.replaceAll(' ', ''));
  if (full) return `${full[1]} ${full[2]}${full[3]}`;
  const [, area, district = '', sector, unit = ''] = begun.exec(text) ?? [];
  if (area === undefined || (sector !== undefined && district === '')) return null;
  return sector === undefined ? `${area}${district}` : `${area}${district} ${sector}${unit}`;
}

/** Whether a whole postcode lies within one that may be only begun: EX1 is no part of EX12. */
export function liesWithin(postcode: string, within: string): boolean {
  if (within.includes(' ')) return postcode.startsWith(within);
  const [outward = ''] = postcode.split(' ');
  return /\d/.test(within) ? outward === within : outward.replace(/\d.*$/, '') === within;
}

/** The sector of a whole postcode, the few streets around it: `EX1 2`; null: it is not whole. */
export function sectorOf(postcode: string): string | null {
  return /^[A-Z\d]+ \d[A-Z]{2}$/.test(postcode) ? postcode.slice(0, -2) : null;
}
