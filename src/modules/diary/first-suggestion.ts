import type { Typed } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { Agreement } from '#rules/agreement.ts';
import { atTheOffice, nextWorkingDay, timeOn } from '#rules/calendar.ts';
import { earliestOverAll } from '#rules/earliest-way.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Duty } from '#rules/safe-moment.ts';
import type { PlanFacts } from './form-check.ts';

/**
 * How the form begins: at the earliest moment that is safe while one of these is on duty, with them, on a round five
 * minutes; where there is none, at the next opening of the office, for somebody to choose.
 */
export function firstSuggestion(
  { agreed, calendar, now }: Pick<CaseModel, 'agreed' | 'calendar' | 'now'>,
  duty: readonly Duty[],
): Typed {
  const { timeZone } = calendar.rules;
  const others = { interpreter: 'not_needed', checkIn: 'none' };
  const safe = earliestOverAll({ agreed, now, due: null, calendar, duty });
  if (safe.kind !== 'at') {
    const day = nextWorkingDay(atTheOffice(now, calendar).toPlainDate(), calendar);
    return {
      ...momentFields('starts', timeOn(day, calendar.opens, calendar), timeZone),
      length: '30',
      ...others,
    };
  }
  const starts = safe.from.round({ smallestUnit: 'minute', roundingIncrement: 5, roundingMode: 'ceil' });
  const minutes = starts.until(safe.to).total('minutes');
  const length = minutes < 30 ? '15' : '30';
  return {
    ...momentFields('starts', starts, timeZone),
    length,
    ...others,
    staffId: safe.staffId,
    over: safe.over,
  };
}

/**
 * Whose duty is looked at: the lead's, unless the person asked for a woman or a man and the lead is not known to be
 * one; then that of every colleague who is (L2.3).
 */
export function whoMightGo(
  leadId: StaffId,
  agreed: Pick<Agreement, 'workerGender'> | null,
  { colleagues, genders }: Pick<PlanFacts, 'colleagues' | 'genders'>,
): readonly StaffId[] {
  const wanted = agreed?.workerGender;
  if ((wanted !== 'woman' && wanted !== 'man') || genders.get(leadId) === wanted) return [leadId];
  const fitting = colleagues.map(({ id }) => id).filter((id) => genders.get(id) === wanted);
  return fitting.length > 0 ? fitting : [leadId];
}
