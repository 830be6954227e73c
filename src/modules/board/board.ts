import type { Clause, Commitment, Pack } from '#rules/pack.ts';
import { isMeasured, type Known, type Standing, standingOf, together } from './measures.ts';
import type { Tally } from './tally.ts';

/** One clause of the policy, with what the landlord commits to under it. None: a plain statement. */
export interface ClauseLine {
  readonly clause: Clause;
  readonly commitments: readonly { readonly commitment: Commitment; readonly standing: Standing }[];
}

export interface Board {
  /** In the order of the policy. */
  readonly headings: readonly { readonly heading: string; readonly lines: readonly ClauseLine[] }[];
  readonly summary: Summary;
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

export function boardOf(pack: Pack, known: Known, today: Temporal.PlainDate): Board {
  const measured = pack.commitments.map((commitment) => ({
    commitment,
    standing: standingOf(commitment, pack, known, today),
  }));
  const under = byClause(measured);
  const lines = pack.clauses.map((clause) => ({ clause, commitments: under.get(clause.id) ?? [] }));
  const standings = measured.map(({ standing }) => standing);
  return { headings: byHeading(lines), summary: summaryOf(lines, standings) };
}

type Measured = ClauseLine['commitments'][number];

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
