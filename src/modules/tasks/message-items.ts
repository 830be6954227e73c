import { casePaths } from '#modules/case-file/pure.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';
import type { MessagesAsking } from './store/day-cases.ts';

/** Something to the person stands at the door, did not arrive or is in doubt: on the day until somebody saw to it. */
export function messageItem(
  { caseId, reference, danger, leadId }: MessagesAsking,
  { standIn }: DayReader,
): DayItem {
  return {
    kind: 'message',
    ...{ caseId, reference, danger, appointment: false, at: null },
    what: 'A message does not leave, did not arrive or is in doubt: see why',
    waits: { words: 'Today', today: true },
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: casePaths.messages(caseId),
    way: 'Look at it',
  };
}
