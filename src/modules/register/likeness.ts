import { compact, folded, wordsIn } from './fold.ts';

/** What is compared of one person. */
export interface Likened {
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
  readonly dateOfBirth: Temporal.PlainDate | null;
  /** E.164 */
  readonly phones: readonly string[];
  /** Ids of the homes in which they live or lived. */
  readonly homes: readonly string[];
}

export const reasons = {
  same_name: 'The same name',
  names_exchanged: 'The same names, in another order',
  known_as: 'One is known by the other’s name',
  similar_name: 'Names that sound or look alike',
  same_given_name: 'The same given name, another family name',
  same_birth: 'The same date of birth',
  birth_exchanged: 'Dates of birth with day and month exchanged',
  birth_one_off: 'Dates of birth that differ in one part',
  same_phone: 'The same phone number',
  same_home: 'The same home',
} as const;
export type Reason = keyof typeof reasons;

type Kind = 'name' | 'birth' | 'phone' | 'home';
const kinds: Readonly<Record<Reason, Kind>> = {
  same_name: 'name',
  names_exchanged: 'name',
  known_as: 'name',
  similar_name: 'name',
  same_given_name: 'name',
  same_birth: 'birth',
  birth_exchanged: 'birth',
  birth_one_off: 'birth',
  same_phone: 'phone',
  same_home: 'home',
};

/**
 * Why two records may be one person, in the order in which a person would weigh it; empty where too little speaks for
 * it. A name alone is no reason, and neither is a home: families share both.
 */
export function reasonsFor(one: Likened, other: Likened): readonly Reason[] {
  const found = [
    nameReason(one, other),
    birthReason(one, other),
    phoneReason(one, other),
    homeReason(one, other),
  ].filter((reason) => reason !== null);
  return enough(new Set(found), one, other) ? found : [];
}

function enough(found: ReadonlySet<Reason>, one: Likened, other: Likened): boolean {
  const has = (kind: Kind) => [...found].some((reason) => kinds[reason] === kind);
  const nameIsTheirs = found.has('same_name') || found.has('names_exchanged') || found.has('known_as');
  const bornApart = one.dateOfBirth !== null && other.dateOfBirth !== null && !has('birth');
  // Twins share a birthday, a home and a phone, and have names alike.
  if (bornApart || !has('name')) return false;
  if (nameIsTheirs) return has('birth') || has('phone') || has('home');
  if (found.has('similar_name')) return has('birth') || has('phone');
  return has('birth') && has('phone');
}

function nameReason(one: Likened, other: Likened): Reason | null {
  const names = [key(one.givenName, one.familyName), key(other.givenName, other.familyName)] as const;
  if (names[0] === names[1]) return 'same_name';
  const words = [sorted(one.givenName, one.familyName), sorted(other.givenName, other.familyName)] as const;
  if (words[0] === words[1]) return 'names_exchanged';
  if (one.alsoKnownAs.some((alias) => sorted(alias) === words[1])) return 'known_as';
  if (other.alsoKnownAs.some((alias) => sorted(alias) === words[0])) return 'known_as';
  const givenAlike = alike(one.givenName, other.givenName);
  if (givenAlike && alike(one.familyName, other.familyName)) return 'similar_name';
  return givenAlike && folded(one.givenName) === folded(other.givenName) ? 'same_given_name' : null;
}

function key(givenName: string, familyName: string): string {
  return `${compact(givenName)}|${compact(familyName)}`;
}

function sorted(...names: readonly string[]): string {
  return names.flatMap(wordsIn).sort().join(' ');
}

/**
 * Alike: the same but for a letter or two of a longer name, or one name begins with the
 * whole other ("Liz", "Lizzie").
 */
function alike(one: string, other: string): boolean {
  const [shorter, longer] = [folded(one), folded(other)].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  if (shorter === '') return false;
  if (shorter.length >= 3 && longer.startsWith(shorter)) return true;
  const allowed = longer.length >= 8 ? 2 : longer.length >= 4 ? 1 : 0;
  return distance(shorter, longer, allowed) <= allowed;
}

/** Letters to change, add, drop or exchange with their neighbour; anything above `most` is `most + 1`. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}

function birthReason({ dateOfBirth: one }: Likened, { dateOfBirth: other }: Likened): Reason | null {
  if (one === null || other === null) return null;
  if (one.equals(other)) return 'same_birth';
  if (one.year === other.year && one.month === other.day && one.day === other.month) return 'birth_exchanged';
  const differing = [one.year !== other.year, one.month !== other.month, one.day !== other.day].filter(
    Boolean,
  );
  return differing.length === 1 ? 'birth_one_off' : null;
}

function phoneReason(one: Likened, other: Likened): Reason | null {
  return one.phones.some((phone) => other.phones.includes(phone)) ? 'same_phone' : null;
}

function homeReason(one: Likened, other: Likened): Reason | null {
  return one.homes.some((home) => other.homes.includes(home)) ? 'same_home' : null;
}
