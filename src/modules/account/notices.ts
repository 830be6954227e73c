/** What somebody is told of, wherever it comes from. */
export const noticeKinds = [
  'triage_waiting',
  'danger',
  'due_half',
  'due_soon',
  'due_now',
  'overdue',
  'allocated',
  'plan_to_decide',
  'plan_decided',
  'access_granted',
  'lead_needed',
  'check_in_missed',
  'check_in_raised',
  'called_off',
  'role_to_confirm',
  'role_decided',
  'risk_to_confirm',
  'risk_decided',
  'risk_date',
  'task_given',
  'handed_on',
  'untouched',
  'closing_to_sign',
  'closing_decided',
  'emergency_used',
  'emergency_to_review',
  'emergency_refused',
  'emergency_rush',
  'marker_review_due',
  'policy_to_decide',
  'policy_decided',
  'draft_ending',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * The sentence in the list behind the bell: what kind of thing waits, never who or what it is about. Somebody may be
 * looking over a shoulder, or at a phone that lies on a table.
 */
const sentences: Readonly<Record<NoticeKind, string>> = {
  triage_waiting: 'Something new is waiting in triage.',
  danger: 'Something in triage needs you at once.',
  due_half: 'Half of the time for a task has gone.',
  due_soon: 'A task is due soon.',
  due_now: 'A task is due now.',
  overdue: 'A task is overdue.',
  allocated: 'You have been given new work.',
  plan_to_decide: 'A plan is waiting for your decision.',
  plan_decided: 'A plan of yours has been decided.',
  access_granted: 'You have been given access to something.',
  lead_needed: 'Something that you manage needs somebody to lead it.',
  check_in_missed: 'A colleague has not checked in. See to it now.',
  check_in_raised: 'A colleague has still not been heard of. See to it now.',
  called_off: 'An appointment of yours has been called off. Nobody expects you there.',
  role_to_confirm: 'A change to a colleague’s sign-in is waiting for your decision.',
  role_decided: 'A change to a colleague’s sign-in that you asked for has been decided.',
  risk_to_confirm: 'Something is waiting for a second person.',
  risk_decided: 'Something that you asked a second person about has been decided.',
  risk_date: 'A day that you keep in view is near.',
  task_given: 'You have been given a task.',
  handed_on: 'Some of your work has been given to a colleague.',
  untouched: 'Something has waited for days, and nobody has acted on it.',
  closing_to_sign: 'Something is waiting for your signature.',
  closing_decided: 'Something that you proposed has been decided.',
  emergency_used: 'Somebody used emergency access for something that you lead.',
  emergency_to_review: 'Emergency access is waiting for your review.',
  emergency_refused: 'Emergency access was asked for and refused.',
  emergency_rush: 'A colleague asks for emergency access again and again.',
  marker_review_due: 'Something that you placed is due for another look.',
  policy_to_decide: 'A change of policy is waiting for your decision.',
  policy_decided: 'A change of policy that you proposed has been decided.',
  draft_ending: 'Something that you began to write will be deleted soon. Finish it, or keep it for longer.',
};

export interface Notice {
  readonly kind: NoticeKind;
  readonly caseId: string | null;
  readonly disclosureId: string | null;
}

export function noticeSentence(kind: NoticeKind): string {
  return sentences[kind];
}

const urgent: readonly NoticeKind[] = [
  'danger',
  'due_now',
  'overdue',
  'check_in_missed',
  'check_in_raised',
  'emergency_used',
];

/** Is it to stand out from the rest? */
export function isUrgent(kind: NoticeKind): boolean {
  return urgent.includes(kind);
}

const inTheDiary: readonly NoticeKind[] = ['check_in_missed', 'check_in_raised', 'called_off'];

/** Where it leads: the case where there is one, else triage. The wall decides again when the page is opened. */
export function noticeLink({ kind, caseId, disclosureId }: Notice): string {
  if (kind === 'role_to_confirm') return '/staff/confirmations';
  if (kind === 'role_decided') return '/staff';
  if (kind === 'policy_to_decide' || kind === 'policy_decided') return '/policy';
  if (kind === 'draft_ending') return '/account/drafts';
  if (kind === 'handed_on') return '/cases';
  if (kind === 'task_given' && caseId) return `/cases/${caseId}/tasks`;
  if (kind === 'emergency_rush') return '/emergency-access/colleagues';
  if (kind === 'emergency_to_review' || kind === 'emergency_refused') return '/emergency-access';
  if (kind === 'marker_review_due') return caseId ? `/cases/${caseId}/markers` : '/markers/review';
  if (kind === 'emergency_used' && caseId) return `/cases/${caseId}/emergency-access`;
  if (caseId && inTheDiary.includes(kind)) return `/cases/${caseId}/diary`;
  if (caseId) return `/cases/${caseId}`;
  return disclosureId ? `/disclosures/${disclosureId}` : '/disclosures';
}
