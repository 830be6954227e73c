import type { Kind } from './notice-kind.ts';
import { at, inCase, inSafeguarding } from './notice-ways.ts';

/** What waits for whoever is second. */
export const decisionNotices = {
  plan_to_decide: { topic: 'decision', urgency: 'now', says: 'A plan is waiting for your decision.' },
  risk_to_confirm: {
    topic: 'decision',
    urgency: 'now',
    says: 'Something is waiting for a second person.',
    leads: inCase('/risk'),
  },
  safeguarding_to_decide: {
    topic: 'decision',
    urgency: 'now',
    says: 'A decision that needs two people is waiting for you.',
    leads: inSafeguarding,
  },
  share_to_decide: {
    topic: 'decision',
    urgency: 'now',
    says: 'A decision that needs two people is waiting for you.',
    leads: inCase('/sharing'),
  },
  move_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/moves'),
  },
  perpetrator_action_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/enforcement'),
  },
  counter_judgement_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/other-accounts'),
  },
  programme_question: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for an answer of yours.',
    leads: at('/programme-questions'),
  },
  mediation_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/mediation'),
  },
  tenancy_event_to_decide: {
    topic: 'decision',
    urgency: 'now',
    says: 'How a change of a tenancy is answered waits for you.',
    leads: inCase('/tenancy-events'),
  },
  breathing_space_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/breathing-space'),
  },
  cost_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/support'),
  },
  rest_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something is waiting for a second person.',
    leads: inCase('/closing'),
  },
  handover_to_decide: {
    topic: 'decision',
    urgency: 'now',
    says: 'Something is waiting for a second person.',
  },
  late_to_check: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Something was written down late, and waits for a second person to look.',
    leads: at('/checks'),
  },
  sample_to_check: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Some kept promises of the month were drawn by chance, and wait for a second person to look.',
    leads: at('/checks'),
  },
  contact_to_confirm: {
    topic: 'decision',
    urgency: 'now',
    says: 'Something is waiting for a second person.',
  },
  closing_to_sign: { topic: 'decision', urgency: 'soon', says: 'Something is waiting for your signature.' },
  role_to_confirm: {
    topic: 'decision',
    urgency: 'soon',
    says: 'A change to a colleague’s sign-in is waiting for your decision.',
    leads: at('/staff/confirmations'),
  },
  policy_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'A change of policy is waiting for your decision.',
    leads: at('/policy'),
  },
  closure_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Days on which the office would be closed are waiting for your decision.',
    leads: at('/policy/hours'),
  },
  system_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Another system that would ask about holds is waiting for your decision.',
    leads: at('/systems'),
  },
  threshold_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'A local threshold of risk is waiting for your decision.',
    leads: at('/risk/thresholds'),
  },
  wording_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'What messages would say is waiting for your decision.',
    leads: at('/wordings'),
  },
  sender_to_decide: {
    topic: 'decision',
    urgency: 'soon',
    says: 'Another number to call is waiting for your decision.',
    leads: at('/wordings/sender'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
