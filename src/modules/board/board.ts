import { type Cite, citesOf } from '#rules/cite.ts';
import type { Clause, Commitment, Pack } from '#rules/pack.ts';
import {
  isCountedAtAll,
  isMeasured,
  type Known,
  type SampleFigures,
  type Standing,
  standingOf,
} from './measures.ts';
import { noneRunning, noTally, plus, plusRunning, type Running, type Tally } from './tally.ts';

/** Something that the landlord commits to, with how it stands. */
export interface Measured {
  readonly commitment: Commitment;
  readonly standing: Standing;
}

/**
 * How far a clause is measured. `whole`: all that is committed to under it; `part`: some of it, and the rest is named.
 */
export type Extent = 'whole' | 'part' | 'none' | 'statement';

/** One clause of the policy, with what the landlord commits to under it. None: a plain statement. */
export interface ClauseLine {
  readonly clause: Clause;
  readonly extent: Extent;
  readonly commitments: readonly Measured[];
}

export interface Board {
  /** The promises that the policy names first, each by itself. */
  readonly headline: readonly Headline[];
  /** Every promise that can be kept or broken, once, under however many clauses it stands; in the policy's order. */
  readonly promises: readonly Measured[];
  /** What is only counted, and the policy's own review, each once. */
  readonly counted: readonly Measured[];
  /** In the order of the policy. */
  readonly headings: readonly { readonly heading: string; readonly lines: readonly ClauseLine[] }[];
  /**
   * What earlier policies promised and this one does not, as far as there is anything to
   * tell of it; the latest first.
   */
  readonly earlier: readonly EarlierPromises[];
  readonly extents: Readonly<Record<Extent, number>>;
  readonly sample: SampleFigures | null;
}

export interface Headline {
  readonly title: string;
  readonly tally: Tally;
  readonly before: Tally;
  readonly now: Running;
}

export interface EarlierPromises {
  readonly pack: Pack;
  /** How its clauses are cited beside those of the policy in force. */
  readonly cite: Cite;
  readonly commitments: ClauseLine['commitments'];
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
  const lines = pack.clauses.map((clause) => lineOf(clause, under.get(clause.id) ?? []));
  return {
    headline: pack.headline.map((each) => headlineOf(each, known)),
    promises: measured.filter(({ standing }) => standing.kind === 'promise'),
    counted: measured.filter(({ standing }) => standing.kind === 'count' || standing.kind === 'review'),
    headings: byHeading(lines),
    earlier: earlierPromises(measured, { pack, before }, known, today),
    extents: extentsOf(lines),
    sample: known.sample ?? null,
  };
}

function headlineOf({ title, promises }: Pack['headline'][number], { period, before, now }: Known): Headline {
  const sum = (of: ReadonlyMap<string, Tally>) =>
    promises.reduce((all, id) => plus(all, of.get(id) ?? noTally), noTally);
  const owed = promises.map((id) => now.get(id) ?? noneRunning);
  return {
    title,
    tally: sum(period),
    before: sum(before),
    now: owed.reduce(plusRunning, noneRunning),
  };
}

function lineOf(clause: Clause, commitments: readonly Measured[]): ClauseLine {
  return { clause, commitments, extent: extentOf(commitments) };
}

function extentOf(commitments: readonly Measured[]): Extent {
  if (commitments.length === 0) return 'statement';
  const measured = commitments.filter(({ standing }) => isMeasured(standing)).length;
  if (measured === commitments.length) return 'whole';
  return measured === 0 ? 'none' : 'part';
}

function extentsOf(lines: readonly ClauseLine[]): Board['extents'] {
  const counts = { whole: 0, part: 0, none: 0, statement: 0 };
  for (const { extent } of lines) counts[extent] += 1;
  return counts;
}

/**
 * Of the promises of earlier policies, those that no later one makes under the same id and in the same way: they
 * run on, and ended in the period, and would be counted nowhere.
 */
function earlierPromises(
  measured: readonly Measured[],
  { pack: present, before }: { readonly pack: Pack; readonly before: readonly Pack[] },
  known: Known,
  today: Temporal.PlainDate,
): Board['earlier'] {
  if (before.length === 0) return [];
  const shown = new Set(measured.map(asMeasured));
  return before.flatMap((pack) => {
    const commitments = pack.commitments
      .map((commitment) => ({ commitment, standing: standingOf(commitment, pack, known, today) }))
      .filter((each) => !shown.has(asMeasured(each)) && isCountedAtAll(each.standing));
    for (const each of commitments) shown.add(asMeasured(each));
    const { before: cite } = citesOf(pack, present);
    return commitments.length > 0 ? [{ pack, cite, commitments }] : [];
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
