import { casePaths, whereDealtWith } from '#modules/case-file/pure.ts';
import type { HeldInDiary, Listed } from '#modules/diary/index.ts';
import { agreeAnew, diaryPaths, whatOf, whoOf } from '#modules/diary/pure.ts';
import type { OwedAction } from '#modules/plans/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueRuleOf } from '#rules/closed-since.ts';
import type { StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { CommitmentOf } from '#rules/pack.ts';
import type { DayItem } from './day.ts';
import { paths } from './paths.ts';
import type { OwedPromise, Proposal, ReviewToHold, WaitingTriage } from './store/day.ts';
import type { LeaderlessCase, UntouchedCase } from './store/day-cases.ts';
import type { Task } from './store/tasks.ts';
import type { ToLookAt } from './store/to-look-at.ts';
import { taskDueAt } from './tasks.ts';

/** What every list is turned into items with: who looks, and for whom they stand in. */
export interface DayReader {
  readonly calendar: WorkingCalendar;
  /** The names of those for whom whoever looks stands in. */
  readonly standIn: ReadonlyMap<StaffId, string>;
}

const none = { appointment: false, at: null } as const;

/** @param commitmentOf a promise keeps the name that the policy gave it under which it began */
export function promiseItem(
  { caseId, subjectId, reference, danger, leadId, packId, commitment, dueAt }: OwedPromise,
  { standIn }: DayReader,
  commitmentOf: CommitmentOf,
): DayItem {
  const promised = commitmentOf(packId, commitment);
  return {
    kind: 'promise',
    caseId,
    reference,
    what: promised?.title ?? 'Promise',
    at: dueAt,
    rule: dueRuleOf(promised),
    appointment: false,
    danger,
    standsInFor: standIn.get(leadId) ?? null,
    ...whereDealtWith(promised, { caseId, subjectId }),
  };
}

export function taskItem(task: Task, { calendar, standIn }: DayReader): DayItem {
  return {
    kind: task.caseId ? 'task' : 'reminder',
    caseId: task.caseId,
    reference: task.reference,
    what: task.what,
    at: taskDueAt(task.dueOn, calendar),
    appointment: false,
    danger: task.danger,
    standsInFor: standIn.get(task.ownerId) ?? null,
    href: paths.task(task.id),
    way: 'Open the task',
  };
}

/** A task of a case that whoever looks leads, and that nobody else would find on their day. */
export function strandedItem(task: Task, reader: DayReader): DayItem {
  return {
    ...taskItem(task, reader),
    what: `${task.what}: ${task.ownerName} cannot do it any more`,
    way: 'Give it to somebody',
  };
}

export function actionItem(
  { caseId, reference, what, dueOn, safety, ownerId, agency }: OwedAction,
  { calendar, standIn }: DayReader,
): DayItem {
  return {
    kind: 'plan_action',
    caseId,
    reference,
    what: agency ? `Ask ${agency}: ${what}` : what,
    at: taskDueAt(dueOn, calendar),
    appointment: false,
    danger: safety,
    standsInFor: standIn.get(ownerId) ?? null,
    href: `${casePaths.overview(caseId)}/plan`,
    way: 'Open the plan',
  };
}

/** A visit or a call to come. */
export function visitItem(planned: Listed, { standIn }: DayReader): DayItem {
  const { id, caseId, reference, startsAt, staffId } = planned;
  return {
    kind: 'visit',
    caseId,
    reference,
    what: overWhich(planned),
    at: startsAt,
    appointment: true,
    danger: false,
    standsInFor: standIn.get(staffId) ?? null,
    href: diaryPaths.planned(caseId, id),
    way: 'Look at it',
  };
}

/** A call over another number than the first says so: whoever rings looks at that one's terms. */
function overWhich(planned: Listed): string {
  const { channel, wayName } = planned;
  return channel === 'call' && wayName !== null ? `${whatOf(planned)}, over ${wayName}` : whatOf(planned);
}

/** One to come that is held: why, and what would open the door, before its time and however far ahead that is. */
export function noLongerItem(planned: HeldInDiary, reader: DayReader): DayItem {
  const { startsAt, noLonger } = planned;
  const [why] = noLonger;
  const held = why ? `. ${why.reason} ${why.opens}` : '';
  return {
    ...visitItem(planned, reader),
    kind: 'no_longer_agreed',
    what: `${overWhich(planned)}. ${agreeAnew(noLonger, startsAt, reader.calendar)}, or cancel it${held}`,
    at: null,
    waits: { words: `Before ${momentInWords(startsAt, reader.calendar)}`, today: true },
    appointment: false,
    way: 'Decide about it',
  };
}

/** One that is over, and of which nobody has written yet how it went. */
export function unrecordedItem(planned: Listed, reader: DayReader): DayItem {
  const { endsAt, missedAt } = planned;
  return {
    ...visitItem(planned, reader),
    what: `${whatOf(planned)}: how did it go?`,
    at: null,
    waits: { words: `Over since ${momentInWords(endsAt, reader.calendar)}`, today: true },
    appointment: false,
    danger: missedAt !== null,
    way: 'Record it',
  };
}

/** Somebody went out and was not heard of: on the day until it is written down what was found. */
export function notHeardOfItem(planned: Listed): DayItem {
  const { id, caseId, reference, checkInBy, checkedInAt } = planned;
  const late = checkedInAt === null ? 'had not checked in' : 'checked in after the alarm';
  return {
    kind: 'not_heard_of',
    caseId,
    reference,
    what: `${whoOf(planned)} ${late}: say what was found`,
    at: checkInBy,
    appointment: false,
    danger: true,
    standsInFor: null,
    href: diaryPaths.planned(caseId, id),
    way: 'See to it now',
  };
}

/** A case on which nobody acts needs somebody today; no time was promised for it, so it is not overdue (V3.5). */
export function untouchedItem(
  { caseId, reference, danger, leadId, since }: UntouchedCase,
  { calendar, standIn }: DayReader,
): DayItem {
  return {
    kind: 'untouched',
    caseId,
    reference,
    what: `Nobody has acted since ${momentInWords(since, calendar)}`,
    at: null,
    waits: { words: 'For too long', today: true },
    appointment: false,
    danger,
    standsInFor: leadId ? (standIn.get(leadId) ?? null) : null,
    href: casePaths.overview(caseId),
    way: 'Open the case',
  };
}

/** A review that a manager is to hold with whoever leads the case. */
export function reviewItem({ caseId, reference, danger, leadName, dueAt }: ReviewToHold): DayItem {
  return {
    kind: 'review',
    caseId,
    reference,
    what: `Review with ${leadName}`,
    at: dueAt,
    appointment: false,
    danger,
    standsInFor: null,
    href: paths.newSupervision(caseId),
    way: 'Review',
  };
}

export function proposalItem({ kind, id, caseId, reference, danger }: Proposal): DayItem {
  const about = { ...none, caseId, reference, danger, standsInFor: null };
  if (kind === 'plan') {
    const what = 'A plan for when there is no safe way today waits for your decision';
    return { ...about, kind: 'plan_to_decide', what, href: casePaths.plan(id), way: 'Decide' };
  }
  const what = 'A lower level of risk waits for a second person';
  return {
    ...about,
    kind: 'risk_to_confirm',
    what,
    href: `${casePaths.overview(caseId)}/risk`,
    way: 'Look at it',
  };
}

export function triageItem({ id, reference, dueAt, danger, claim }: WaitingTriage): DayItem {
  return {
    kind: 'triage',
    caseId: null,
    reference,
    what: 'Read it and decide what happens next',
    at: dueAt,
    appointment: false,
    danger,
    standsInFor: null,
    claim: { disclosureId: id, by: claim },
    href: `/disclosures/${id}`,
    way: 'Open it',
  };
}

/** A high risk, or a level that nobody judged, in a case that nobody leads needs somebody today, whatever day it is. */
export function withoutLeadItem({ caseId, reference, danger, high }: LeaderlessCase): DayItem {
  return {
    ...none,
    kind: 'no_lead',
    caseId,
    reference,
    what: high
      ? 'A high risk that nobody leads: choose somebody'
      : 'A level of risk that nobody judged, in a case that nobody leads: choose somebody',
    waits: { words: 'Today', today: true },
    danger,
    standsInFor: null,
    href: casePaths.allocation(caseId),
    way: 'Choose who leads it',
  };
}

/** What was written down late in one case; or all that was drawn by chance, in one line that leads to the list. */
export function toLookAtItem({ caseId, reference, danger, number }: ToLookAt): DayItem {
  const late = number === 1 ? 'Something was recorded late' : `${number} promises were recorded late`;
  const drawn =
    number === 1 ? 'A kept promise was drawn by chance' : `${number} kept promises were drawn by chance`;
  return {
    ...none,
    kind: 'to_look_at',
    caseId,
    reference,
    what: `${caseId ? late : drawn}: look whether it was so`,
    danger,
    standsInFor: null,
    href: '/checks',
    way: 'Look at it',
  };
}
