import { z } from 'zod';
import { choice, formGiven, offered, onList, requiredLine, words } from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { type DayBounds, day, typedDay } from '#kit/typed-day.ts';
import type { StaffId } from '#rules/facts.ts';
import { type Choice, valuesOf } from '#rules/words.ts';
import {
  droppings,
  endings,
  findings,
  mayGoAnswers,
  needStates,
  needs,
  openings,
  outcomes,
  safeguardingAbout,
  safeguardingStates,
} from '../words.ts';

const one = <T extends string>(choices: readonly Choice<T>[], missing: string) =>
  choice(valuesOf(choices), missing);

/** A file knows of no case: whoever reads it must not learn that there is one, nor be able to find it. */
const apart = (missing: string, most = 4_000) =>
  reason(missing, most).refine((text) => !/\b[CD]-[A-Z2-9]{4}-[A-Z2-9]{4}\b/i.test(text), namesACase);
export const namesACase = 'Leave out the reference of a case or a disclosure: this file stands by itself';

const past = (today: Temporal.PlainDate, missing: string): DayBounds => ({
  missing,
  notAfter: today,
  tooLate: 'This must not be in the future',
});

/** Whom it is about, how it came, and who works on it. */
export const newFileForm = formGiven(
  z.object({
    person: requiredLine('Enter the reference of the person', 100),
    because: one(openings, 'Say how it came'),
    words: apart('Say how it came, without naming anybody else', 2_000),
    workerId: offered<StaffId>('Choose who works on it'),
  }),
  (typed, colleagues: readonly StaffId[]) => ({ ...typed, workerId: onList(colleagues, typed, 'workerId') }),
);

export const noteForm = z.object({ words: apart('Write what happened, was said or was done') });

export const needForm = z.object({
  code: one(needs, 'Say what they need'),
  state: one(needStates, 'Say how it stands'),
  words: apart('Say it in a sentence'),
});

export const safeguardingForm = z.object({
  code: one(safeguardingAbout, 'Say who is at risk'),
  state: one(safeguardingStates, 'Say whether the council was told'),
  words: apart('Say who was spoken with and what they said, or why it was not referred'),
});

export const standingForm = formGiven(
  z.object({
    code: one(findings, 'Say by whom it was decided'),
    decided: day,
    words: apart('Say what was decided'),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    decided: typedDay(typed, 'decided', past(today, 'Enter the day on which it was decided')),
  }),
);

export const workerForm = formGiven(
  z.object({
    workerId: offered<StaffId>('Choose who works on it'),
    words: apart('Say why this colleague', 500),
  }),
  (typed, colleagues: readonly StaffId[]) => ({ ...typed, workerId: onList(colleagues, typed, 'workerId') }),
);

export const endingForm = z.object({
  as: one(endings, 'Say how it ends'),
  words: apart('Say why'),
});

const yes = (missing: string) => choice(['yes'], missing);

/** Of their own will, accredited, with support for the partner: another kind of course can make it worse. */
export const programmeForm = z.object({
  name: requiredLine('Enter the name of the programme'),
  accredited: yes('Only a programme that is accredited: without that it may make things worse'),
  partner: yes('Only a programme that supports the partner or former partner beside it'),
  voluntary: yes('Only where they want it themselves: nobody is made to go'),
  words: apart('Say what they want from it, in their words'),
});

export const questionForm = z.object({});

export const referralForm = formGiven(
  z.object({
    referred: day,
    words: apart('Say to whom it was made, and how'),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    referred: typedDay(typed, 'referred', {
      ...past(today, 'Enter the day on which it was made'),
      notBefore: today.subtract({ days: 7 }),
      tooEarly: 'That is more than a week ago. A referral is made only once the answer is that it may go',
    }),
  }),
);

export const outcomeForm = z.object({
  outcome: one(outcomes, 'Say what came of it'),
  words: apart('Say what you know, and who told you'),
});

export const droppingForm = z.object({
  outcome: one(droppings, 'Say why it is not made'),
  words: apart('Say it in a sentence'),
});

/** For the manager who answers alone. */
export const answerForm = z.object({
  said: one(mayGoAnswers, 'Say whether it may go'),
  words: words(2_000).refine(isReason, saidTooLittle),
});
