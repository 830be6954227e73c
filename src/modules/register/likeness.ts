import { type Named, type NamesAlike, namesAlike } from './names-alike.ts';
import { dayOfBirth, isFirstOfJanuary, isPlaceholder } from './placeholder.ts';

/** What is compared of one person. */
export interface Likened extends Named {
  readonly dateOfBirth: Temporal.PlainDate | null;
  /** E.164 */
  readonly phones: readonly string[];
  /** Which homes they live or lived in: one home is one, however often it stands on the register. */
  readonly homes: readonly string[];
}

export const reasons = {
  same_name: 'The same name',
  same_but_title: 'The same name but for a title',
  names_exchanged: 'The same names, in another order',
  known_as: 'One is known by the other’s name',
  short_form: 'One name is short for the other',
  half_name: 'One has part of the other’s name',
  similar_name: 'Names that sound or look alike',
  same_given_name: 'The same given name, another family name',
  same_birth: 'The same date of birth',
  first_january: 'The same 1 January, which often stands for a birthday that is not known',
  birth_exchanged: 'Dates of birth with day and month exchanged',
  birth_one_off: 'Dates of birth that differ in one part',
  same_phone: 'The same phone number',
  same_home: 'The same home',
} as const;
export type Reason = keyof typeof reasons;

/** How much each says that two records are one person, beside the others: what stands first on the page. */
const weights: Readonly<Record<Reason, number>> = {
  ...{ same_name: 40, same_but_title: 39, names_exchanged: 36, known_as: 36, short_form: 30, half_name: 28 },
  ...{ similar_name: 24, same_given_name: 16, same_birth: 40, birth_exchanged: 24, birth_one_off: 12 },
  ...{ first_january: 8, same_phone: 24, same_home: 16 },
};

export interface Likeness {
  /** In the order in which a person would weigh them; empty where too little speaks for it. */
  readonly reasons: readonly Reason[];
  /** The more the likelier; 0 where too little speaks for it. */
  readonly strength: number;
}

const unlike: Likeness = { reasons: [], strength: 0 };

/**
 * Why two records may be one person. A name alone is no reason, and neither is a home: families share both. Records of
 * nobody are never one person, nor are two with names of their own who share birthday and home: they are twins.
 */
export function likeness(one: Likened, other: Likened): Likeness {
  const nobody = [one, other].some(({ givenName, familyName }) => isPlaceholder(givenName, familyName));
  const names = nobody ? null : namesAlike(one, other);
  if (names === null) return unlike;
  const [born, otherBorn] = [dayOfBirth(one.dateOfBirth), dayOfBirth(other.dateOfBirth)];
  const birth = birthReason(born, otherBorn);
  if (born && otherBorn && birth === null) return unlike;
  const phone = shared(one.phones, other.phones);
  const home = shared(one.homes, other.homes);
  if (!enough(names, { birth, phone, home })) return unlike;
  const all: readonly (Reason | null)[] = [
    names.reason,
    birth,
    phone ? 'same_phone' : null,
    home ? 'same_home' : null,
  ];
  const found = all.filter((reason) => reason !== null);
  return { reasons: found, strength: found.reduce((sum, reason) => sum + weights[reason], 0) };
}

interface Beside {
  /** Null: of one of them it is not known. */
  readonly birth: BirthReason | null;
  readonly phone: boolean;
  readonly home: boolean;
}

function enough({ how }: NamesAlike, { birth, phone, home }: Beside): boolean {
  const sameDay = birth === 'same_birth';
  switch (how) {
    case 'same':
      return phone || home || (birth !== null && birth !== 'first_january');
    case 'near':
      return phone || home || sameDay || birth === 'birth_exchanged';
    case 'loose':
      return birth === null ? phone : sameDay && !phone && !home;
    case 'initial':
      return sameDay;
    case 'changed':
      return sameDay && (phone || home);
  }
}

type BirthReason = 'same_birth' | 'first_january' | 'birth_exchanged' | 'birth_one_off';

function birthReason(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): BirthReason | null {
  if (one === null || other === null) return null;
  if (one.equals(other)) return isFirstOfJanuary(one) ? 'first_january' : 'same_birth';
  if (one.year === other.year && one.month === other.day && one.day === other.month) return 'birth_exchanged';
  const differing = [one.year !== other.year, one.month !== other.month, one.day !== other.day].filter(
    Boolean,
  );
  return differing.length === 1 ? 'birth_one_off' : null;
}

function shared(some: readonly string[], others: readonly string[]): boolean {
  return some.some((each) => others.includes(each));
}
