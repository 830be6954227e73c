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
  'role_to_confirm',
  'role_decided',
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
  role_to_confirm: 'A change to a colleague’s sign-in is waiting for your decision.',
  role_decided: 'A change to a colleague’s sign-in that you asked for has been decided.',
};

export interface Notice {
  readonly kind: NoticeKind;
  readonly caseId: string | null;
  readonly disclosureId: string | null;
}

export function noticeSentence(kind: NoticeKind): string {
  return sentences[kind];
}

/** Is it to stand out from the rest? */
export function isUrgent(kind: NoticeKind): boolean {
  return kind === 'danger' || kind === 'due_now' || kind === 'overdue';
}

/** Where it leads: the case where there is one, else triage. The wall decides again when the page is opened. */
export function noticeLink({ kind, caseId, disclosureId }: Notice): string {
  if (kind === 'role_to_confirm') return '/staff/confirmations';
  if (kind === 'role_decided') return '/staff';
  if (caseId) return `/cases/${caseId}`;
  return disclosureId ? `/disclosures/${disclosureId}` : '/disclosures';
}
