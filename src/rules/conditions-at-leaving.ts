import type { StaffId } from './facts.ts';
import type { Choice } from './words.ts';

/** That whoever told us asked that an entry goes no further, as far as it matters when something leaves. */
export interface ConditionOn {
  readonly entryId: string;
  /** Null: it stands. */
  readonly liftedBy: StaffId | null;
  readonly lifted: boolean;
}

export interface WhatLeaves {
  /** The entries that go. */
  readonly entries: readonly string[];
  /** Into the team's own file, of which nothing is left out. */
  readonly ownFile: boolean;
  /** Who sends or takes it. */
  readonly by: StaffId | null;
}

/** How what leaves stands to what others asked us to keep, the worst first (V3.2, L1.6, L2.10). */
export const atLeaving = {
  'lifted-by-sender': 'With something of which whoever sent it had lifted the condition',
  'own-file': 'As the team’s own file, with something in it that stands under a condition',
  lifted: 'With something of which somebody else had lifted the condition',
  'kept-back': 'Something of the case stood under a condition, and did not go',
  'none-stood': 'Nothing of the case stood under a condition',
} as const;
export type AtLeaving = keyof typeof atLeaving;

/** Nobody learns anything from looking into it. */
export const nothingToLookInto = 'none-stood' satisfies AtLeaving;

export function weighedAtLeaving(conditions: readonly ConditionOn[], leaving: WhatLeaves): AtLeaving {
  const goes = new Set(leaving.entries);
  const went = conditions.filter(({ entryId }) => goes.has(entryId));
  const freed = went.filter(({ lifted }) => lifted);
  if (freed.some(({ liftedBy }) => leaving.by !== null && liftedBy === leaving.by) && !leaving.ownFile)
    return 'lifted-by-sender';
  if (leaving.ownFile && went.some(({ lifted }) => !lifted)) return 'own-file';
  if (freed.length > 0 && !leaving.ownFile) return 'lifted';
  return conditions.some(({ lifted }) => !lifted) ? 'kept-back' : 'none-stood';
}

/** Why a condition stands no longer. */
export const liftings = [
  { value: 'allowed', label: 'Whoever asked for it allows it now' },
  { value: 'in_error', label: 'Nobody had asked for it: it was written down in error' },
] as const satisfies readonly Choice[];

/** As what it is counted that one was lifted: why, and whether by whoever had written it down. */
export const liftedFor = {
  'allowed-by-another': 'Whoever asked allows it, as another colleague wrote down',
  'allowed-by-setter': 'Whoever asked allows it, as the same colleague wrote down',
  'error-by-another': 'It had been written down in error, as another colleague found',
  'error-by-setter': 'It had been written down in error, as the same colleague said',
} as const;
export type LiftedAs = keyof typeof liftedFor;
