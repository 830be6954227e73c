import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { type Author, record } from '#kit/record.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/cases/index.ts';
import type { EventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayEnd, mayReopen } from '../actions.ts';
import { doneInWords, droppedInWords, reopenedInWords } from '../entries.ts';
import { noonOf, today } from '../today.ts';
import { addActionEntry, type NewActionEntry } from './action-entries.ts';
import { actionOf, type PlanAction } from './actions.ts';
import { becomeActive } from './progress.ts';

interface Action {
  readonly caseId: CaseId;
  readonly actionId: string;
  /** What whoever does it has seen; left out where a program does it. */
  readonly version?: number;
}

/** It was done: when, what came of it, and by whom, where that was somebody else. */
export async function finishAction(
  tx: Tx,
  author: Author,
  done: Action & {
    readonly happenedOn: Temporal.PlainDate;
    readonly byWhom?: string;
    readonly note?: string;
  },
): Promise<void> {
  const action = await openAction(tx, author, done);
  const { caseId, happenedOn, byWhom = '', note = '' } = done;
  const entry = { kind: 'done', happenedOn, byWhom, note } as const;
  await write(tx, author, action, done, sql`state = 'done'`, entry, 'plan.action-done');
  const words = doneInWords(action, { byWhom, note });
  await tell(tx, author, caseId, action.id, words, happenedOn);
  await becomeActive(tx, author, caseId);
}

/** It is no longer needed, or they no longer want it: no failure of anybody's. */
export async function dropAction(
  tx: Tx,
  author: Author,
  dropped: Action & { readonly reason: string },
): Promise<void> {
  const action = await openAction(tx, author, dropped);
  const entry = { kind: 'dropped', note: dropped.reason } as const;
  await write(tx, author, action, dropped, sql`state = 'dropped'`, entry, 'plan.action-dropped');
  await tell(tx, author, dropped.caseId, action.id, droppedInWords(action, dropped.reason));
}

/** Another day, with the reason; the day before stays in its history. */
export async function moveAction(
  tx: Tx,
  author: Author,
  moved: Action & { readonly dueOn: Temporal.PlainDate; readonly reason: string },
): Promise<void> {
  const action = await openAction(tx, author, moved);
  const { dueOn, reason } = moved;
  const entry = { kind: 'moved', note: reason, dueFrom: action.dueOn, dueTo: dueOn } as const;
  await write(tx, author, action, moved, sql`due_on = ${dueOn}`, entry, 'plan.action-moved');
}

/** Takes back that it was done or dropped, by an entry of its own. */
export async function reopenAction(
  tx: Tx,
  author: Author,
  reopened: Action & { readonly reason: string },
): Promise<void> {
  const action = await found(tx, author, reopened);
  insist(mayReopen(action));
  const { caseId, reason } = reopened;
  const entry = { kind: 'reopened', note: reason } as const;
  await write(tx, author, action, reopened, sql`state = 'open'`, entry, 'plan.action-reopened');
  await tell(tx, author, caseId, action.id, reopenedInWords(action, reason));
}

async function found(tx: Tx, author: Author, { caseId, actionId }: Action): Promise<PlanAction> {
  const action = await actionOf(tx, author.organisation, caseId, actionId);
  if (!action) throw notFound();
  return action;
}

async function openAction(tx: Tx, author: Author, asked: Action): Promise<PlanAction> {
  const action = await found(tx, author, asked);
  insist(mayEnd(action));
  return action;
}

async function write(
  tx: Tx,
  author: Author,
  action: PlanAction,
  { caseId, version = action.version }: Action,
  change: Sql,
  entry: Omit<NewActionEntry, 'caseId' | 'actionId'>,
  name: EventName,
): Promise<void> {
  const touched = await tx.run(sql`update plan_action set ${change}, version = version + 1
    where organisation_id = ${author.organisation} and case_id = ${caseId} and id = ${action.id}
      and version = ${version}`);
  if (touched === 0) throw new Fault('stale');
  await addActionEntry(tx, author, { caseId, actionId: action.id, ...entry });
  await record(tx, author, { name, caseId, subjectId: action.id });
}

async function tell(
  tx: Tx,
  author: Author,
  caseId: CaseId,
  subjectId: string,
  words: string,
  on: Temporal.PlainDate = today(author.now),
): Promise<void> {
  await addEntry(tx, author, {
    caseId,
    kind: 'plan',
    happenedAt: on.equals(today(author.now)) ? author.now : noonOf(on),
    knownAt: author.now,
    source: 'record',
    words,
    subjectId,
  });
}
