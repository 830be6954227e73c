import { unspaced, wordsIn } from './fold.ts';
import { distance, sound } from './letters.ts';
import { withoutTitle } from './placeholder.ts';
import { isShortFor, sameSpeltOtherwise } from './short-forms.ts';

export interface Named {
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
}

/**
 * How two names are alike. `loose`: so are those of twins. `initial`: of one, the given name is a letter alone.
 * `changed`: only the given name is theirs.
 */
export interface NamesAlike {
  readonly reason:
    | 'same_name'
    | 'same_but_title'
    | 'names_exchanged'
    | 'known_as'
    | 'short_form'
    | 'half_name'
    | 'similar_name'
    | 'same_given_name';
  readonly how: 'same' | 'near' | 'loose' | 'initial' | 'changed';
}

/** Null where they are two names. */
export function namesAlike(one: Named, other: Named): NamesAlike | null {
  const [names, others] = [partsOf(one), partsOf(other)];
  const given = alike(names.given, others.given, true);
  const family = alike(names.family, others.family, false);
  if (given === 'same' && family === 'same')
    return { reason: asWritten(one) === asWritten(other) ? 'same_name' : 'same_but_title', how: 'same' };
  if (sorted(names) === sorted(others) || isWrittenTogether(names, others))
    return { reason: 'names_exchanged', how: 'same' };
  if (isKnownAs(one, others) || isKnownAs(other, names)) return { reason: 'known_as', how: 'same' };
  if (given === null) return null;
  if (family === null) return given === 'similar' ? null : { reason: 'same_given_name', how: 'changed' };
  const ways = [given, family];
  const initial = [names, others].some(
    ({ given: [first, ...rest] }) => first?.length === 1 && rest.length === 0,
  );
  const how = given === 'similar' ? 'loose' : initial ? 'initial' : 'near';
  if (ways.includes('short')) return { reason: 'short_form', how };
  return { reason: ways.includes('half') ? 'half_name' : 'similar_name', how };
}

interface Parts {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

function partsOf({ givenName, familyName }: Named): Parts {
  return { given: withoutTitle(givenName), family: withoutTitle(familyName) };
}

function asWritten({ givenName, familyName }: Named): string {
  return `${wordsIn(givenName).join('')}|${wordsIn(familyName).join('')}`;
}

function sorted({ given, family }: Parts): string {
  return [...given, ...family].sort().join(' ');
}

/** Scripts without spaces have both names in one field, or one in each. */
function isWrittenTogether(one: Parts, other: Parts): boolean {
  const [given, family] = [one.given.join(''), one.family.join('')];
  const written = [...other.given, ...other.family].join('');
  return unspaced.test(written) && (written === family + given || written === given + family);
}

function isKnownAs({ alsoKnownAs }: Named, { given, family }: Parts): boolean {
  return alsoKnownAs.some((alias) => [...withoutTitle(alias)].sort().join(' ') === sorted({ given, family }));
}

type Way = 'same' | 'short' | 'half' | 'spelt' | 'similar';

function alike(one: readonly string[], other: readonly string[], given: boolean): Way | null {
  const [name, otherName] = [one.join(''), other.join('')];
  if (name === otherName) return 'same';
  if (name === '' || otherName === '') return null;
  if (given && isShort(one, other)) return 'short';
  if (isHalf(one, other) || isHalf(other, one)) return 'half';
  if (sameSpeltOtherwise(name, otherName) || sound(name) === sound(otherName)) return 'spelt';
  if (exchanged(name, otherName)) return 'spelt';
  const length = Math.max(name.length, otherName.length);
  const allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  return distance(name, otherName, allowed) <= allowed ? 'similar' : null;
}

/** "Liz" for "Elizabeth Anne"; two second names that differ are two people's. */
function isShort(one: readonly string[], other: readonly string[]): boolean {
  const [[first = '', ...rest], [otherFirst = '', ...otherRest]] = [one, other];
  const bothMore = rest.length > 0 && otherRest.length > 0 && rest.join('') !== otherRest.join('');
  const [shorter, longer] = first.length < otherFirst.length ? [first, otherFirst] : [otherFirst, first];
  const begins = shorter.length >= 3 && longer.length > shorter.length && longer.startsWith(shorter);
  return !bothMore && (begins || isShortFor(first, otherFirst));
}

/** Every part of the one stands in the other, or begins one there as its initial: "Marie" and "Anne-Marie". */
function isHalf(one: readonly string[], other: readonly string[]): boolean {
  return one.every(
    (part) => other.includes(part) || (part.length === 1 && other.some((each) => each[0] === part)),
  );
}

/** The same letters, two of them in each other's place: a slip of the hand rather than another name. */
function exchanged(one: string, other: string): boolean {
  return one.length === other.length && distance(one, other, 1) === 1 && letters(one) === letters(other);
}

function letters(word: string): string {
  return [...word].sort().join('');
}
