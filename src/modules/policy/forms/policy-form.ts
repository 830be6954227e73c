import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { formGiven, offered, onList, requiredWords } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import type { Pack } from '#rules/pack.ts';

export interface ProposedChange {
  readonly pack: string;
  readonly from: Temporal.PlainDate;
  readonly reason: string;
}

/** Given the packs on the shelf. */
export const policyForm = formGiven(
  z.object({
    pack: offered<string>('Choose the policy that is to hold'),
    from: day,
    reason: requiredWords('Say why the policy changes', 4_000),
  }) satisfies z.ZodType<ProposedChange>,
  (typed, packs: readonly Pack[], today: Temporal.PlainDate) => {
    const from = typedDay(typed, 'from', {
      missing: 'Enter the day from which it is to hold',
      notBefore: today,
      tooEarly: 'A policy holds from today or a later day',
      notAfter: today.add({ years: 5 }),
      tooLate: 'Enter a day within the next five years',
    });
    const ids = packs.map(({ id }) => id);
    return { ...typed, from, pack: onList(ids, typed, 'pack') };
  },
);

export interface DecidedChange {
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

export const policyDecisionForm: z.ZodType<DecidedChange> = decisionForm(['approved', 'declined'], {
  choose: 'Say whether this policy is to hold',
  whyNot: 'Say why not, for whoever proposed it',
});
