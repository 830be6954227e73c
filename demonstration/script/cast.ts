import type { Chance } from '#modules/simulator/pure.ts';
import type { Connection } from '#rules/words.ts';
import type { Relation } from './accounts.ts';
import { type Household, type HouseholdKind, nameOf, type Resident } from './households.ts';
import { familyName, type Gender, givenName, pronouns } from './names.ts';

/** Whom a story is about. */
export interface Cast {
  readonly home: Household;
  readonly person: Resident;
  readonly relation: Relation;
  readonly connection: Connection;
  /** Empty where nobody knows it. */
  readonly allegedName: string;
  readonly allegedGender: Gender;
  readonly children: readonly Resident[];
}

const where: Readonly<Record<Relation, readonly HouseholdKind[]>> = {
  partner: ['couple', 'couple_with_children'],
  ex: ['lone_parent', 'alone', 'lone_parent'],
  co_parent: ['lone_parent'],
  child: ['with_adult_child'],
  parent: ['with_adult_child'],
  sibling: ['siblings'],
  family: ['alone'],
};

/** Finds a home for each story, and no home for two. */
export function casting(households: readonly Household[], chance: Chance): (relation: Relation) => Cast {
  const left = new Map<HouseholdKind, Household[]>();
  for (const home of chance.apart('homes').shuffled(households))
    left.set(home.kind, [...(left.get(home.kind) ?? []), home]);
  return (relation) => {
    const home = left.get(chance.pick(where[relation]))?.pop();
    if (!home) throw new Error(`No home is left for a story about ${relation}`);
    return castOf(home, relation, chance);
  };
}

function castOf(home: Household, relation: Relation, chance: Chance): Cast {
  const [tenant, other] = home.people;
  const children = home.people.filter((each) => each.relation === 'child');
  const base = { home, relation, children, connection: connectionOf(relation, chance) };
  const inside =
    relation === 'partner' || relation === 'child' || relation === 'sibling' || relation === 'parent';
  if (inside && other) {
    const [person, alleged] = relation === 'parent' ? [other, tenant] : [tenant, other];
    return { ...base, person, allegedName: nameOf(alleged), allegedGender: alleged.gender };
  }
  const allegedGender = likely(tenant.gender, chance);
  const known = chance.yes(0.7);
  const allegedName = known ? `${givenName(chance, allegedGender)} ${familyName(chance)}` : '';
  return { ...base, person: tenant, allegedName, allegedGender };
}

function likely(gender: Gender, chance: Chance): Gender {
  return gender === 'woman' ? (chance.yes(0.95) ? 'man' : 'woman') : chance.yes(0.7) ? 'woman' : 'man';
}

function connectionOf(relation: Relation, chance: Chance): Connection {
  if (relation === 'co_parent') return 'co_parents';
  if (relation !== 'partner' && relation !== 'ex') return 'relatives';
  return chance.weighted<Connection>([
    ['intimate', 55],
    ['married', 38],
    ['engaged', 5],
    ['civil_partners', 2],
  ]);
}

/**
 * The words of sentences about these two: `own` in the person's mouth ("my ex"), `other` in the mouth of whoever knows
 * them, `seen` of whoever does not.
 */
export function wordsFor(
  cast: Cast,
): Readonly<Record<'own' | 'other' | 'seen', Readonly<Record<string, string>>>> {
  const { they, them, their, themself } = pronouns(cast.person.gender) as Record<
    'they' | 'them' | 'their' | 'themself',
    string
  >;
  const alleged = pronouns(cast.allegedGender);
  const he = { he: alleged.they ?? '', him: alleged.them ?? '', his: alleged.their ?? '' };
  const called = callings[cast.relation][cast.allegedGender === 'woman' ? 0 : 1];
  const shared = { ...he, they, them, their, themself };
  const of = (whose: string) =>
    cast.relation === 'co_parent' ? `the children’s ${called}` : `${whose} ${called}`;
  const stranger = cast.allegedGender === 'woman' ? 'the woman who was there' : 'the man who was there';
  return {
    own: { ...shared, whom: of('my') },
    other: { ...shared, whom: of(their) },
    seen: { ...shared, whom: stranger },
  };
}

const callings: Readonly<Record<Relation, readonly [woman: string, man: string]>> = {
  partner: ['partner', 'partner'],
  ex: ['ex-partner', 'ex-partner'],
  co_parent: ['mother', 'father'],
  child: ['daughter', 'son'],
  parent: ['mother', 'father'],
  sibling: ['sister', 'brother'],
  family: ['cousin', 'uncle'],
};

/** As somebody who tells us would write it down. */
export function nameAndAddress({ person, home }: Cast): { readonly name: string; readonly address: string } {
  return { name: nameOf(person), address: `${home.address}, ${home.postcode}` };
}
