import type { EventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Commitment, Measure } from '#rules/pack.ts';
import { reasonInWords } from './figures.ts';

/** Something behind a figure that is no promise with a deadline: that it was not done, or why it was counted. */
export interface Happening {
  readonly name: string;
  readonly caseId: CaseId;
  readonly caseReference: string;
  readonly at: Temporal.Instant;
  /** Why it was counted, where that is told apart. */
  readonly why: string | null;
  /** Of what was offered: its kind. */
  readonly kind: string | null;
}

/** Which events of a commitment somebody looks into: what was not done, and what is told apart by why. */
export function toLookInto(measure: Measure): readonly EventName[] {
  if (measure.kind === 'share') return measure.notDone;
  return measure.kind === 'count' && measure.by === 'why' ? [measure.of] : [];
}

/** Each with what it counts for; one event may count for several. */
export function countingFor(
  commitments: readonly Commitment[],
  happenings: readonly Happening[],
): readonly (Happening & { readonly title: string; readonly how: string })[] {
  return happenings.flatMap((each) =>
    commitments
      .filter(({ measure }) => toLookInto(measure).some((name) => name === each.name) && isOf(measure, each))
      .map(({ title, measure }) => ({
        ...each,
        title,
        how: measure.kind === 'share' ? 'Counts as not kept' : reasonInWords(`counted:${each.why ?? ''}`),
      })),
  );
}

function isOf(measure: Measure, { kind }: Happening): boolean {
  if (measure.kind !== 'share' || !measure.kinds) return true;
  return kind !== null && measure.kinds.includes(kind);
}
