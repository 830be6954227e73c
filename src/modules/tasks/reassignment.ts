import type { Colleague } from '#modules/account/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { type CaseCounts, noCases } from './load.ts';
import type { MovePlan, Taker } from './spread.ts';
import type { LeadLoad } from './store/balance.ts';

/** The open cases of each colleague, for the arithmetic of loads. */
export function countsOf(loads: readonly LeadLoad[]): ReadonlyMap<StaffId, CaseCounts> {
  return new Map(
    loads.flatMap(({ leadId, high, medium, standard, unassessed }) =>
      leadId ? [[leadId, { high, medium, standard, unassessed }] as const] : [],
    ),
  );
}

/** Colleagues of the team as they may take cases, apart from whoever gives them away. */
export function takersOf(
  team: readonly Colleague[],
  counts: ReadonlyMap<StaffId, CaseCounts>,
  away: ReadonlySet<StaffId>,
  from: StaffId | 'unallocated',
): readonly Taker[] {
  return team
    .filter(({ id }) => id !== from)
    .map(({ id, name, roles }) => ({
      id,
      name,
      roles,
      away: away.has(id),
      counts: counts.get(id) ?? noCases,
    }));
}

/** One colleague's load, before and after what is planned. */
export interface LoadChange {
  readonly id: StaffId;
  readonly name: string;
  readonly before: CaseCounts;
  readonly after: CaseCounts;
  readonly away: boolean;
}

/** Whoever loses or gains a case, by name. */
export function loadChanges(
  plan: MovePlan,
  team: readonly Colleague[],
  counts: ReadonlyMap<StaffId, CaseCounts>,
  away: ReadonlySet<StaffId>,
): readonly LoadChange[] {
  const moved = plan.moves.filter(({ toId }) => toId !== null);
  const touched = new Set(moved.flatMap(({ moving, toId }) => [moving.leadId, toId]));
  return team
    .filter(({ id }) => touched.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      before: counts.get(id) ?? noCases,
      after: plan.after.get(id) ?? noCases,
      away: away.has(id),
    }));
}
