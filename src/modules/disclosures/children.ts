import { bornOn, saysAnything, type ToldChild } from '#modules/case-file/pure.ts';
import type { DisclosureValue } from './value.ts';

type Told = Pick<DisclosureValue, 'children' | 'childrenDetails' | 'childrenTold'>;

/**
 * The children that were told of: each in a row of their own, and those who are found in the words about them, where a
 * line names a child. Each is somebody in the case, on the register or not (V2b, V3.6). A line that names none stays
 * among the words, and so does every other.
 */
export function childrenOf({ children, childrenDetails, childrenTold }: Told): readonly ToldChild[] {
  if (children === 'no') return [];
  return together([...childrenTold.filter(saysAnything), ...childrenInWords(childrenDetails)]);
}

/** Each once: a name that comes again adds only what was not said before. */
export function together(children: readonly ToldChild[]): readonly ToldChild[] {
  const found: ToldChild[] = [];
  for (const child of children) {
    const at = found.findIndex(({ name }) => name !== '' && sameName(name, child.name));
    const known = found[at];
    if (known) found[at] = { ...known, age: known.age || child.age, school: known.school || child.school };
    else found.push(child);
  }
  return found;
}

export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

const some = '(?:about|around|nearly|almost|approx\\.?|ca?\\.?|~)';
const units = '(?:years?|yrs?|months?|mths?|weeks?|wks?|y\\/?o|yo|m|y)';
const ageWords = `${some}?\\s*\\d{1,2}(?:\\s*(?:-|–|or|to)\\s*\\d{1,2})?(?:\\s*${units}(?:\\s+old)?)?`;
const isAge = new RegExp(`^(?:aged?\\s+)?(${ageWords}|unborn|newborn|(?:a )?baby|(?:a )?toddler)$`, 'i');
const endsInAge = new RegExp(`^(.*?\\D)[\\s(]+(?:aged?\\s+)?(${ageWords})\\)?$`, 'i');

/** “Mia 7”, “Mia, 7, St Mary’s” or “first child, about 4”: a line each. */
export function childrenInWords(words: string): readonly ToldChild[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => severalIn(line) ?? childIn(line) ?? []);
}

const many = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const several = new RegExp(
  `^(?:(${many.join('|')}|[2-8])\\s+)?(?:(?:little|small|young)\\s+)?` +
    '(girls|boys|children|kids|daughters|sons|twins)\\b[\\s,:(]*(?:aged?\\s+)?(.*?)[).]*$',
  'i',
);

/**
 * “Two girls, 4 and 7”: one child for each age, and as many as were counted; none is given the words for all as a name.
 * @returns null where the line counts no children
 */
function severalIn(line: string): readonly ToldChild[] | null {
  const [, counted = '', word = '', told = ''] = several.exec(line) ?? [];
  if (word === '') return null;
  const parts = told.split(/\s*(?:,|;|&|\band\b)\s*/i).filter((part) => part !== '');
  const ages = parts.flatMap((part) => ageIn(part) ?? []);
  if (ages.length === 0 || ages.length < parts.length) return [];
  const twins = word.toLowerCase() === 'twins';
  const number = many.indexOf(counted.toLowerCase()) + 2;
  const least = number >= 2 ? number : Number(counted) || (twins ? 2 : 0);
  const missing = Math.max(0, least - ages.length);
  const rest = twins && ages.length === 1 ? (ages[0] ?? '') : 'not said';
  return [...ages, ...Array.from({ length: missing }, () => rest)].map((age) => ({
    name: '',
    age,
    school: '',
  }));
}

function childIn(line: string): ToldChild | null {
  const parts = line.split(/[,;]/).map((part) => part.trim());
  const [first = '', ...rest] = parts.filter((part) => part !== '');
  const at = rest.findIndex((part) => ageIn(part) !== null);
  if (at >= 0)
    return {
      name: first,
      age: ageIn(rest[at] ?? '') ?? '',
      school: rest.filter((_, index) => index !== at).join(', '),
    };
  const [, name, age] = endsInAge.exec(first) ?? [];
  if (name && age) return { name: name.trim(), age: age.trim(), school: rest.join(', ') };
  return isName(line) ? { name: line, age: '', school: '' } : null;
}

function ageIn(part: string): string | null {
  const born = part.replace(/^(?:born|dob:?)\s+/i, '');
  if (bornOn(born)) return born;
  return isAge.exec(part)?.[1]?.trim() ?? null;
}

/** A name stands alone on its line, and ends in no full stop. */
function isName(line: string): boolean {
  return /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3}$/u.test(line);
}
