import type { Clause, Commitment, Pack } from '#rules/pack.ts';
import { isCountedAtAll, isMeasured, type Known, type Standing, standingOf, together } from './measures.ts';
import type { Tally } from './tally.ts';

/** One clause of the policy, with what the landlord commits to under it. None: a plain statement. */
export interface ClauseLine {
  readonly clause: Clause;
  readonly commitments: readonly { readonly commitment: Commitment; readonly standing: Standing }[];
}

export interface Board {
  /** In the order of the policy. */
  readonly headings: readonly { readonly heading: string; readonly lines: readonly ClauseLine[] }[];
  /** What earlier policies promised and this one does not, as far as there is anything to tell of it; the latest first. */
  readonly earlier: readonly EarlierPromises[];
  readonly summary: Summary;
}

export interface EarlierPromises {
  readonly pack: Pack;
  readonly commitments: ClauseLine['commitments'];
}

/** The whole of it for somebody with one minute. Each commitment counts once, under however many clauses it stands. */
export interface Summary {
  readonly promises: number;
  readonly measured: number;
  readonly unmeasured: number;
  readonly tally: Tally;
  readonly running: number;
  readonly overdue: number;
}

/** @param before policies that held before this one, the latest first */
export function boardOf(
  pack: Pack,
  known: Known,
  today: Temporal.PlainDate,
  before: readonly Pack[] = [],
): Board {
  const measured = pack.commitments.map((commitment) => ({
    commitment,
    standing: standingOf(commitment, pack, known, today),
  }));
  const under = byClause(measured);
  const lines = pack.clauses.map((clause) => ({ clause, commitments: under.get(clause.id) ?? [] }));
  const earlier = earlierPromises(measured, before, known, today);
  const standings = [measured, ...earlier.map(({ commitments }) => commitments)]
    .flat()
    .map(({ standing }) => standing);
  return { headings: byHeading(lines), earlier, summary: summaryOf(lines, standings) };
}

type Measured = ClauseLine['commitments'][number];

/**
 * Of the promises of earlier policies, those that no later one makes under the same id and in the same way: they run on,
 * and ended in the period, and would be counted nowhere.
 */
function earlierPromises(
  measured: readonly Measured[],
  before: readonly Pack[],
  known: Known,
  today: Temporal.PlainDate,
): Board['earlier'] {
  const shown = new Set(measured.map(asMeasured));
  return before.flatMap((pack) => {
    const commitments = pack.commitments
      .map((commitment) => ({ commitment, standing: standingOf(commitment, pack, known, today) }))
      .filter((each) => !shown.has(asMeasured(each)) && isCountedAtAll(each.standing));
    for (const each of commitments) shown.add(asMeasured(each));
    return commitments.length > 0 ? [{ pack, commitments }] : [];
  });
}

/** A figure of one kind under one id: a promise that became a count is another figure. */
function asMeasured({ commitment, standing }: Measured): string {
  return `${commitment.id} ${standing.kind}`;
}

function byClause(measured: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> {
  const under = new Map<string, Measured[]>();
  for (const each of measured)
    for (const clause of each.commitment.clauses) {
      const others = under.get(clause);
      if (others) others.push(each);
      else under.set(clause, [each]);
    }
  return under;
}

/** A heading may come back later in a policy: it begins a new group there, as in the policy. */
function byHeading(lines: readonly ClauseLine[]): Board['headings'] {
  const groups: { heading: string; lines: ClauseLine[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.heading === line.clause.heading) last.lines.push(line);
    else groups.push({ heading: line.clause.heading, lines: [line] });
  }
  return groups;
}

function summaryOf(lines: readonly ClauseLine[], standings: readonly Standing[]): Summary {
  const promises = lines.filter(({ clause }) => !clause.statement);
  const measured = promises.filter(({ commitments }) =>
    commitments.some(({ standing }) => isMeasured(standing)),
  ).length;
  return {
    promises: promises.length,
    measured,
    unmeasured: promises.length - measured,
    ...together(standings),
  };
}
