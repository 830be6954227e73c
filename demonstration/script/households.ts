import type { Chance } from '#modules/simulator/pure.ts';
import type { Tenure } from '#rules/words.ts';
import type { InventedLandlord } from './landlords.ts';
import { familyName, type Gender, givenName } from './names.ts';
import { dramaPhone } from './phones.ts';

export interface Resident {
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: Gender;
  readonly born: Temporal.PlainDate;
  readonly phone: string | null;
  readonly email: string | null;
  /** What they are in this household. */
  readonly relation: 'tenant' | 'partner' | 'child' | 'adult child' | 'parent' | 'sibling';
}

export type HouseholdKind =
  | 'alone'
  | 'couple'
  | 'couple_with_children'
  | 'lone_parent'
  | 'with_adult_child'
  | 'siblings';

/** A home and who lives there, the first of them a tenant. */
export interface Household {
  readonly kind: HouseholdKind;
  readonly reference: string;
  readonly uprn: string;
  readonly address: string;
  readonly postcode: string;
  readonly tenure: Tenure;
  readonly tenancyType: string;
  readonly joint: boolean;
  readonly since: Temporal.PlainDate;
  readonly people: readonly [Resident, ...Resident[]];
}

/** Numbers that nobody answers are few; those after these are kept for whoever tells us. */
const phonesAtMost = 2_000;

/** Everybody who rents from an invented landlord. @param today of the demonstration: people have ages, not years */
export function householdsOf(
  landlord: InventedLandlord,
  chance: Chance,
  today: Temporal.PlainDate,
): readonly Household[] {
  const people = counter('P', 10_001);
  let phones = 0;
  return Array.from({ length: landlord.homes }, (_, at): Household => {
    const kind = chance.weighted(kinds);
    const street = landlord.streets[at % landlord.streets.length] as string;
    const number = 1 + Math.floor(at / landlord.streets.length);
    const [tenure, tenancyType] = chance.weighted(tenancies);
    const since = today.subtract({ days: chance.whole(40, 5_400) });
    const members = membersOf(kind, chance).map((member): Resident => {
      const adult = member.age >= 16;
      const phone = adult && chance.yes(0.92) && phones < phonesAtMost ? dramaPhone(phones++) : null;
      const email = adult && chance.yes(0.6) ? addressOf(member, phones, landlord.slug) : null;
      const born = today.subtract({ years: member.age, days: chance.whole(0, 364) });
      const { age: _, ...rest } = member;
      return { ...rest, reference: people(), born, phone, email };
    });
    return {
      kind,
      reference: `H${String(20_001 + at)}`,
      uprn: String(999_900_000_000 + chance.whole(0, 900) * 1_000 + at),
      address: chance.yes(0.18) ? `Flat ${chance.whole(1, 12)}, ${number} ${street}` : `${number} ${street}`,
      postcode: postcodeOf(landlord, at),
      tenure,
      tenancyType,
      joint: members[1]?.relation === 'partner' && chance.yes(0.6),
      since,
      people: members as unknown as Household['people'],
    };
  });
}

const kinds: readonly (readonly [HouseholdKind, number])[] = [
  ['alone', 26],
  ['couple', 17],
  ['couple_with_children', 24],
  ['lone_parent', 20],
  ['with_adult_child', 9],
  ['siblings', 4],
];

const tenancies: readonly (readonly [readonly [Tenure, string], number])[] = [
  [['rented', 'assured_periodic'], 68],
  [['rented', 'starter'], 9],
  [['rented', 'assured_fixed_term'], 7],
  [['rented', 'assured_shorthold'], 6],
  [['shared_ownership', 'shared_ownership_lease'], 6],
  [['licence', 'licence'], 2],
  [['leasehold', 'long_lease'], 2],
];

type Member = Pick<Resident, 'givenName' | 'familyName' | 'gender' | 'relation'> & { readonly age: number };

function membersOf(kind: HouseholdKind, chance: Chance): readonly Member[] {
  const family = familyName(chance);
  const taken = new Set<string>();
  const person = (relation: Resident['relation'], gender: Gender, age: number, name = family): Member => ({
    givenName: another(gender),
    familyName: name,
    gender,
    age,
    relation,
  });
  const either = (): Gender => (chance.yes(0.5) ? 'woman' : 'man');
  const mostly = (gender: Gender, share: number): Gender =>
    chance.yes(share) ? gender : gender === 'woman' ? 'man' : 'woman';
  const age = adultAge(chance);
  const parent = Math.min(age, 46);
  const children = () =>
    Array.from({ length: chance.weighted(howMany) }, () =>
      person('child', either(), chance.whole(0, Math.min(15, parent - 18))),
    );
  if (kind === 'alone') return [person('tenant', mostly('woman', 0.6), age)];
  if (kind === 'couple') return [person('tenant', 'woman', age), partner(age)];
  if (kind === 'couple_with_children')
    return [person('tenant', 'woman', parent), partner(parent), ...children()];
  if (kind === 'lone_parent') return [person('tenant', mostly('woman', 0.93), parent), ...children()];
  if (kind === 'with_adult_child') {
    const older = chance.whole(46, 78);
    return [
      person('tenant', mostly('woman', 0.75), older),
      person('adult child', mostly('man', 0.7), older - chance.whole(22, 28)),
    ];
  }
  return [person('tenant', either(), age), person('sibling', either(), age + chance.whole(-4, 4))];

  /** Nobody in a home is called like somebody else in it. */
  function another(gender: Gender): string {
    const name = givenName(chance, gender);
    if (taken.has(name)) return another(gender);
    taken.add(name);
    return name;
  }

  function partner(near: number): Member {
    const name = chance.yes(0.6) ? family : familyName(chance);
    return person('partner', mostly('man', 0.94), Math.max(18, near + chance.whole(-4, 8)), name);
  }
}

const howMany: readonly (readonly [number, number])[] = [
  [1, 45],
  [2, 38],
  [3, 17],
];

/** As those who tell us are (domain reference §15). */
function adultAge(chance: Chance): number {
  const [from, to] = chance.weighted<readonly [number, number]>([
    [[19, 24], 17],
    [[25, 34], 31],
    [[35, 44], 25],
    [[45, 54], 14],
    [[55, 81], 13],
  ]);
  return chance.whole(from, to);
}

function addressOf(member: Member, nth: number, landlord: string): string {
  const name = `${member.givenName}.${member.familyName}`.toLowerCase().replace(/[^a-z.]+/g, '');
  return `${name}.${nth}@${landlord}-post.example`;
}

function postcodeOf({ outwards, streets }: InventedLandlord, at: number): string {
  const street = at % streets.length;
  const outward = outwards[street % outwards.length] as string;
  const letters = 'ABDEFGHJLNPQ';
  return `${outward} ${(street % 9) + 1}${letters[street % letters.length]}${letters[(at * 5) % letters.length]}`;
}

function counter(prefix: string, first: number): () => string {
  let next = first;
  return () => `${prefix}${next++}`;
}

export function nameOf({ givenName: given, familyName: family }: Resident): string {
  return `${given} ${family}`;
}

export function isAdult(resident: Resident): boolean {
  return resident.relation !== 'child';
}
