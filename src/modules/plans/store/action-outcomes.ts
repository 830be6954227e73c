import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { timeOn, today } from '#rules/calendar.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayEnd, mayReopen } from '../actions.ts';
import { doneInWords, droppedInWords, reopenedInWords } from '../entries.ts';
import { addActionEntry, type NewActionEntry } from './action-entries.ts';
import { actionOf, type PlanAction } from './actions.ts';
import { becomeActive } from './progress.ts';

/** For what happened on a day, where nobody said at what time. */
const noon = Temporal.PlainTime.from('12:00');

interface Action {
  readonly caseId: CaseId;
  readonly actionId: string;
  /** What whoever does it has seen; left out where a program does it. */
  readonly version?: number;
}

/** It was done: when, what came of it, and by whom, where that was somebody else. */
export async function finishAction(
  tx: Tx,
  office: Office,
  done: Action & {
    readonly happenedOn: Temporal.PlainDate;
    readonly byWhom?: string;
    readonly note?: string;
  },
): Promise<void> {
  const action = await openAction(tx, office, done);
  const { caseId, happenedOn, byWhom = '', note = '' } = done;
  const entry = { kind: 'done', happenedOn, byWhom, note } as const;
  await write(tx, office, action, done, sql`state = 'done'`, entry, 'plan.action-done');
  const words = doneInWords(action, { byWhom, note });
  await tell(tx, office, caseId, action.id, words, happenedOn);
  await becomeActive(tx, office, caseId);
}

/** It is no longer needed, or they no longer want it: no failure of anybody's. */
export async function dropAction(
  tx: Tx,
  office: Office,
  dropped: Action & { readonly reason: string },
): Promise<void> {
  const action = await openAction(tx, office, dropped);
  const entry = { kind: 'dropped', note: dropped.reason } as const;
  await write(tx, office, action, dropped, sql`state = 'dropped'`, entry, 'plan.action-dropped');
  await tell(tx, office, dropped.caseId, action.id, droppedInWords(action, dropped.reason));
}

/** Another day, with the reason; the day before stays in its history. */
export async function moveAction(
  tx: Tx,
  office: Office,
  moved: Action & { readonly dueOn: Temporal.PlainDate; readonly reason: string },
): Promise<void> {
  const action = await openAction(tx, office, moved);
  const { dueOn, reason } = moved;
  const entry = { kind: 'moved', note: reason, dueFrom: action.dueOn, dueTo: dueOn } as const;
  await write(tx, office, action, moved, sql`due_on = ${dueOn}`, entry, 'plan.action-moved');
}

/** Takes back that it was done or dropped, by an entry of its own. */
export async function reopenAction(
  tx: Tx,
  office: Office,
  reopened: Action & { readonly reason: string },
): Promise<void> {
  const action = await found(tx, office, reopened);
  insist(mayReopen(action));
  const { caseId, reason } = reopened;
  const entry = { kind: 'reopened', note: reason } as const;
  await write(tx, office, action, reopened, sql`state = 'open'`, entry, 'plan.action-reopened');
  await tell(tx, office, caseId, action.id, reopenedInWords(action, reason));
}

async function found(tx: Tx, office: Office, { caseId, actionId }: Action): Promise<PlanAction> {
  const action = await actionOf(tx, office.organisation, caseId, actionId);
  if (!action) throw notFound();
  return action;
}

async function openAction(tx: Tx, office: Office, asked: Action): Promise<PlanAction> {
  const action = await found(tx, office, asked);
  insist(mayEnd(action));
  return action;
}

async function write(
  tx: Tx,
  office: Office,
  action: PlanAction,
  { caseId, version = action.version }: Action,
  change: Sql,
  entry: Omit<NewActionEntry, 'caseId' | 'actionId'>,
  name: CaseEventName,
): Promise<void> {
  const touched = await tx.run(sql`update plan_action set ${change}, version = version + 1
    where organisation_id = ${office.organisation} and case_id = ${caseId} and id = ${action.id}
      and version = ${version}`);
  if (touched === 0) throw new Fault('stale');
  await addActionEntry(tx, office, { caseId, actionId: action.id, ...entry });
  await happened(tx, office, { name, caseId, subjectId: action.id });
}

async function tell(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  subjectId: string,
  words: string,
  on: Temporal.PlainDate = today(office),
): Promise<void> {
  await addEntry(tx, office, {
    caseId,
    kind: 'plan',
    happenedAt: on.equals(today(office)) ? office.now : timeOn(on, noon, office.calendar),
    knownAt: office.now,
    source: 'record',
    words,
    subjectId,
  });
}
