import type { StillRight } from './confirmation.ts';

interface Version {
  readonly id: string;
  readonly recordedAt: Temporal.Instant;
}
interface WayVersion extends Version {
  readonly wayId: string;
}

/** Everything from which it can be told what was agreed at a moment: by when it was known, not by when it was true. */
export interface AgreementHistory<V extends Version, W extends WayVersion> {
  /** Newest first. */
  readonly versions: readonly V[];
  /** Of every further way, the newest of each first. */
  readonly ways: readonly W[];
  readonly asked: readonly {
    readonly versionId: string;
    readonly answer: StillRight;
    readonly at: Temporal.Instant;
  }[];
  /** When somebody else answered who may suspect something, and over which way. */
  readonly suspected: readonly Suspicion[];
  /** When another home than before was put on record. */
  readonly moved?: readonly Temporal.Instant[];
}

interface Suspicion {
  readonly at: Temporal.Instant;
  /** `further`: over the one of this id; `another` and what was not asked: over any. */
  readonly over: string;
  readonly wayId: string | null;
}

interface Standing {
  readonly askedAt: Temporal.Instant;
  readonly unsureSince: Temporal.Instant | null;
  readonly changedSince: Temporal.Instant | null;
  readonly movedSince: Temporal.Instant | null;
}
type Stood<V> = Omit<V, keyof Standing> & Standing;

/** What was agreed at that moment, with what was in doubt about it then; null where nothing had been agreed yet. */
export function agreementAt<V extends Version, W extends WayVersion>(
  history: AgreementHistory<V, W>,
  at: Temporal.Instant,
): (Stood<V> & { readonly further: readonly Stood<W>[] }) | null {
  const { versions, ways, suspected } = history;
  const first = standing(
    versions,
    history,
    suspected.filter(({ over }) => over !== 'further'),
    at,
  );
  if (first === null) return null;
  const further = [...new Set(ways.map(({ wayId }) => wayId))].flatMap((wayId) => {
    const own = ways.filter((each) => each.wayId === wayId);
    const theirs = suspected.filter((each) =>
      each.over === 'further' ? each.wayId === wayId : each.over !== 'first',
    );
    return standing(own, history, theirs, at) ?? [];
  });
  return { ...first, further };
}

function standing<V extends Version>(
  versions: readonly V[],
  { asked, moved = [] }: Pick<AgreementHistory<V, WayVersion>, 'asked' | 'moved'>,
  suspected: readonly Suspicion[],
  at: Temporal.Instant,
): Stood<V> | null {
  const inForce = versions.find(({ recordedAt }) => notAfter(recordedAt, at));
  if (!inForce) return null;
  const answers = (answer: StillRight) =>
    asked.filter((each) => each.versionId === inForce.id && each.answer === answer && notAfter(each.at, at));
  const askedAt =
    latest([inForce.recordedAt, ...answers('same').map((each) => each.at)]) ?? inForce.recordedAt;
  const doubts = suspected
    .map((each) => each.at)
    .filter((each) => Temporal.Instant.compare(each, at) < 0 && !notAfter(each, askedAt));
  const changes = answers('changed').map((each) => each.at);
  // That nothing has changed says nothing of where they live: only what is agreed anew is agreed since.
  const moves = moved.filter((each) => notAfter(each, at) && !notAfter(each, inForce.recordedAt));
  return {
    ...inForce,
    askedAt,
    unsureSince: latest(doubts),
    changedSince: latest(changes),
    movedSince: latest(moves),
  };
}

function notAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
