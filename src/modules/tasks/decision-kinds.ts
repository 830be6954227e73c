import type { CaseId } from '#rules/facts.ts';

/** What else waits for a second person than a plan, a level of risk, a referral and what was recorded late. */
export const decisionKinds = [
  'case_closing',
  'pause_proposal',
  'breathing_space_proposal',
  'support_cost',
  'perpetrator_action_decision',
  'counter_judgement',
  'home_offer_lesser',
  'mediation_decision',
  'tenancy_event_answer',
  'tenancy_event_check',
  'share_second',
  'handover',
  'told_contact',
  'disclosure_joining',
  'office_closure',
  'risk_threshold',
  'policy_change',
  'confirmation',
  'hold_system',
  'message_wording',
  'sender_proposal',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What waits for a second person. */
export interface ToDecide {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly caseId: CaseId | null;
  readonly disclosureId: string | null;
  readonly reference: string | null;
  readonly danger: boolean;
}
