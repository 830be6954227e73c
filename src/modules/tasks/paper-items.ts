import { casePaths } from '#modules/case-file/pure.ts';
import type { PaperInDoubt } from '#modules/plans/index.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';

/** A paper that somebody else may find: on the day until it was decided about, by no set time but a safe one. */
export function paperItem(
  { caseId, reference, danger, leadId, adviceStruckAt }: PaperInDoubt,
  { standIn }: DayReader,
): DayItem {
  return {
    kind: 'paper_in_doubt',
    ...{ caseId, reference, danger, appointment: false, at: null },
    what: adviceStruckAt
      ? 'What a paper of theirs says about their home was recorded in error: tell them'
      : 'A paper of theirs went over a way that is no longer agreed: ask who may find it',
    waits: { words: 'At the next safe contact', today: true },
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: casePaths.actionPlan(caseId),
    way: 'Look at it',
  };
}
