import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { choice, requiredWords, type Typed } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import type { Pack } from '#rules/pack.ts';

export interface ProposedChange {
  readonly pack: string;
  readonly from: Temporal.PlainDate;
  readonly reason: string;
}

/** @param packs those on the shelf */
export function policyForm(packs: readonly Pack[], today: Temporal.PlainDate): z.ZodType<ProposedChange> {
  const fields = z.object({
    pack: choice(
      packs.map(({ id }) => id),
      'Choose the policy that is to hold',
    ),
    from: day,
    reason: requiredWords('Say why the policy changes', 4_000),
  });
  return z.preprocess((typed) => {
    const from = typedDay(typed as Typed, 'from', {
      missing: 'Enter the day from which it is to hold',
      notBefore: today,
      tooEarly: 'A policy holds from today or a later day',
      notAfter: today.add({ years: 5 }),
      tooLate: 'Enter a day within the next five years',
    });
    return { ...(typed as Typed), from };
  }, fields) as unknown as z.ZodType<ProposedChange>;
}

export interface DecidedChange {
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

export const policyDecisionForm: z.ZodType<DecidedChange> = decisionForm(['approved', 'declined'], {
  choose: 'Say whether this policy is to hold',
  whyNot: 'Say why not, for whoever proposed it',
});
