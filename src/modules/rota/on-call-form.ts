import { z } from 'zod';
import { formGiven } from '#kit/forms.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import type { OnCallToAdd } from './store/on-call.ts';

const chosen = z.uuid('Choose who is on call') as unknown as z.ZodType<StaffId>;
const optional = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  chosen.nullable(),
);
/** Longer than this is a slip of the year, and would say that somebody is there who is not. */
const longest = Temporal.Duration.from({ hours: 24 * 31 });

/** Who is on call, from when until when, and how they are reached then. */
export const onCallForm = formGiven(
  z
    .object({
      staffId: chosen,
      secondId: optional,
      from: moment,
      until: moment,
      reach: z
        .string()
        .trim()
        .min(3, 'Enter the number on which they are reached then')
        .max(100, 'Use 100 characters at most'),
    })
    .refine(({ staffId, secondId }) => staffId !== secondId, {
      path: ['secondId'],
      message: 'Choose somebody else: nobody stands in for themselves',
    })
    .refine(({ from, until }) => Temporal.Instant.compare(from, until) < 0, {
      path: ['until'],
      message: 'The end comes after the beginning',
    })
    .refine(({ from, until }) => Temporal.Instant.compare(until, from.add(longest)) <= 0, {
      path: ['until'],
      message: 'Enter a month at most at a time',
    })
    .transform(({ until: to, ...duty }) => ({ ...duty, to })) satisfies z.ZodType<OnCallToAdd>,
  (typed, calendar: WorkingCalendar, now: Temporal.Instant) => {
    const { timeZone } = calendar.rules;
    return {
      ...typed,
      from: typedMoment(typed, 'from', { timeZone }),
      until: typedMoment(typed, 'until', {
        timeZone,
        notBefore: now,
        tooEarly: 'This has passed already',
      }),
    };
  },
);
