import type { PersonId } from './facts.ts';
import type { PartInCase } from './words.ts';

/** Somebody whom the register has, or had, at a home. */
export interface AtHome {
  readonly personId: PersonId;
  /** As a tenant; else as somebody who lives there. */
  readonly holds: boolean;
  /** Still so today. */
  readonly now: boolean;
}

/** How whoever is feared stands to the home, the nearest first; `not_known`: the register does not have them there. */
export const nearness = ['holds_it', 'lives_there', 'was_there', 'not_known'] as const;
export type Nearness = (typeof nearness)[number];

/** Who else is around the person at home, in numbers: what is kept of it names nobody of the register. */
export interface Household {
  /** Others who hold the tenancy; null: nobody knows. */
  readonly tenants: number | null;
  /** Others who live there, beside children of the case; null: nobody knows. None on record is not none. */
  readonly others: number | null;
  readonly children: boolean;
  /** Of everybody whom they fear, the nearest first, each once; none: nobody is on record. */
  readonly feared: readonly Nearness[];
}

interface InCase {
  readonly personId: PersonId | null;
  readonly part: PartInCase;
  readonly endedAt: Temporal.Instant | null;
}

export interface HouseholdFacts {
  /** Whom the case is about; null: not on the register. */
  readonly personId: PersonId | null;
  readonly people: readonly InCase[];
  /** Null: they live outside the register, or it is not known where. */
  readonly atHome: readonly AtHome[] | null;
}

/** Who is at the home beside the person: as the register has it, and as the case was told. */
export function householdOf({ personId, people, atHome }: HouseholdFacts): Household {
  const inCase = people.filter(({ endedAt }) => endedAt === null);
  const ofPart = (...parts: readonly PartInCase[]) => inCase.filter(({ part }) => parts.includes(part));
  const feared = ofPart('alleged_perpetrator');
  // Whose part was ended may be feared again, or was ended by mistake: that is not nobody.
  const once = people.some(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt !== null);
  const apart = new Set([personId, ...[...ofPart('at_risk'), ...feared].map((each) => each.personId)]);
  const others = (rows: readonly AtHome[]) => new Set(rows.map((row) => row.personId)).difference(apart);
  const now = atHome?.filter((row) => row.now);
  const holders = now?.filter(({ holds }) => holds) ?? [];
  const living = others(now?.filter(({ holds }) => !holds) ?? []);
  const told = ofPart('household_member');
  const unlisted = told.filter((each) => each.personId === null || !living.has(each.personId));
  const all = living.size + unlisted.length;
  return {
    tenants: holders.length > 0 ? others(holders).size : null,
    others: now || all > 0 ? all : null,
    children: ofPart('child_victim').length > 0,
    feared:
      feared.length === 0 && once
        ? ['not_known']
        : nearestFirst(feared.map((each) => nearnessOf(each.personId, atHome ?? []))),
  };
}

function nearnessOf(personId: PersonId | null, atHome: readonly AtHome[]): Nearness {
  const theirs = atHome.filter((row) => row.personId === personId);
  if (theirs.some(({ holds, now }) => holds && now)) return 'holds_it';
  if (theirs.some(({ now }) => now)) return 'lives_there';
  return theirs.length > 0 ? 'was_there' : 'not_known';
}

function nearestFirst(found: readonly Nearness[]): readonly Nearness[] {
  return nearness.filter((each) => found.includes(each));
}
