import { z } from 'zod';
import type { Typed } from '#kit/forms.ts';
import { isReason } from '#kit/real-reason.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { type DangerHow, type Dealing, dangerHows } from './danger.ts';

const words = (missing: string) =>
  z.string().trim().min(1, missing).max(5000, 'Use 5,000 characters at most');

/** What was done, by whom, when: in words, because a tick makes nobody safer. */
export function dealingForm(
  timeZone: string,
  raisedAt: Temporal.Instant,
  now: Temporal.Instant,
): z.ZodType<Dealing> {
  return z.preprocess(
    (typed) => ({
      ...(typed as Typed),
      at: typedMoment(typed as Typed, 'at', {
        timeZone,
        notBefore: raisedAt,
        tooEarly: 'This is before we were told. Say what was done since',
        notAfter: now,
        tooLate: 'Say what was done already, not what is to be done',
      }),
    }),
    z.object({
      at: moment,
      done: words('Write down what was done').refine(
        isReason,
        'Say what was done in a sentence: who was rung or met, and what came of it',
      ),
      doneBy: words('Enter who did it').min(2, 'Enter who did it').max(200, 'Use 200 characters at most'),
    }),
  );
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
