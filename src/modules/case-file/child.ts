import { dateTyped } from '#kit/typed-day.ts';
import { dateInWords } from '#rules/moment.ts';

/** A child as they were told of, on the register or not; what nobody said is empty. */
export interface ToldChild {
  /** A name, or “first child”. */
  readonly name: string;
  /** An age, about how old, or a birth date, as it was said. */
  readonly age: string;
  /** A school or a nursery. */
  readonly school: string;
}

export const noChild: ToldChild = { name: '', age: '', school: '' };

/** `12/3/2019`, `12 March 2019` or `2019-03-12`: what stands there as a date, whether there is such a day or not. */
const likeADate =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$|^\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]+[a-z]{3,9}\.?,?[ -]+\d{2,4}$/i;

/** What is wrong with an age or a birth date, in plain words; null: nothing is. */
export function ageProblem(age: string, today: Temporal.PlainDate): string | null {
  const text = age.trim();
  if (!likeADate.test(text)) return null;
  const born = bornOn(text);
  if (born === null) return 'Enter a real date, or an age such as 4 or about 4';
  if (Temporal.PlainDate.compare(born, today) > 0)
    return 'A birth date is in the past. Write “unborn” for a pregnancy';
  return null;
}

/** The birth date, where that is what was said. */
export function bornOn(age: string): Temporal.PlainDate | null {
  const text = age.trim();
  if (!likeADate.test(text)) return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const typed = year ? `${day}/${month}/${year}` : text;
  const date = dateTyped({ 'born-day': typed }, 'born');
  return date instanceof Temporal.PlainDate ? date : null;
}

/** Whole years on that day, where the age is known to the year; null: it is not. */
export function yearsOld(
  { age, bornOn: born }: { readonly age: string; readonly bornOn: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
): number | null {
  if (born) return born.until(on, { largestUnit: 'years' }).years;
  const years = /^(\d{1,2})(?:\s*(?:years?|yrs?|y)(?:\s+old)?)?$/i.exec(age.trim())?.[1];
  return years === undefined ? null : Number(years);
}

/** `Mia, 7, St Mary’s`: everything that was said, in a line. */
export function childInWords({ name, age, school }: ToldChild): string {
  const born = bornOn(age);
  return [calledBy({ name }), born ? `born ${dateInWords(born)}` : age.trim(), school.trim()]
    .filter((part) => part !== '')
    .join(', ');
}

/** What the case shows them by. */
export function calledBy({ name }: Pick<ToldChild, 'name'>): string {
  return name.trim() || 'A child whose name is not known';
}

export function saysAnything({ name, age, school }: ToldChild): boolean {
  return [name, age, school].some((part) => part.trim() !== '');
}
