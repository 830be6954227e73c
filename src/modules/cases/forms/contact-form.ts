import { z } from 'zod';
import { choice, optionalChoice, type Typed, words } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { asksAboutSuspicion, contactChannels, contactOutcomes, suspicions } from '../contact-outcomes.ts';

/** A contact or an attempt. `happened` lies between when we first knew and now. */
export function contactForm(timeZone: string, firstKnown: Temporal.Instant, now: Temporal.Instant) {
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
        notes: words(),
      }),
    )
    .refine(({ outcome, suspicion }) => !asksAboutSuspicion(outcome) || suspicion !== 'not_asked', {
      path: ['suspicion'],
      message: 'Say whether whoever answered may now suspect something',
    })
    .transform(({ suspicion, ...contact }) => ({
      ...contact,
      maySuspect: asksAboutSuspicion(contact.outcome) ? suspicion : ('not_asked' as const),
    }));
}
