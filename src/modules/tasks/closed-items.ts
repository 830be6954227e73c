import { casePaths } from '#modules/case-file/pure.ts';
import type { DayItem } from './day.ts';
import type { RiskAfterClosing } from './store/day-cases.ts';

/** Somebody said how high a risk is in a case that is closed: on the day until it is opened again, or judged. */
export function afterClosingItem({ caseId, reference, danger }: RiskAfterClosing): DayItem {
  return {
    kind: 'risk_after_closing',
    caseId,
    reference,
    what: 'A level of risk was proposed after this case was closed: open it again, or judge the level and say why',
    at: null,
    waits: { words: 'Today', today: true },
    appointment: false,
    danger,
    standsInFor: null,
    href: casePaths.overview(caseId),
    way: 'Open the case',
  };
}
