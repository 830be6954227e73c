import { byItself, type Cite, type Cites, citesOf } from '#rules/cite.ts';
import type { Clause, Commitment, Pack } from '#rules/pack.ts';
import { citedOf, editionsOf, gatesOf, headlineOf, headOf, officeHoursOf, wordsOf } from './facts.ts';
import { type Said, termsOf } from './terms.ts';

/** One thing that two policies say otherwise; null where one of them says nothing of it. */
export interface SaidOtherwise {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is in both by its id, and not the same in both. */
export interface Altered<T> {
  readonly before: T;
  readonly after: T;
  readonly differs: readonly SaidOtherwise[];
}

interface Compared<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly altered: readonly Altered<T>[];
}

/** All that is different under another policy. */
export interface Difference {
  readonly promises: Compared<Commitment>;
  readonly clauses: Compared<Clause>;
  readonly words: readonly SaidOtherwise[];
  readonly officeHours: readonly SaidOtherwise[];
  readonly gates: readonly SaidOtherwise[];
  /** The clauses on which refusals rest. */
  readonly cited: readonly SaidOtherwise[];
  /** Title, publisher, version and reviews. */
  readonly head: readonly SaidOtherwise[];
  /** How a clause of each is cited beside the other's. */
  readonly cites: Cites;
}

export function difference(before: Pack, after: Pack): Difference {
  const cites = citesOf(before, after);
  const facts = (of: Saying<Pack>) => otherwise(of, before, after, cites);
  return {
    cites,
    promises: compared(before.commitments, after.commitments, termsOf, cites),
    clauses: compared(before.clauses, after.clauses, clauseInWords, cites),
    words: facts(wordsOf),
    officeHours: facts(officeHoursOf),
    gates: facts(gatesOf),
    cited: facts(citedOf),
    // What changed within another policy is a matter of that one.
    head: facts((pack) => ({
      ...headOf(pack),
      ...headlineOf(pack),
      ...(before.id === after.id && editionsOf(pack)),
    })),
  };
}

export function isSame({ promises, clauses, cites: _, ...facts }: Difference): boolean {
  return (
    [promises, clauses].every(
      ({ added, removed, altered }) => added.length + removed.length + altered.length === 0,
    ) && Object.values(facts).every((each) => each.length === 0)
  );
}

function clauseInWords({ heading, says, statement, forReview = [] }: Clause): Said {
  const found = forReview.map((each) => `“${each.found}”: ${each.says}`).join(' ');
  return {
    Says: says,
    Heading: heading,
    'Promises something': statement ? 'no' : 'yes',
    'For the review': found || 'nothing',
  };
}

/** By id, in the order of the policy in which each stands. */
function compared<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  inWords: Saying<T>,
  cites: Cites,
): Compared<T> {
  const then = new Map(after.map((each) => [each.id, each]));
  const now = new Set(before.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !now.has(id)),
    removed: before.filter(({ id }) => !then.has(id)),
    altered: before.flatMap((each) => {
      const other = then.get(each.id);
      const differs = other ? otherwise(inWords, each, other, cites) : [];
      return other && differs.length > 0 ? [{ before: each, after: other, differs }] : [];
    }),
  };
}

/** What is said of something, with its clauses cited so. */
type Saying<T> = (of: T, cite: Cite) => Said;

/** What is not the same in both, whosever clause it is; shown with whose. */
function otherwise<T>(say: Saying<T>, before: T, after: T, cites: Cites): readonly SaidOtherwise[] {
  const [then, now] = [say(before, byItself), say(after, byItself)];
  const [was, becomes] = [say(before, cites.before), say(after, cites.after)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter((what) => then[what] !== now[what])
    .map((what) => ({ what, before: was[what] ?? null, after: becomes[what] ?? null }));
}
