import { z } from 'zod';
import {
  choice,
  formGiven,
  line,
  offeredOrNone,
  onList,
  requiredLine,
  type Typed,
  ticked,
  words,
} from '#kit/forms.ts';
import { type DayBounds, dayFields, optionalDay, typedDay } from '#kit/typed-day.ts';
import type { StaffId } from '#rules/facts.ts';
import type { ActionTerms } from '../plan.ts';

const pick = 'Choose the colleague who does it';

/**
 * An action: what, why, who and by when. What a colleague or an agency does has a day; what the person does themselves
 * need not have one (V3.4).
 * @param colleagues who may be asked to do it: those whom the wall lets in
 */
export const actionForm = formGiven(
  z
    .object({
      what: requiredLine('Say what will be done', 300),
      why: words(2_000),
      copyWords: line(300),
      owner: choice(['person', 'colleague', 'agency'], 'Say who does it'),
      ownerId: offeredOrNone<StaffId>(pick),
      agency: line(200),
      due: optionalDay,
      safety: ticked(),
    })
    .superRefine(({ owner, ownerId, agency, due }, context) => {
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (owner === 'colleague' && ownerId === '') missing('ownerId', pick);
      if (owner === 'agency' && agency === '') missing('agency', 'Enter the agency that does it');
      if (owner !== 'person' && due === null) missing('due', 'Enter the day by which it is done');
    })
    .transform(({ due, ownerId, agency, ...rest }) => ({
      ...rest,
      ownerId: rest.owner === 'colleague' ? ownerId || null : null,
      agency: rest.owner === 'agency' ? agency : '',
      dueOn: due,
    })) satisfies z.ZodType<ActionTerms>,
  (typed, colleagues: readonly StaffId[], bounds: DayBounds) => ({
    ...typed,
    ownerId: onList(colleagues, typed, 'ownerId'),
    due: typedDay(typed, 'due', bounds),
  }),
);

export function typedAction(action: ActionTerms): Typed {
  const { what, why, copyWords, owner, ownerId, agency, dueOn, safety } = action;
  const due = dueOn ? dayFields('due', dueOn) : {};
  return { what, why, copyWords, owner, ownerId: ownerId ?? '', agency, safety: safety ? 'yes' : '', ...due };
}
