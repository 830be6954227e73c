import { z } from 'zod';
import { formGiven, type Typed } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { moment, momentFields, typedMoment } from '#kit/typed-moment.ts';
import { type Danger, type DangerHow, type Dealing, dangerHows } from './danger.ts';

const words = (missing: string) =>
  z.string().trim().min(1, missing).max(5000, 'Use 5,000 characters at most');

/** What was done, by whom, when: in words, because a tick makes nobody safer. */
export const dealingForm = formGiven(
  z.object({
    at: moment,
    done: words('Write down what was done').refine(
      isReason,
      'Say what was done in a sentence: who was rung or met, and what came of it',
    ),
    doneBy: words('Enter who did it').min(2, 'Enter who did it').max(200, 'Use 200 characters at most'),
  }) satisfies z.ZodType<Dealing>,
  (typed, timeZone: string, raisedAt: Temporal.Instant, now: Temporal.Instant) => ({
    ...typed,
    at: typedMoment(typed, 'at', {
      timeZone,
      notBefore: raisedAt,
      tooEarly: 'This is before we were told. Say what was done since',
      notAfter: now,
      tooLate: 'Say what was done already, not what is to be done',
    }),
  }),
);

/**
 * How the form begins: with what was written down of it as it was told, by whom and when, to be read and confirmed, not
 * typed again; else with whoever writes, now.
 */
export function dealingBegins(
  { doneAsTold, doneAsToldByName, raisedAt }: Danger,
  writer: string,
  now: Temporal.Instant,
  timeZone: string,
): Typed {
  if (doneAsTold === null) return { doneBy: writer, ...momentFields('at', now, timeZone) };
  return { done: doneAsTold, doneBy: doneAsToldByName ?? '', ...momentFields('at', raisedAt, timeZone) };
}

export interface Raising {
  readonly how: DangerHow;
  readonly said: string;
}

const hows = dangerHows.map(({ value }) => value);

export const raisingForm: z.ZodType<Raising> = z.object({
  how: z.custom<DangerHow>((value) => hows.includes(value as DangerHow), 'Choose how you learnt of it'),
  said: words('Say what the danger is, in a few words'),
});
