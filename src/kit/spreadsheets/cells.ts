/** How a number is shown: as a day, with so many digits, or as it is. */
export type Shown = 'date' | 'plain' | { readonly digits: number };

/** Formats that every spreadsheet knows by number (ECMA-376, part 1, 18.8.30). */
const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** What a format of a workbook does with a number. A reference shown as 000123 is kept as 123: its noughts are here. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtInDates.has(id) ? 'date' : 'plain';
  const [first = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';');
  if (/[dy]/i.test(first)) return 'date';
  return /^0{2,30}$/.test(first) ? { digits: first.length } : 'plain';
}

export interface Cell {
  /** As the file says: `s` shared, `str` and `inlineStr` text, `b` yes or no, `e` an error, `d` a day, or a number. */
  readonly type: string;
  readonly value: string;
  readonly shown: Shown;
}

/** A cell as somebody who looks at the sheet reads it, with days as 2024-03-31. */
export function textOf({ type, value, shown }: Cell, shared: readonly string[], since1904: boolean): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'str' || type === 'inlineStr') return value;
  if (type === 'b') return value === '1' ? 'yes' : 'no';
  if (type === 'e') return '';
  if (type === 'd') return value.slice(0, 10);
  if (value.trim() === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (shown === 'date') return dayOf(number, since1904) ?? value;
  const whole = wholeOf(number, value);
  return typeof shown === 'object' ? whole.padStart(shown.digits, '0') : whole;
}

/** Large numbers are written out: 1.00023E+11 in the file is 100023000000 to whoever looks at it. */
function wholeOf(number: number, value: string): string {
  if (Number.isSafeInteger(number)) return String(number);
  return /e/i.test(value)
    ? number.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 15 })
    : value;
}

const dayOne = Temporal.PlainDate.from('1899-12-30');
const dayOne1904 = Temporal.PlainDate.from('1904-01-01');

/** Days are counted from 1900, as if that year had had a 29 February, or from 1904. */
function dayOf(number: number, since1904: boolean): string | null {
  const days = Math.floor(number);
  if (days < 0 || days > 2_958_465) return null;
  if (since1904) return dayOne1904.add({ days }).toString();
  return days === 0 ? null : dayOne.add({ days: days < 60 ? days + 1 : days }).toString();
}

/** "AB12" stands in column 27. */
export function columnAt(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
