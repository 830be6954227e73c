import { casePaths } from '#modules/case-file/pure.ts';
import { type Danger, dangerPaths } from '#modules/danger/pure.ts';
import { atTheOffice, nextWorkingDay, timeOn } from '#rules/calendar.ts';
import { dangerOwed, dangerOwedInWords } from '#rules/danger-asked.ts';
import type { CaseId } from '#rules/facts.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';
import type { HighRiskAsked } from './store/day.ts';

/** Danger that nobody has dealt with is late from the moment at which it was told. */
export function dangerItem({ id, caseId, reference, raisedAt }: Danger): DayItem {
  return {
    kind: 'danger',
    caseId: caseId as CaseId | null,
    reference,
    what: 'Somebody is in danger: act, and write down what was done',
    at: raisedAt,
    appointment: false,
    danger: true,
    standsInFor: null,
    href: dangerPaths.deal(id),
    way: 'Write down what was done',
  };
}

/** High risk, and nobody has asked about danger when they could: owed by the end of the working day after that. */
export function unaskedItem(
  asked: HighRiskAsked,
  { calendar, standIn }: DayReader,
  now: Temporal.Instant,
): readonly DayItem[] {
  const owed = dangerOwed({ ...asked, high: true }, now);
  if (!owed) return [];
  const { caseId, reference, danger, leadId } = asked;
  const day = nextWorkingDay(atTheOffice(owed.since, calendar).toPlainDate(), calendar);
  return [
    {
      kind: 'danger_unasked',
      ...{ caseId, reference, danger, appointment: false },
      what: dangerOwedInWords(owed, calendar),
      at: timeOn(day, calendar.closes, calendar),
      standsInFor: standIn.get(leadId) ?? null,
      href: casePaths.newContact(caseId),
      way: 'Record a contact',
    },
  ];
}
