import { z } from 'zod';
import { choice, formGiven, known, line, versionSeen } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { readDate } from './dates.ts';
import { visible } from './visible.ts';

/** Somebody whom Lintel recorded, corrected; given today, for a birthday that is still to come. */
export const correctionForm = formGiven(
  z
    .looseObject({
      _version: versionSeen,
      givenName: line(100).transform(visible),
      familyName: line(100).transform(visible),
      alsoKnownAs: line(1_000),
      'dateOfBirth-day': line(10),
      'dateOfBirth-month': line(10),
      'dateOfBirth-year': line(10),
      today: known<Temporal.PlainDate>(),
    })
    .refine((form) => form.givenName !== '' || form.familyName !== '', {
      path: ['givenName'],
      message: 'Enter at least one name',
    })
    .transform((form, context) => {
      const dateOfBirth = typedDate(form);
      const wrong =
        dateOfBirth === 'wrong' || (dateOfBirth && Temporal.PlainDate.compare(dateOfBirth, form.today) > 0);
      if (wrong)
        context.addIssue({ code: 'custom', path: ['dateOfBirth'], message: 'Enter a real date of birth' });
      return {
        version: form._version,
        givenName: form.givenName,
        familyName: form.familyName,
        alsoKnownAs: form.alsoKnownAs
          .split(';')
          .map(visible)
          .filter((name) => name !== ''),
        dateOfBirth: dateOfBirth === 'wrong' ? null : dateOfBirth,
      };
    }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, today }),
);

function typedDate(
  typed: Readonly<Record<`dateOfBirth-${'day' | 'month' | 'year'}`, string>>,
): Temporal.PlainDate | null | 'wrong' {
  const parts = (['year', 'month', 'day'] as const).map((unit) => typed[`dateOfBirth-${unit}`]);
  if (parts.every((part) => part === '')) return null;
  return readDate(parts.join('-')) ?? 'wrong';
}

export const decisionForm = z.looseObject({
  _version: versionSeen,
  decision: choice(['linked', 'kept_apart'], 'Choose whether this is one person'),
});

export const undoingForm = z.looseObject({
  _version: versionSeen,
  why: reason('Say why you take the decision back', 1_000),
});

/** What is looked for comes in the body: a name in an address would be kept by the browser. */
export const searchFields = z.object({
  q: line(200),
  page: z.coerce.number().int().min(1).max(10).catch(1),
});
