import type { CaseEventName } from '#rules/event.ts';
import type { Commitment } from '#rules/pack.ts';

/*
 * That a plan is agreed with the person, looked at again, and follows what they decide, where a policy names no time:
 * Lintel's own. A landlord who promises others writes them into its pack instead.
 */

const escalateAt = [0.75, 1];
const recorded: readonly CaseEventName[] = ['plan.agreed', 'plan.not-yet-agreed', 'plan.not-safe-to-agree'];

/** @param clauses the clauses of the policy under which a plan follows an assessment */
export function planned(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'plan-agreed',
      clauses,
      title: 'A plan is agreed together within 5 working days of an assessment',
      definition:
        'Of the cases whose time ended, those in which a plan was agreed with the person within 5 working ' +
        'days of the first assessment of the risk. Where none was made, it is owed all the same: within ' +
        '10 working days of the case. Where they wanted time, or agreeing was not safe, and somebody wrote ' +
        'down why, it counts apart and never as broken: nobody is pressed. The policy names no ' +
        'time; the days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'risk.assessed',
        stops: ['plan.agreed'],
        byPlan: ['plan.not-safe-to-agree', 'plan.not-yet-agreed'],
        due: { workingDays: 5 },
        escalateAt,
        atLatest: { starts: 'case.opened', due: { workingDays: 10 } },
      },
    },
    onTheDay(clauses, {
      id: 'plan-reviewed',
      title: 'An agreed plan is looked at again on the day agreed',
      of: 'Of the plans agreed',
      starts: 'plan.agreed',
    }),
    onTheDay(clauses, {
      id: 'plan-asked-again',
      title: 'Whoever wanted time is asked again on the day agreed',
      of: 'Of the plans that were not yet agreed',
      starts: 'plan.not-yet-agreed',
    }),
    onTheDay(clauses, {
      id: 'plan-safe-again',
      title: 'A plan that was not safe to agree is looked at again on the day set',
      of: 'Of the plans that it was not safe to agree',
      starts: 'plan.not-safe-to-agree',
    }),
    {
      id: 'plan-after-change',
      clauses,
      title: 'The plan is looked at again within 5 working days of a change',
      definition:
        'Of the changes that call for it (a new incident, separation, an order that ends, a release ' +
        'and others), those after which somebody recorded how the plan stands within 5 working days. ' +
        'The policy names no time; the 5 days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'risk.review-triggered',
        stops: ['plan.reviewed', ...recorded],
        byPlan: [],
        due: { workingDays: 5 },
        escalateAt,
      },
    },
  ];
}

function onTheDay(
  clauses: readonly string[],
  { id, title, of, starts }: { id: string; title: string; of: string; starts: CaseEventName },
): Commitment {
  return {
    id,
    clauses,
    title,
    definition:
      `${of}, those that were looked at again by the day agreed, 28 days later at the most. ` +
      'The policy names no time; the 28 days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts,
      stops: ['plan.reviewed'],
      byPlan: [],
      due: { agreed: true },
      escalateAt,
    },
  };
}

/** @param clauses the clauses that promise to respect what people decide; @param person as the landlord says it */
export function decided(clauses: readonly string[], people: string): readonly Commitment[] {
  return [
    {
      id: 'decisions-respected',
      clauses,
      title: `${people}’ decisions are respected`,
      definition:
        'Of the cases opened, those in which something was offered, with what the person decided about ' +
        'it, within 20 working days. To decline, or to stay, is a decision and never counted as a failure; ' +
        'nothing closes a case by itself. The policy names no time; the 20 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['plan.option-offered'],
        per: 'case',
        withinWorkingDays: 20,
      },
    },
    {
      id: 'plan-copies',
      clauses,
      title: 'Their plan is given to them as they wish',
      definition:
        'How often somebody recorded how a person was given their plan: read aloud, on paper, or not at ' +
        'all. Paper only as the contact agreement allows.',
      measure: { kind: 'count', of: 'plan.copy-given', says: 'times given' },
    },
  ];
}
