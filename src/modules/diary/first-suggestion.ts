import type { Typed } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import type { CaseModel } from '#modules/cases/pure.ts';
import { atTheOffice, nextWorkingDay, timeOn } from '#rules/calendar.ts';
import { type Duty, earliestSafeMoment } from '#rules/safe-moment.ts';

/**
 * How the form begins: at the earliest moment that is safe while whoever leads the case is on duty, on a round five
 * minutes; where there is none, at the next opening of the office, for somebody to choose.
 */
export function firstSuggestion(
  { agreed, calendar, now }: Pick<CaseModel, 'agreed' | 'calendar' | 'now'>,
  duty: readonly Duty[],
): Typed {
  const { timeZone } = calendar.rules;
  const others = { interpreter: 'not_needed', checkIn: 'none' };
  const safe = earliestSafeMoment({ agreement: agreed, now, due: null, calendar, duty });
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
  return { ...momentFields('starts', starts, timeZone), length: minutes < 30 ? '15' : '30', ...others };
}
