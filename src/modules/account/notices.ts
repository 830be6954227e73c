import { decidedNotices } from './notice-decided.ts';
import { decisionNotices } from './notice-decisions.ts';
import { enforcementNotices } from './notice-enforcement.ts';
import { helpNotices } from './notice-help.ts';
import type { Kind, Urgency } from './notice-kind.ts';
import { moveNotices } from './notice-moves.ts';
import { ownFileNotices } from './notice-own-files.ts';
import { tenancyNotices } from './notice-tenancies.ts';
import type { NoticeTopic } from './notice-topics.ts';
import { type About, at, inCase, inCourtSteps, inDanger, inFiles, inSinceShared } from './notice-ways.ts';

/** Every kind of thing that somebody is told of: what it says, how soon it needs them, and where it leads. */
const kinds = {
  danger: { topic: 'danger', urgency: 'danger', says: 'Something in triage needs you at once.' },
  danger_in_case: {
    topic: 'danger',
    urgency: 'danger',
    says: 'Somebody is in danger now.',
    leads: inCase('/danger'),
  },
  danger_on_call: {
    topic: 'danger',
    urgency: 'danger',
    says: 'You are on call: somebody needs you at once.',
    leads: inDanger,
  },
  nobody_on_call: {
    topic: 'danger',
    urgency: 'danger',
    // Somebody may be on call from whom it is kept, and the rota shows their number.
    says:
      'Somebody needs us at once, and nobody on call could be told. See to it now. ' +
      'Ring nobody on the rota about it before you know that they may see it.',
    leads: inDanger,
  },
  check_in_missed: {
    topic: 'danger',
    urgency: 'danger',
    says: 'A colleague has not checked in. See to it now.',
    leads: inCase('/diary'),
  },
  check_in_raised: {
    topic: 'danger',
    urgency: 'danger',
    says: 'A colleague has still not been heard of. See to it now.',
    leads: inCase('/diary'),
  },
  high_risk: { topic: 'high_risk', urgency: 'now', says: 'A risk is high now.', leads: inCase('/risk') },
  risk_after_closing: {
    topic: 'high_risk',
    urgency: 'now',
    says: 'A risk is told of where nobody works any more. Look whether to open it again.',
  },
  lead_needed: {
    topic: 'nobody',
    urgency: 'now',
    says: 'Something new has nobody to lead it.',
  },
  let_in_alone: {
    topic: 'nobody',
    urgency: 'now',
    says: 'Nobody could see to something any more, so you were let in. See to it now.',
  },
  seen_by_nobody: {
    topic: 'nobody',
    urgency: 'now',
    says: 'Nobody can see to something any more, for each has a conflict. Ask for somebody to be invited who has none.',
    leads: at('/emergency-access'),
  },
  read_in_doubt: {
    topic: 'nobody',
    urgency: 'now',
    says: 'All of the team, or nearly all, may have a conflict with what waits. Ask for somebody who has none.',
    leads: at('/emergency-access'),
  },
  triage_waiting: { topic: 'triage', urgency: 'now', says: 'Something new is waiting in triage.' },
  claim_left: {
    topic: 'triage',
    urgency: 'now',
    says: 'Somebody said that they have something in triage, and nobody goes on with it. See to it.',
  },
  against_agreement: {
    topic: 'promise',
    urgency: 'now',
    says: 'Something did not go as agreed. See to it today.',
    leads: inCase('/contact'),
  },
  manager_against: {
    topic: 'promise',
    urgency: 'now',
    says: 'Something of a manager’s did not go as agreed, and no other manager sees it. Ask them today.',
    leads: at('/notifications'),
  },
  overdue: { topic: 'promise', urgency: 'now', says: 'A promise is overdue.' },
  due_now: { topic: 'promise', urgency: 'now', says: 'A promise is due now.' },
  due_soon: { topic: 'promise', urgency: 'soon', says: 'A promise is due soon.' },
  due_half: { topic: 'promise', urgency: 'soon', says: 'Half of the time for a promise has gone.' },
  ...ownFileNotices,
  ...decisionNotices,
  allocated: { topic: 'work', urgency: 'now', says: 'You have been given new work.' },
  ...helpNotices,
  task_given: {
    topic: 'work',
    urgency: 'soon',
    says: 'You have been given a task.',
    leads: inCase('/tasks'),
  },
  risk_date: { topic: 'work', urgency: 'soon', says: 'A day that you keep in view is near.' },
  marker_review_due: {
    topic: 'work',
    urgency: 'soon',
    says: 'Something that you placed is due for another look.',
    leads: inCase('/markers', '/markers/review'),
  },
  sender_somebodys: {
    topic: 'work',
    urgency: 'now',
    says: 'The number to call belongs to somebody by now. Nothing that gives it leaves: agree another today.',
    leads: at('/wordings/sender'),
  },
  share_link_locked: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was sent is locked, for it was tried with wrong codes. Ask who tried, and send it anew.',
    leads: inCase('/sharing'),
  },
  share_link_ended: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was sent opens no more, for where it went is off the record. Look whether it is needed yet.',
    leads: inCase('/sharing'),
  },
  share_in_doubt: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was shared is stopped: something was held back since. Somebody who did not send it looks.',
    leads: inSinceShared,
  },
  share_corrected: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was sent was put right since. Send the correction, or say why they need not have it.',
    leads: inSinceShared,
  },
  court_step_met: {
    topic: 'know',
    urgency: 'soon',
    says: 'A step over income was meant, and held back or asked about. Look whether they have had a letter.',
    leads: inCourtSteps,
  },
  court_step_taken: {
    topic: 'work',
    urgency: 'now',
    says: 'A step over income was taken although it was held. See that it is taken back.',
    leads: inCourtSteps,
  },
  ...enforcementNotices,
  ...tenancyNotices,
  file_held: {
    topic: 'work',
    urgency: 'now',
    says: 'Something harmful was found in what somebody added. It is kept, and shown to nobody.',
    leads: inFiles,
  },
  file_altered: {
    topic: 'work',
    urgency: 'now',
    says: 'Something that was kept is not as it was put away, or is gone. Tell whoever runs this site at once.',
    leads: inFiles,
  },
  draft_ending: {
    topic: 'work',
    urgency: 'soon',
    says: 'Something that you began to write will be deleted soon. Finish it, or keep it for longer.',
    leads: at('/account/drafts'),
  },
  untouched: {
    topic: 'quiet',
    urgency: 'now',
    says: 'Something has waited for days, and nobody has acted on it.',
  },
  no_longer_agreed: {
    topic: 'visit',
    urgency: 'now',
    says: 'Something speaks against an appointment by now. Decide about it before its time.',
    leads: inCase('/diary'),
  },
  called_off: {
    topic: 'visit',
    urgency: 'now',
    says: 'An appointment of yours has been called off. Nobody expects you there.',
    leads: inCase('/diary'),
  },
  emergency_used: {
    topic: 'access',
    urgency: 'now',
    says: 'Somebody used emergency access for something that you lead.',
    leads: inCase('/emergency-access'),
  },
  emergency_to_review: {
    topic: 'access',
    urgency: 'soon',
    says: 'Emergency access is waiting for your review.',
    leads: at('/emergency-access'),
  },
  emergency_refused: {
    topic: 'access',
    urgency: 'know',
    says: 'Emergency access was asked for and refused.',
    leads: at('/emergency-access'),
  },
  emergency_rush: {
    topic: 'access',
    urgency: 'soon',
    says: 'A colleague asks for emergency access again and again.',
    leads: at('/emergency-access/colleagues'),
  },
  danger_dealt: {
    topic: 'know',
    urgency: 'know',
    says: 'A colleague wrote down what was done about a danger.',
    leads: inDanger,
  },
  weighed_otherwise: {
    topic: 'know',
    urgency: 'soon',
    says: 'A risk is weighed by the threshold of another area from now on. Look whether that is right.',
    leads: inCase('/risk/area'),
  },
  ...decidedNotices,
  ...moveNotices,
  access_granted: { topic: 'know', urgency: 'know', says: 'You have been given access to something.' },
  handed_on: {
    topic: 'know',
    urgency: 'know',
    says: 'Some of your work has been given to a colleague.',
    leads: at('/cases'),
  },
  system_silent: {
    topic: 'know',
    urgency: 'now',
    says: 'A system has stopped asking about holds, and may be sending without.',
    leads: at('/systems'),
  },
  sender_ended: {
    topic: 'know',
    urgency: 'now',
    says: 'The number to call is out of use. Nothing that gives one leaves until another is agreed.',
    leads: at('/wordings/sender'),
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type NoticeKind = keyof typeof kinds;
export const noticeKinds = Object.keys(kinds) as readonly NoticeKind[] as readonly [
  NoticeKind,
  ...NoticeKind[],
];

export interface Notice extends About {
  readonly kind: NoticeKind;
}

function of(kind: NoticeKind): Kind {
  return kinds[kind];
}

export function noticeSentence(kind: NoticeKind): string {
  return of(kind).says;
}

export function noticeTopic(kind: NoticeKind): NoticeTopic {
  return of(kind).topic;
}

export function noticeUrgency(kind: NoticeKind): Urgency {
  return of(kind).urgency;
}

/** Is it to stand out from the rest? */
export function isUrgent(kind: NoticeKind): boolean {
  return noticeUrgency(kind) === 'danger' || noticeUrgency(kind) === 'now';
}

/** Where it leads. The wall decides again when the page is opened. */
export function noticeLink({ kind, caseId, disclosureId, aboutId }: Notice): string {
  const { leads } = of(kind);
  if (leads) return leads({ caseId, disclosureId, aboutId });
  if (caseId) return `/cases/${caseId}`;
  return disclosureId ? `/disclosures/${disclosureId}` : '/disclosures';
}
