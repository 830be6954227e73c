import { z } from 'zod';
import { choice, optionalChoice, type Typed, words } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { stillRightAnswers } from '#modules/agreement/pure.ts';
import {
  asksAboutSuspicion,
  contactChannels,
  contactOutcomes,
  stopsTheClock,
  suspicions,
} from '../contact-outcomes.ts';

export interface ContactFacts {
  readonly timeZone: string;
  readonly firstKnown: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** Whether anything is agreed about contact: then every contact asks whether it is still right. */
  readonly agreed: boolean;
}

/** A contact or an attempt. `happened` lies between when we first knew and now. */
export function contactForm({ timeZone, firstKnown, now, agreed }: ContactFacts) {
  const bounds: MomentBounds = {
    timeZone,
    notAfter: now,
    tooLate: 'Record a contact once it has happened',
    notBefore: firstKnown,
    tooEarly: 'This is before anybody told us. Check the day and the time',
  };
  return z
    .preprocess(
      (typed) => ({ ...(typed as Typed), happened: typedMoment(typed as Typed, 'happened', bounds) }),
      z.object({
        channel: choice(
          contactChannels.map((channel) => channel.value),
          'Say how you tried',
        ),
        happened: moment,
        outcome: choice(
          contactOutcomes.map((outcome) => outcome.value),
          'Say what came of it',
        ),
        suspicion: optionalChoice(
          suspicions.map((suspicion) => suspicion.value),
          'not_asked',
        ),
        stillRight: optionalChoice(
          stillRightAnswers.map((answer) => answer.value),
          'not_asked',
        ),
        notes: words(),
      }),
    )
    .refine(({ outcome, suspicion }) => !asksAboutSuspicion(outcome) || suspicion !== 'not_asked', {
      path: ['suspicion'],
      message: 'Say whether whoever answered may now suspect something',
    })
    .refine(({ outcome, stillRight }) => !agreed || !stopsTheClock(outcome) || stillRight !== 'not_asked', {
      path: ['stillRight'],
      message: 'Say whether what was agreed is still right, or that it was not safe to ask',
    })
    .transform(({ suspicion, stillRight, ...contact }) => ({
      ...contact,
      stillRight: stopsTheClock(contact.outcome) && stillRight !== 'not_asked' ? stillRight : undefined,
      maySuspect: asksAboutSuspicion(contact.outcome) ? suspicion : ('not_asked' as const),
    }));
}
