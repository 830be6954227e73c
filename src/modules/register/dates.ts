const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** A date written as 2024-03-31 or 31/03/2024; null where it is neither, or no such day. */
export function readDate(written: string): Temporal.PlainDate | null {
  const text = written.trim();
  const parts = iso.exec(text);
  if (parts) return date(parts[1], parts[2], parts[3]);
  const day = british.exec(text);
  return day ? date(day[3], day[2], day[1]) : null;
}

function date(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    return null;
  }
}

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "31 March 2024" */
export function dateInWords(value: Temporal.PlainDate): string {
  return words.format(value);
}
