import { nameParts } from './fold.ts';

/** What stands in a housing system where nobody is meant, or nobody was asked. */
const nobody = new Set(
  (
    'unknown test tester testing tenant tenants void occupier occupant occupiers resident user dummy ' +
    'vacant empty none null na nk nfn nfa tba tbc tbd anonymous anon customer person name surname ' +
    'forename child baby unborn new former deceased household refused withheld given known landlord ' +
    'housing property x xx xxx xxxx a an the of no not'
  ).split(' '),
);

const titles = new Set(
  'mr mrs ms miss mx dr rev revd reverend prof professor sir dame lord lady master mstr hon cllr'.split(' '),
);

/** The parts of a name without the title that may stand before it; a name that is nothing but a title stays. */
export function withoutTitle(name: string): readonly string[] {
  const parts = nameParts(name);
  const first = parts.findIndex((part) => !titles.has(part));
  return first > 0 ? parts.slice(first) : parts;
}

/** "A Tenant", "Test Test", "Unknown Moss": a record of whom nothing is known is like every other such record. */
export function isPlaceholder(givenName: string, familyName: string): boolean {
  const [given, family] = [withoutTitle(givenName), withoutTitle(familyName)];
  const all = [...given, ...family];
  const saysNothing = (parts: readonly string[]) =>
    parts.every((part) => nobody.has(part) || titles.has(part) || /^\d+$/.test(part));
  return saysNothing(all) || (given.length > 0 && given.join('').length > 1 && saysNothing(given));
}

/** Days that programs write where a day is missing. */
export const noDays: ReadonlySet<string> = new Set([
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1900-01-02',
  '1901-01-01',
  '1753-01-01',
]);

/** The day of birth, or null where the day is one that stands for none. */
export function dayOfBirth(day: Temporal.PlainDate | null): Temporal.PlainDate | null {
  return day === null || noDays.has(day.toString()) ? null : day;
}

/** Given to many who do not know the day on which they were born, and to all of them alike. */
export function isFirstOfJanuary(day: Temporal.PlainDate): boolean {
  return day.month === 1 && day.day === 1;
}
