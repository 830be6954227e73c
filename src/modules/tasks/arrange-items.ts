import type { ToArrange } from '#modules/contact/index.ts';
import { diaryPaths } from '#modules/diary/pure.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';

/** Their safe times lie where nobody works: on the day until somebody planned who rings, or is on call then. */
export function arrangeItem(
  { caseId, reference, danger, leadId }: ToArrange,
  { standIn }: DayReader,
): DayItem {
  return {
    kind: 'to_arrange',
    ...{ caseId, reference, danger, appointment: false, at: null },
    what: 'Their safe times lie outside the office’s hours: arrange who rings, and plan it',
    waits: { words: 'Today', today: true },
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: diaryPaths.plan(caseId),
    way: 'Plan it',
  };
}
