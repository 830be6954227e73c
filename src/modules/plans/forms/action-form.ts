import { z } from 'zod';
import { choice, line, requiredLine, type Typed, ticked, words } from '#kit/forms.ts';
import { type DayBounds, dayFields, optionalDay, typedDay } from '#kit/typed-day.ts';
import type { StaffId } from '#rules/facts.ts';
import type { ActionTerms } from '../plan.ts';

/**
 * An action: what, why, who and by when. What a colleague or an agency does has a day; what the person does themselves
 * need not have one (V3.4).
 * @param colleagues who may be asked to do it: those whom the wall lets in
 */
export function actionForm(colleagues: readonly StaffId[], bounds: DayBounds): z.ZodType<ActionTerms> {
  return z
    .preprocess(
      (typed) => ({ ...(typed as Typed), due: typedDay(typed as Typed, 'due', bounds) }),
      z.object({
        what: requiredLine('Say what will be done', 300),
        why: words(2_000),
        copyWords: line(300),
        owner: choice(['person', 'colleague', 'agency'], 'Say who does it'),
        ownerId: z.preprocess((value) => value || null, z.custom<StaffId | null>(isKnown(colleagues), pick)),
        agency: line(200),
        due: optionalDay,
        safety: ticked(),
      }),
    )
    .superRefine(({ owner, ownerId, agency, due }, context) => {
      const missing = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      if (owner === 'colleague' && ownerId === null) missing('ownerId', pick);
      if (owner === 'agency' && agency === '') missing('agency', 'Enter the agency that does it');
      if (owner !== 'person' && due === null) missing('due', 'Enter the day by which it is done');
    })
    .transform(({ due, ownerId, agency, ...rest }) => ({
      ...rest,
      ownerId: rest.owner === 'colleague' ? ownerId : null,
      agency: rest.owner === 'agency' ? agency : '',
      dueOn: due,
    }));
}

const pick = 'Choose the colleague who does it';

function isKnown(colleagues: readonly StaffId[]): (value: unknown) => boolean {
  return (value) => value === null || value === undefined || colleagues.includes(value as StaffId);
}

export function typedAction(action: ActionTerms): Typed {
  const { what, why, copyWords, owner, ownerId, agency, dueOn, safety } = action;
  const due = dueOn ? dayFields('due', dueOn) : {};
  return { what, why, copyWords, owner, ownerId: ownerId ?? '', agency, safety: safety ? 'yes' : '', ...due };
}
