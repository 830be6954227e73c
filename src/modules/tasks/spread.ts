import {
  allowed,
  type CaseId,
  caseRoles,
  type RiskLevel,
  type Role,
  refused,
  type StaffId,
  type Verdict,
} from '#rules/facts.ts';
import { type CaseCounts, noCases, weighted, withCase } from './load.ts';

/** A case that is to get another lead, with its wall. */
export interface MovingCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly leadId: StaffId | null;
  readonly riskLevel: RiskLevel | null;
  readonly riskJudged: boolean;
  readonly danger: boolean;
  readonly grantedStaff: readonly StaffId[];
  readonly grantedRoles: readonly Role[];
  readonly blockedStaff: readonly StaffId[];
}

/** Somebody who may take cases. */
export interface Taker {
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly away: boolean;
  readonly counts: CaseCounts;
}

/**
 * May this colleague be given this case together with others? Never past a conflict; and a case that is kept to named
 * people goes to one of these: to let somebody else in is a decision about that case alone.
 */
export function mayTake(moving: MovingCase, taker: Taker): Verdict {
  if (moving.blockedStaff.includes(taker.id)) return refused('has a conflict of interest', 'need-to-know');
  if (!taker.roles.some((role) => caseRoles.includes(role)))
    return refused('does not lead cases', 'allocation');
  const seen =
    moving.grantedStaff.includes(taker.id) || taker.roles.some((role) => moving.grantedRoles.includes(role));
  if (!seen) return refused('is not among the people to whom this case is kept', 'need-to-know');
  if (moving.leadId === taker.id) return refused('leads it already', 'allocation');
  return allowed;
}

/** One case to one colleague, or why it stays where it is. */
export interface PlannedMove {
  readonly moving: MovingCase;
  readonly toId: StaffId | null;
  /** Who of those asked could not take it, and why. */
  readonly cannot: readonly { readonly id: StaffId; readonly name: string; readonly because: string }[];
}

export interface MovePlan {
  readonly moves: readonly PlannedMove[];
  /** The load of each taker and of whoever gives cases away, before and after. */
  readonly after: ReadonlyMap<StaffId, CaseCounts>;
}

/**
 * Who would get what: each case goes to whoever of the takers carries least by then and may take it, the heaviest
 * cases first, so that the loads end as even as they can. With one taker, everything that they may take goes to them.
 * Whoever is away gets nothing while somebody who is there may take it.
 */
export function planMoves(
  cases: readonly MovingCase[],
  takers: readonly Taker[],
  before: ReadonlyMap<StaffId, CaseCounts>,
): MovePlan {
  const after = new Map(before);
  for (const taker of takers) if (!after.has(taker.id)) after.set(taker.id, taker.counts);
  const moves = heaviestFirst(cases).map((moving): PlannedMove => {
    const verdicts = takers.map((taker) => ({ taker, verdict: mayTake(moving, taker) }));
    const able = verdicts.filter(({ verdict }) => verdict.allowed).map(({ taker }) => taker);
    const chosen = leastLoaded(able, after);
    if (chosen) give(moving, chosen.id, after);
    return {
      moving,
      toId: chosen?.id ?? null,
      cannot: verdicts.flatMap(({ taker: { id, name }, verdict }) =>
        verdict.allowed ? [] : [{ id, name, because: verdict.reason }],
      ),
    };
  });
  return { moves: inOrder(moves, cases), after };
}

function give(moving: MovingCase, to: StaffId, after: Map<StaffId, CaseCounts>): void {
  const { leadId, riskLevel } = moving;
  if (leadId) after.set(leadId, withCase(after.get(leadId) ?? noCases, riskLevel, -1));
  after.set(to, withCase(after.get(to) ?? noCases, riskLevel, 1));
}

function leastLoaded(takers: readonly Taker[], after: ReadonlyMap<StaffId, CaseCounts>): Taker | undefined {
  const load = ({ id }: Taker) => weighted(after.get(id) ?? noCases);
  return takers.toSorted(
    (one, other) =>
      Number(one.away) - Number(other.away) || load(one) - load(other) || compare(one.id, other.id),
  )[0];
}

const weightOf = { high: 0, medium: 1, unassessed: 1, standard: 2 } as const;

function heaviestFirst(cases: readonly MovingCase[]): readonly MovingCase[] {
  const place = ({ riskLevel }: MovingCase) => weightOf[riskLevel ?? 'unassessed'];
  return cases.toSorted((one, other) => place(one) - place(other) || compare(one.id, other.id));
}

function inOrder(moves: readonly PlannedMove[], cases: readonly MovingCase[]): readonly PlannedMove[] {
  return cases.flatMap(({ id }) => moves.find((move) => move.moving.id === id) ?? []);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A plan in a form's hidden field: `case:colleague` for each case that would move. */
export function planKey({ moves }: MovePlan): readonly string[] {
  return moves.flatMap(({ moving, toId }) => (toId ? [`${moving.id}:${toId}`] : []));
}
