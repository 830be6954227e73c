import type { StillRight } from './confirmation.ts';

interface Version {
  readonly id: string;
  readonly recordedAt: Temporal.Instant;
}

/** Everything from which it can be told what was agreed at a moment: by when it was known, not by when it was true. */
export interface AgreementHistory<V extends Version> {
  /** Newest first. */
  readonly versions: readonly V[];
  readonly asked: readonly {
    readonly versionId: string;
    readonly answer: StillRight;
    readonly at: Temporal.Instant;
  }[];
  /** When somebody else answered who may suspect something. */
  readonly suspected: readonly Temporal.Instant[];
}

interface Standing {
  readonly askedAt: Temporal.Instant;
  readonly unsureSince: Temporal.Instant | null;
  readonly changedSince: Temporal.Instant | null;
}

/** What was agreed at that moment, with what was in doubt about it then; null where nothing had been agreed yet. */
export function agreementAt<V extends Version>(
  { versions, asked, suspected }: AgreementHistory<V>,
  at: Temporal.Instant,
): (Omit<V, keyof Standing> & Standing) | null {
  const inForce = versions.find(({ recordedAt }) => notAfter(recordedAt, at));
  if (!inForce) return null;
  const answers = (answer: StillRight) =>
    asked.filter((each) => each.versionId === inForce.id && each.answer === answer && notAfter(each.at, at));
  const askedAt =
    latest([inForce.recordedAt, ...answers('same').map((each) => each.at)]) ?? inForce.recordedAt;
  const doubts = suspected.filter(
    (each) => Temporal.Instant.compare(each, at) < 0 && !notAfter(each, askedAt),
  );
  const changes = answers('changed').map((each) => each.at);
  return { ...inForce, askedAt, unsureSince: latest(doubts), changedSince: latest(changes) };
}

function notAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}

function latest(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return instants.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
