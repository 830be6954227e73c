import { allowed, caseRoles, type Role, refused, type Verdict } from '#rules/facts.ts';

/**
 * A conflict beats every role, and is worth nothing where whoever has it can invent a colleague. So one person asks
 * for a role that sees cases, or for a new start of somebody who has one, and another decides (V3.2).
 */
export function needsSecondPerson(held: readonly Role[]): boolean {
  return held.some((role) => caseRoles.includes(role));
}

export interface Asked {
  readonly before: readonly Role[];
  readonly wanted: readonly Role[];
  /** Has the team no manager yet, nor anybody who was invited to be one? */
  readonly unmanaged: boolean;
}

export interface Given {
  /** What counts from now on. */
  readonly atOnce: readonly Role[];
  /** What counts once a manager of the team has confirmed it. */
  readonly waiting: readonly Role[];
  /** Taken on without a second person: there is nobody yet who could be asked. */
  readonly firstManager: boolean;
}

/** Of the roles that an administrator gives: which count at once, and which wait. Taking a role away never waits. */
export function give({ before, wanted, unmanaged }: Asked): Given {
  const gained = wanted.filter((role) => caseRoles.includes(role) && !before.includes(role));
  const firstManager = unmanaged && gained.includes('da_manager');
  const waiting = gained.filter((role) => !(firstManager && role === 'da_manager'));
  return { atOnce: wanted.filter((role) => !waiting.includes(role)), waiting, firstManager };
}

interface Deciding {
  readonly by: string;
  readonly roles: readonly Role[];
  readonly askedBy: string;
  readonly about: string;
}

/** Two people who both know the colleague: neither the one who asked nor the colleague decides. */
export function mayDecide({ by, roles, askedBy, about }: Deciding): Verdict {
  if (!roles.includes('da_manager'))
    return refused('A manager of the team confirms who joins it.', 'need-to-know');
  if (by === askedBy)
    return refused('You asked for this. Another manager of the team has to decide.', 'need-to-know');
  if (by === about)
    return refused('This is about you. Another manager of the team has to decide.', 'need-to-know');
  return allowed;
}
