import { z } from 'zod';
import { formGiven, known, type Typed } from '#kit/forms.ts';
import { type CaseModel, type SurroundingsRow, surroundingsOf } from '#modules/case-file/pure.ts';
import { type Away, isAway } from '#modules/rota/pure.ts';
import { today } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { checkPlan, type PlanCheck, type SaidGender } from './check.ts';
import { type PlanTyped, planForm, planSchema, typedPlan } from './form.ts';

/** What a plan is checked with, besides what was agreed. */
export interface PlanFacts {
  /** Those who may see the case: nobody else is sent to it. */
  readonly colleagues: readonly { readonly id: StaffId; readonly name: string }[];
  readonly genders: ReadonlyMap<StaffId, SaidGender>;
  /** What stands around a visit to the home, and around a call. */
  readonly around: Readonly<Record<'home' | 'call', SurroundingsRow>>;
  readonly absences: readonly (Away & { readonly staffId: StaffId })[];
}

type Agreed = Pick<CaseModel, 'agreed' | 'calendar' | 'now'>;

/** A plan that may be kept, with what it is against for the reason that was given. */
export type CheckedPlan = PlanTyped & { readonly against: readonly Against[] };

/** A visit or a call, checked as it is typed in; shut, or against what was agreed without a reason, it is refused. */
export const checkedPlanForm = formGiven(
  z
    .intersection(planSchema, z.object({ agreed: known<Agreed>(), facts: known<PlanFacts>() }))
    .transform(({ agreed, facts, ...plan }) => ({
      ...{ plan, agreed, facts },
      check: checkTyped(plan, agreed, facts),
    }))
    .superRefine(({ plan, agreed, facts, check }, context) => {
      for (const [path, message] of [
        ...overProblems(plan, agreed),
        ...colleagueProblems(plan, facts),
        ...checkProblems(plan, check),
      ])
        context.addIssue({ code: 'custom', path: [path], message });
    })
    .transform(({ plan, check }) => ({
      ...plan,
      against: check.verdict === 'open' ? [] : check.against,
    })) satisfies z.ZodType<CheckedPlan>,
  (typed, agreed: Agreed, facts: PlanFacts) => ({
    ...typedPlan(typed, agreed.calendar.rules.timeZone, agreed.now),
    ...{ agreed, facts },
  }),
);

/** How what was typed stands against what was agreed, to show it above the form; null while it is not whole. */
export function checkOf(typed: Typed, agreed: Agreed, facts: PlanFacts): PlanCheck | null {
  const parsed = planForm(agreed.calendar.rules.timeZone, agreed.now).safeParse(typed);
  return parsed.success ? checkTyped(parsed.data, agreed, facts) : null;
}

function checkTyped(plan: PlanTyped, model: Agreed, { genders, around }: PlanFacts): PlanCheck {
  const { agreed, calendar } = model;
  return checkPlan(plan, {
    ...{ agreed, calendar, gender: genders.get(plan.staffId) },
    around: surroundingsOf(plan.channel === 'home' ? around.home : around.call, today(model)),
  });
}

/** What is not, or no longer, agreed is chosen by nobody; where there are several, somebody chooses. */
function overProblems({ over }: PlanTyped, { agreed }: Agreed): readonly Problem[] {
  const known = over === 'first' || agreed?.further.some(({ wayId }) => wayId === over);
  return known ? [] : [['over', 'Choose from the list']];
}

type Problem = readonly [field: string, message: string];

function colleagueProblems(
  { staffId, secondStaffId, startsAt }: PlanTyped,
  facts: PlanFacts,
): readonly Problem[] {
  const asked = [
    ['staffId', staffId],
    ['secondStaffId', secondStaffId],
  ] as const;
  return asked.flatMap(([field, id]): readonly Problem[] => {
    if (id === null) return [];
    if (!facts.colleagues.some((each) => each.id === id))
      return [[field, 'Choose somebody who may see this case']];
    const theirs = facts.absences.filter((absence) => absence.staffId === id);
    return isAway(theirs, startsAt) ? [[field, 'This colleague is away then. Choose somebody else']] : [];
  });
}

function checkProblems({ outsideWhy }: PlanTyped, check: PlanCheck): readonly Problem[] {
  if (check.verdict === 'shut') return [['form', 'This cannot be planned: it is not known to be safe']];
  if (check.verdict === 'with_reason' && outsideWhy.trim() === '')
    return [['outsideWhy', 'This is against what was agreed: change it, or say why it goes on all the same']];
  return [];
}
