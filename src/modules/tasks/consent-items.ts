import { casePaths } from '#modules/case-file/pure.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';
import type { ConsentAsking } from './store/day-cases.ts';

/** What they agreed to share grows old: on the day until they are asked again, and never but at a safe moment. */
export function consentItem(
  { caseId, reference, danger, leadId }: ConsentAsking,
  { standIn }: DayReader,
): DayItem {
  return {
    kind: 'consent',
    ...{ caseId, reference, danger, appointment: false, at: null },
    what: 'What they agreed to share with others has ended, or ends within a week: ask again',
    waits: { words: 'At the next safe contact', today: false },
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: casePaths.sharing(caseId),
    way: 'Look at it',
  };
}
