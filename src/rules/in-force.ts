/** A landlord's policy, and from when it holds. */
export interface InForce {
  readonly packId: string;
  /** Null: since the landlord began. */
  readonly from: Temporal.Instant | null;
}

/** A policy with its beginning and its end; `until` null: still in force. */
export interface Span extends InForce {
  readonly until: Temporal.Instant | null;
}

/**
 * The policy that holds at this moment.
 * @param policies as they began, the landlord's first one first; of two from the same moment the last one holds
 */
export function inForceAt<P extends InForce>(policies: readonly P[], at: Temporal.Instant): P {
  const begun = policies.filter(({ from }) => from === null || Temporal.Instant.compare(from, at) <= 0);
  const last = begun.at(-1);
  if (!last) throw new Error('A landlord has no policy');
  return last;
}

/** Each policy with the time for which it held; one that another replaced at once held for none and is left out. */
export function spansOf(policies: readonly InForce[]): readonly Span[] {
  return policies
    .map((each, index) => ({ ...each, until: policies[index + 1]?.from ?? null }))
    .filter(({ from, until }) => from === null || until === null || !from.equals(until));
}
