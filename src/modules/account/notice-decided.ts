import type { Kind } from './notice-kind.ts';
import { at, inCase, inSafeguarding } from './notice-ways.ts';

/** That somebody else decided about what one proposed: the page says how. */
export const decidedNotices = {
  plan_decided: { topic: 'know', urgency: 'know', says: 'A plan of yours has been decided.' },
  safeguarding_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A decision that you asked a second person for has been made.',
    leads: inSafeguarding,
  },
  role_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A change to a colleague’s sign-in that you asked for has been decided.',
    leads: at('/staff'),
  },
  risk_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you asked a second person about has been decided.',
    leads: inCase('/risk'),
  },
  share_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A decision that you asked a second person for has been made.',
    leads: inCase('/sharing'),
  },
  move_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you proposed has been decided.',
    leads: inCase('/moves'),
  },
  perpetrator_action_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you proposed has been decided.',
    leads: inCase('/enforcement'),
  },
  counter_judgement_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you proposed has been decided.',
    leads: inCase('/other-accounts'),
  },
  mediation_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you put to a manager has been decided.',
    leads: inCase('/mediation'),
  },
  tenancy_event_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'How a change of a tenancy is answered has been decided.',
    leads: inCase('/tenancy-events'),
  },
  breathing_space_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you proposed has been decided.',
    leads: inCase('/breathing-space'),
  },
  cost_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you asked a second person about has been decided.',
    leads: inCase('/support'),
  },
  rest_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Something that you proposed has been decided.',
    leads: inCase('/closing'),
  },
  closing_decided: { topic: 'know', urgency: 'know', says: 'Something that you proposed has been decided.' },
  closure_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Days on which the office would be closed, which you proposed, have been decided.',
    leads: at('/policy/hours'),
  },
  system_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A system that would ask about holds, which you proposed, has been decided.',
    leads: at('/systems'),
  },
  threshold_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A local threshold of risk that you proposed has been decided.',
    leads: at('/risk/thresholds'),
  },
  wording_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'What messages would say, which you proposed, has been decided.',
    leads: at('/wordings'),
  },
  sender_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'Another number to call, which you proposed, has been decided.',
    leads: at('/wordings/sender'),
  },
  policy_decided: {
    topic: 'know',
    urgency: 'know',
    says: 'A change of policy that you proposed has been decided.',
    leads: at('/policy'),
  },
} as const satisfies Readonly<Record<string, Kind>>;
