/** Which number of 03/04/2024 is the day. */
export type DateOrder = 'day-first' | 'month-first';

const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?)?`;
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`, 'i');
const numbers = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${time}$`, 'i');
const named = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\d{4})${time}$`, 'i');
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthNames =
  'january february march april may june july august september october november december'.split(' ');

/** A date written as 2024-03-31, 31/03/2024 or 31 March 2024; null where it is none of them, or no such day. */
export function readDate(written: string, order: DateOrder = 'day-first'): Temporal.PlainDate | null {
  const text = written.trim();
  const parts = iso.exec(text);
  if (parts) return date(parts[1], parts[2], parts[3]);
  const words = named.exec(text);
  if (words) return date(words[3], String(monthOf(words[2] ?? '')), words[1]);
  const day = numbers.exec(text);
  if (!day) return null;
  return order === 'day-first' ? date(day[3], day[2], day[1]) : date(day[3], day[1], day[2]);
}

/** The order that a date alone shows; `either` where both of its numbers could be the month, null where none counts. */
export function orderShown(written: string): DateOrder | 'either' | null {
  const parts = numbers.exec(written.trim());
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first === second) return null;
  if (first > 12) return second > 12 ? null : 'day-first';
  return second > 12 ? 'month-first' : 'either';
}

function monthOf(name: string): number {
  const text = name.toLowerCase();
  return (
    (text.length > 3 ? monthNames.indexOf(text === 'sept' ? 'september' : text) : months.indexOf(text)) + 1
  );
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
