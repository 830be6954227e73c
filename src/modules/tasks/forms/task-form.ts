import { z } from 'zod';
import { formGiven, line, requiredLine, type Typed, versionSeen, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import type { StaffId } from '#rules/facts.ts';

const what = requiredLine('Say what is to be done', 300);
const owner = requiredLine('Choose who does it', 40)
  .pipe(z.uuid('Choose who does it'))
  .transform((id) => id as StaffId);
/** Nothing is planned for the past; a year ahead is far enough for a task. */
function dueIn(typed: unknown, today: Temporal.PlainDate) {
  return typedDay(typed as Typed, 'due', {
    missing: 'Enter the day by which it is to be done',
    notBefore: today,
    tooEarly: 'The day has passed already',
    notAfter: today.add({ years: 1 }),
    tooLate: 'Choose a day within a year',
  });
}

/** A task of a case, for somebody whom its wall lets in; whether it does is decided again when it is saved. */
export const taskForm = formGiven(
  z.object({ what, why: words(2_000), ownerId: owner, due: day }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, due: dueIn(typed, today) }),
);

/** A reminder of one's own. */
export const reminderForm = formGiven(
  z.object({ what, why: words(2_000), due: day }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, due: dueIn(typed, today) }),
);

export const ownerForm = z.object({
  ownerId: owner,
  givenWhy: requiredLine('Say why somebody else does it', 500),
  _version: versionSeen,
});

export const completionForm = z.object({ outcome: line(500), _version: versionSeen });

export const droppingForm = z.object({
  droppedWhy: requiredLine('Say why it is not to be done after all', 500),
  _version: versionSeen,
});

export const moveForm = formGiven(
  z.object({ due: day, movedWhy: requiredLine('Say why it moves', 500), _version: versionSeen }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, due: dueIn(typed, today) }),
);
