import type { Role } from '#rules/facts.ts';
import { type Action, may } from '#rules/may.ts';
import type { DayItem } from './day.ts';
import { type DecisionKind, decisionKinds, type ToDecide } from './decision-kinds.ts';

interface Kind {
  readonly may: Action;
  readonly what: string;
  readonly leads: (each: ToDecide) => string;
}

/** Who decides each kind, and where. What it is about is said on its own page. */
const kinds: Readonly<Record<DecisionKind, Kind>> = {
  case_closing: {
    may: 'closing.sign',
    what: 'A closing waits for your signature',
    leads: ({ id, caseId }) => `/cases/${caseId}/closings/${id}`,
  },
  pause_proposal: {
    may: 'pause.approve',
    what: 'Whether a case may rest waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/pauses/proposed/${id}`,
  },
  breathing_space_proposal: {
    may: 'breathing-space.decide',
    what: 'What becomes of breathing space waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/breathing-space/proposals/${id}`,
  },
  support_cost: {
    may: 'cost.decide',
    what: 'What something may cost waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/support/costs/${id}`,
  },
  home_offer_lesser: {
    may: 'move.decide',
    what: 'A home that is less secure than theirs waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/moves/decisions/${id}`,
  },
  perpetrator_action_decision: {
    may: 'action.decide',
    what: 'Something is put to a manager, and waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/enforcement/decisions/${id}`,
  },
  counter_judgement: {
    may: 'counter-allegation.decide',
    what: 'Something was judged by one, and waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/other-accounts/judgements/${id}`,
  },
  mediation_decision: {
    may: 'mediation.decide',
    what: 'Whether mediation is arranged waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/mediation/decisions/${id}`,
  },
  tenancy_event_answer: {
    may: 'tenancy-event.decide',
    what: 'How a change of the tenancy is answered waits for your decision',
    leads: ({ id, caseId }) => `/cases/${caseId}/tenancy-events/answers/${id}`,
  },
  tenancy_event_check: {
    may: 'tenancy-event.answer',
    what: 'A change of a tenancy is held, and yours to check',
    leads: ({ id }) => `/tenancy-events/${id}`,
  },
  share_second: {
    may: 'case.work',
    what: 'What would be shared waits for a second person',
    leads: ({ caseId }) => `/cases/${caseId}/sharing`,
  },
  handover: {
    may: 'disclosure.triage',
    what: 'Something is to be handed over, and waits for a second person',
    leads: ({ disclosureId }) => `/disclosures/${disclosureId}/handover`,
  },
  told_contact: {
    may: 'disclosure.triage',
    what: 'That somebody was reached when they told us waits for a second person',
    leads: ({ disclosureId }) => `/disclosures/${disclosureId}/told-contact/decision`,
  },
  disclosure_joining: {
    may: 'disclosure.triage',
    what: 'What was told is to join a case, and waits for a second person',
    leads: ({ disclosureId }) => `/disclosures/${disclosureId}`,
  },
  office_closure: {
    may: 'closure.decide',
    what: 'Days on which the office would be closed wait for your decision',
    leads: ({ id }) => `/policy/closures/${id}`,
  },
  risk_threshold: {
    may: 'risk.settings',
    what: 'A local threshold of risk waits for your decision',
    leads: ({ id }) => `/risk/thresholds/${id}`,
  },
  policy_change: {
    may: 'policy.decide',
    what: 'A change of policy waits for your decision',
    leads: ({ id }) => `/policy/changes/${id}`,
  },
  confirmation: {
    may: 'staff.confirm',
    what: 'A change to a colleague’s sign-in waits for your decision',
    leads: ({ id }) => `/staff/confirmations/${id}`,
  },
  hold_system: {
    may: 'hold-system.decide',
    what: 'Another system that would ask about holds waits for your decision',
    leads: ({ id }) => `/systems/${id}`,
  },
  message_wording: {
    may: 'wording.manage',
    what: 'What a message would say waits for your decision',
    leads: ({ id }) => `/wordings/versions/${id}`,
  },
  sender_proposal: {
    may: 'wording.manage',
    what: 'Another number to call waits for your decision',
    leads: ({ id }) => `/wordings/sender/proposals/${id}`,
  },
};

export function decidesOn(roles: readonly Role[]): readonly DecisionKind[] {
  return decisionKinds.filter((kind) => may(roles, kinds[kind].may).allowed);
}

export function decisionItem(each: ToDecide): DayItem {
  const { caseId, reference, danger } = each;
  const { what, leads } = kinds[each.kind];
  return {
    ...{
      kind: 'to_decide',
      caseId,
      reference,
      what,
      at: null,
      appointment: false,
      danger,
      standsInFor: null,
    },
    href: leads(each),
    way: 'Decide',
  };
}
