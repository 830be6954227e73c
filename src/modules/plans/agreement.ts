import type { PlanStanding } from '#modules/case-file/pure.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { isEmpty, type PlanNow } from './now.ts';
import type { WayOfAgreeing } from './plan.ts';

/** May it be recorded that the plan stands like this? Agreed is only what was gone through with them (L2.1d). */
export function mayStand(
  plan: PlanNow,
  asked: {
    readonly standing: PlanStanding;
    readonly how: WayOfAgreeing;
    readonly reason: string;
    readonly happenedAt: Temporal.Instant;
  },
  now: Temporal.Instant,
): Verdict {
  const { standing, how, reason, happenedAt } = asked;
  const something = mayAgree(plan);
  if (standing === 'agreed' && !something.allowed) return something;
  if (standing === 'agreed' && how === 'not_with_them')
    return refused('A plan is agreed with the person, never without them.', 'plan-agreed');
  if (standing === 'not_safe_to_agree' && reason.trim() === '')
    return refused('Say why it is not safe to agree the plan.', 'plan-agreed');
  if (Temporal.Instant.compare(happenedAt, now) > 0)
    return refused('It is recorded once it has happened.', 'records');
  return allowed;
}

/** An empty plan cannot be agreed; that it is not safe to agree one can be said of any. */
export function mayAgree(plan: PlanNow): Verdict {
  return isEmpty(plan) ? refused('There is nothing in the plan yet.', 'plan-agreed') : allowed;
}
