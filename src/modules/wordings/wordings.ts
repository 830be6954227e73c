import type { Language } from '#rules/languages.ts';
import type { ProposalKind } from '#rules/proposal.ts';
import type { Wording } from '#rules/wording.ts';

/** One proposes what shall be said, another decides. */
export const wordingKind = {
  approval: 'approved',
  basis: 'safe-contact',
  withdrawnBy: 'proposer',
  says: { own: 'You proposed this. Somebody else has to decide: a manager of the team.' },
} as const satisfies ProposalKind<'approved'>;

/** A version that somebody proposed. */
export interface Version extends Wording {
  readonly id: string;
  readonly decision: string | null;
  readonly decidedAt: Temporal.Instant | null;
}

/** Something that comes with Lintel. */
export interface Starting extends Wording {
  /** Nobody who speaks the language has read it: it is used once the landlord has approved it. */
  readonly toCheck: boolean;
}

export interface Withdrawal {
  readonly key: string;
  readonly language: Language;
  readonly at: Temporal.Instant;
  readonly byName: string | null;
  readonly why: string;
}

/** A wording as it stands: what is said, since when, and what waits. */
export interface Standing<V extends Version = Version> {
  /** As an address names it. */
  readonly of: string;
  readonly wording: Wording;
  /** `to-check`: it came with Lintel, and waits for somebody who speaks the language. */
  readonly state: 'in-use' | 'to-check' | 'withdrawn' | 'proposed';
  /** The version in use; null: it came with Lintel. */
  readonly versionId: string | null;
  readonly waits: V | null;
  /** Since when nothing is made of it, by whom and why. */
  readonly withdrawal: Withdrawal | null;
  /** Decided, the latest first. */
  readonly earlier: readonly V[];
}

/** Each wording in each language, in the order of Lintel's own, then the landlord's. */
export function standings<V extends Version>(
  starting: readonly Starting[],
  versions: readonly V[],
  withdrawals: readonly Withdrawal[],
): readonly Standing<V>[] {
  const byKey = Map.groupBy(versions, ofWording);
  const own = [...byKey.keys()].filter((of) => !starting.some((each) => ofWording(each) === of));
  return [...starting.map(ofWording), ...own].flatMap((of) => {
    const from = starting.find((each) => ofWording(each) === of);
    const standing = standingOf(of, from, byKey.get(of) ?? [], withdrawals);
    return standing ? [standing] : [];
  });
}

/** `please-call.en` */
export function ofWording({ key, language }: Pick<Wording, 'key' | 'language'>): string {
  return `${key}.${language}`;
}

function standingOf<V extends Version>(
  of: string,
  from: Starting | undefined,
  versions: readonly V[],
  withdrawals: readonly Withdrawal[],
): Standing<V> | null {
  const waits = versions.find(({ decision }) => decision === null) ?? null;
  const earlier = versions
    .filter(({ decision }) => decision !== null)
    .toSorted((one, other) => byTime(other.decidedAt, one.decidedAt));
  const approved = earlier.find(({ decision }) => decision === 'approved');
  const wording = approved ?? from ?? waits ?? earlier[0];
  if (!wording) return null;
  const withdrawal =
    withdrawals.find(
      (each) => ofWording(each) === of && (!approved?.decidedAt || byTime(each.at, approved.decidedAt) >= 0),
    ) ?? null;
  const unread = !approved && from?.toCheck === true;
  const state = withdrawal ? 'withdrawn' : unread ? 'to-check' : approved || from ? 'in-use' : 'proposed';
  return { of, wording, state, versionId: approved?.id ?? null, waits, withdrawal, earlier };
}

function byTime(one: Temporal.Instant | null, other: Temporal.Instant | null): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  return Temporal.Instant.compare(one, other);
}
