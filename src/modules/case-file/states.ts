/**
 * How far a case has come (domain §2). Nobody chooses a state: it follows from what was recorded. Not engaging, or
 * staying in the relationship, leads to none of the ends (L2.7i).
 */
export const caseStates = [
  'triaged',
  'contacted',
  'assessed',
  'plan_agreed',
  'active',
  'monitoring',
  'closing',
  'closed',
  'handed_over',
  'transferred',
] as const;
export type CaseState = (typeof caseStates)[number];

const next: Readonly<Record<CaseState, readonly CaseState[]>> = {
  triaged: ['contacted', 'closing', 'handed_over', 'transferred'],
  // A plan never waits for an assessment: whoever has spoken with the person can agree one (L2.1d).
  contacted: ['assessed', 'plan_agreed', 'closing', 'handed_over', 'transferred'],
  assessed: ['plan_agreed', 'closing', 'handed_over', 'transferred'],
  plan_agreed: ['active', 'closing', 'handed_over', 'transferred'],
  active: ['monitoring', 'closing', 'handed_over', 'transferred'],
  monitoring: ['active', 'closing', 'handed_over', 'transferred'],
  closing: ['triaged', 'contacted', 'assessed', 'plan_agreed', 'active', 'monitoring', 'closed'],
  closed: ['active'],
  handed_over: ['active'],
  transferred: ['active'],
};

export function mayBecome(from: CaseState, to: CaseState): boolean {
  return next[from].includes(to);
}

/** The state after a contact: only the first safe, two-way one moves a case on, and only from triage. */
export function afterContact(state: CaseState, twoWayAndSafe: boolean): CaseState {
  return twoWayAndSafe && state === 'triaged' ? 'contacted' : state;
}

export function stateLabel(state: CaseState): string {
  return labels[state];
}

const labels: Readonly<Record<CaseState, string>> = {
  triaged: 'Not contacted yet',
  contacted: 'Contacted',
  assessed: 'Risk assessed',
  plan_agreed: 'Plan agreed',
  active: 'Active',
  monitoring: 'Monitoring',
  closing: 'Closing',
  closed: 'Closed',
  handed_over: 'Handed over',
  transferred: 'Transferred',
};

/** How an action plan stands with the person it is for (L2.1d). */
export const planStandings = ['agreed', 'not_yet', 'not_safe_to_agree'] as const;
export type PlanStanding = (typeof planStandings)[number];

export function planStandingLabel(standing: PlanStanding): string {
  return { agreed: 'agreed', not_yet: 'not yet agreed', not_safe_to_agree: 'not safe to agree' }[standing];
}
