import { z } from 'zod';
import { formGiven, requiredLine } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { workDomainProblem } from '#modules/sharing/pure.ts';

const vetting = {
  vetted: day,
  vettedHow: reason('Say what was looked into, and by whom', 500),
};

const until = (typed: Parameters<typeof typedDay>[0], today: Temporal.PlainDate) =>
  typedDay(typed, 'vetted', {
    ...{ missing: 'Enter until when this holds', notBefore: today, tooEarly: 'This day has passed' },
    ...{ notAfter: today.add({ years: 3 }), tooLate: 'This is more than three years away' },
  });

/** Who does works in homes: at a domain of their own, looked into, and until when that holds. */
export const contractorForm = formGiven(
  z.object({
    name: requiredLine('Say what they are called', 200),
    domain: z.preprocess(
      (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase().replace(/^.*@/, '') : ''),
      z
        .string()
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Enter what stands behind the @, for example repairs.example')
        .max(200, 'Use 200 characters or fewer')
        .superRefine((domain, context) => {
          const message = workDomainProblem(domain);
          if (message !== '') context.addIssue({ code: 'custom', message, input: domain });
        }),
    ),
    phone: requiredLine('Give the number to ring', 100),
    ...vetting,
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, vetted: until(typed, today) }),
);

export const vettingForm = formGiven(z.object(vetting), (typed, today: Temporal.PlainDate) => ({
  ...typed,
  vetted: until(typed, today),
}));

export const contractorEndingForm = z.object({ why: reason('Say why nobody of them is sent any more', 500) });
