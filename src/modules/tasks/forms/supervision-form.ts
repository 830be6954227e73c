import { z } from 'zod';
import { formGiven, kept, known, line, optionalChoice, type Typed, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { typedDay } from '#kit/typed-day.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import type { StaffId } from '#rules/facts.ts';
import { type AgreedAction, mostActions, workerStandings } from '../supervision.ts';

/** The fields of one agreed action, by its number from 1. */
export function actionFields(number: number) {
  return { what: `action${number}`, owner: `actionOwner${number}`, due: `actionDue${number}` } as const;
}

const standings = workerStandings.map(({ value }) => value);

/** What was discussed and agreed; the worker's own wellbeing goes elsewhere. */
export const supervisionForm = formGiven(
  z
    .object({
      held: moment,
      discussed: reason('Write what you discussed', 20_000),
      standing: optionalChoice(standings, ''),
      wellbeing: words(5_000),
      action1: line(300),
      action2: line(300),
      action3: line(300),
      actions: known<ReturnType<typeof typedActions>>(),
    })
    .superRefine(({ standing, wellbeing, actions }, context) => {
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (wellbeing.trim() !== '' && standing === '') say('standing', 'Say how they are');
      for (const { fields, what, owner, due } of actions) {
        if (what === '') continue;
        if (owner === '') say(fields.owner, 'Choose who does it');
        if (typeof due === 'string') say(fields.due, due);
        if (due === null) say(fields.due, 'Enter the day by which it is to be done');
      }
    })
    .transform(({ actions, held, discussed, standing, wellbeing }) => ({
      held,
      discussed,
      standing,
      wellbeing,
      actions: actions.flatMap(({ what, owner, due }): readonly AgreedAction[] =>
        what !== '' && due instanceof Temporal.PlainDate
          ? [{ what, ownerId: owner as StaffId, dueOn: due }]
          : [],
      ),
    })),
  (typed, timeZone: string, now: Temporal.Instant) => ({
    ...typed,
    held: typedMoment(typed, 'held', { timeZone, notAfter: now, tooLate: 'This must be in the past' }),
    actions: typedActions(typed, now.toZonedDateTimeISO(timeZone).toPlainDate()),
  }),
);

function typedActions(typed: Typed, today: Temporal.PlainDate) {
  return Array.from({ length: mostActions }, (_, index) => {
    const fields = actionFields(index + 1);
    const due = typedDay(typed, fields.due, { notBefore: today, tooEarly: 'The day has passed already' });
    return { fields, what: kept(typed, fields.what).trim(), owner: kept(typed, fields.owner), due };
  });
}
