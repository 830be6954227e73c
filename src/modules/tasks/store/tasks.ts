import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { mayChangeTask, type TaskChange, type TaskPage, taskPages, taskStates } from '../tasks.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  /** The case's reference; null for a reminder of one's own. */
  reference: z.string().nullable(),
  danger: z.boolean(),
  ownerId: id<StaffId>(),
  ownerName: z.string(),
  what: z.string(),
  why: z.string(),
  fromPage: z.enum(taskPages),
  dueOn: plainDate,
  state: z.enum(taskStates),
  addedAt: instant,
  addedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  version: z.number(),
});
export type Task = z.infer<typeof row>;

const columns = sql`t.id, t.case_id as "caseId", c.reference, coalesce(c.immediate_danger, false) as danger,
    t.owner_id as "ownerId", o.name as "ownerName", t.what, t.why, t.from_page as "fromPage", t.due_on as "dueOn",
    t.state, t.added_at as "addedAt", a.name as "addedByName", t.ended_at as "endedAt", t.version`;
const from = sql`from task t
  join staff o on o.organisation_id = t.organisation_id and o.id = t.owner_id
  left join staff a on a.organisation_id = t.organisation_id and a.id = t.added_by
  left join case_file c on c.organisation_id = t.organisation_id and c.id = t.case_id`;
const select = sql`select ${columns} ${from}`;

/** One task behind its wall; null where there is none, or none for whoever asks. */
export function findTask(tx: Tx, organisation: OrganisationId, taskId: string): Promise<Task | null> {
  return tx.maybe(row, sql`${select} where t.organisation_id = ${organisation} and t.id = ${taskId}`);
}

/** The tasks of a case that are still open, the earliest first. */
export function openTasks(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Task[]> {
  return tx.rows(
    row,
    sql`${select} where t.organisation_id = ${organisation} and t.case_id = ${caseId} and t.state = 'open'
      order by t.due_on, t.id`,
  );
}

/** Those that are done or dropped, the latest first, no more than fit a page. */
export function endedTasks(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Task[]> {
  return tx.rows(
    row,
    sql`${select} where t.organisation_id = ${organisation} and t.case_id = ${caseId} and t.state <> 'open'
      order by t.ended_at desc, t.id limit 50`,
  );
}

const dayRow = row.extend({ stranded: z.boolean() });
/** A task on the day of whoever does it or, stranded, of whoever leads its case. */
export type TaskOfDay = z.infer<typeof dayRow>;

/**
 * The open tasks of these colleagues that are due by that day; then those of the cases that they lead which nobody
 * would find, because whoever was to do them has left, or may not see the case any more. Only behind the asker's wall.
 */
export function tasksFor(
  tx: Tx,
  organisation: OrganisationId,
  { staffIds, dueBefore }: { readonly staffIds: readonly StaffId[]; readonly dueBefore: Temporal.PlainDate },
): Promise<readonly TaskOfDay[]> {
  const ids = sql`${[...staffIds]}::uuid[]`;
  const due = sql`t.state = 'open' and t.due_on <= ${dueBefore}`;
  return tx.rows(
    dayRow,
    sql`(select ${columns}, false as stranded ${from}
        where t.organisation_id = ${organisation} and t.owner_id = any (${ids}) and ${due}
        order by t.due_on, t.id limit 200)
      union all (select ${columns}, true ${from}
        where c.organisation_id = ${organisation} and c.lead_id = any (${ids}) and c.closed_at is null and ${due}
          and (t.owner_id = any (c.blocked_staff) or o.ended_at is not null)
        order by t.due_on, t.id limit 100)`,
  );
}

export interface NewTask {
  /** Null: nobody's case, a reminder that only its owner sees. */
  readonly caseId: CaseId | null;
  readonly ownerId: StaffId;
  readonly what: string;
  readonly why?: string;
  /** Where the office is closed that day, the task is due on the last working day before it. */
  readonly dueOn: Temporal.PlainDate;
  readonly fromPage?: TaskPage;
}

/** Adds a task; whoever is to do it is told, unless they added it. @returns its id */
export async function addTask(tx: Tx, office: Office, task: NewTask): Promise<string> {
  const taskId = newId<string>();
  const { caseId, ownerId, what, why = '', dueOn, fromPage = 'case' } = task;
  await tx.run(sql`insert into task (organisation_id, id, case_id, owner_id, what, why, from_page, due_on, added_at,
      added_by)
    values (${office.organisation}, ${taskId}, ${caseId}, ${ownerId}, ${what}, ${why}, ${fromPage}, ${dueOn},
      ${office.now}, ${office.staff})`);
  await Promise.all([
    change(tx, office, taskId, { how: 'added', toDueOn: dueOn, toOwnerId: ownerId }),
    happened(tx, office, { name: 'task.added', caseId, subjectId: taskId }),
    caseId &&
      ownerId !== office.staff &&
      notify(tx, office, { staffIds: [ownerId], kind: 'task_given', caseId }),
  ]);
  return taskId;
}

interface Changing {
  readonly taskId: string;
  /** The one that whoever changes it has seen; null: whichever there is. */
  readonly version?: number | null;
}

/** What was to be done is done, or is not to be done after all, with the reason. */
export async function finishTask(
  tx: Tx,
  office: Office,
  ending: Changing & { readonly how: 'done' | 'dropped'; readonly reason?: string },
): Promise<Task> {
  const { taskId, how, reason = '' } = ending;
  const task = await claimed(tx, office, ending);
  await tx.run(sql`update task set state = ${how}, ended_at = ${office.now}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${taskId}`);
  await tell(tx, office, task, how === 'done' ? 'task.done' : 'task.dropped', { how, reason });
  return task;
}

/** It is due on another day, with the reason. */
export async function moveTask(
  tx: Tx,
  office: Office,
  moving: Changing & { readonly dueOn: Temporal.PlainDate; readonly reason: string },
): Promise<Task> {
  const { taskId, dueOn, reason } = moving;
  const task = await claimed(tx, office, moving);
  await tx.run(sql`update task set due_on = ${dueOn}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${taskId}`);
  await tell(tx, office, task, 'task.moved', {
    how: 'moved',
    reason,
    fromDueOn: task.dueOn,
    toDueOn: dueOn,
  });
  return task;
}

/** Somebody else does it from now on, and is told. Whether their wall lets them in is asked by whoever offers them. */
export async function giveTask(
  tx: Tx,
  office: Office,
  giving: Changing & { readonly ownerId: StaffId; readonly reason: string },
): Promise<Task> {
  const { taskId, ownerId, reason } = giving;
  const task = await claimed(tx, office, giving);
  await tx.run(sql`update task set owner_id = ${ownerId}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${taskId}`);
  const fromOwnerId = task.ownerId;
  await tell(tx, office, task, 'task.moved', {
    how: 'handed_over',
    reason,
    fromOwnerId,
    toOwnerId: ownerId,
  });
  if (task.caseId && ownerId !== office.staff)
    await notify(tx, office, { staffIds: [ownerId], kind: 'task_given', caseId: task.caseId });
  return task;
}

/** Locks it as it was seen, or says why it cannot be changed. */
async function claimed(tx: Tx, office: Office, { taskId, version = null }: Changing): Promise<Task> {
  const { organisation } = office;
  const locked = await tx.run(
    sql`select from task where organisation_id = ${organisation} and id = ${taskId} for update`,
  );
  const task = locked === 0 ? null : await findTask(tx, organisation, taskId);
  if (!task) throw notFound();
  if (version !== null && task.version !== version) throw new Fault('stale');
  insist(mayChangeTask(task.state));
  return task;
}

async function tell(
  tx: Tx,
  office: Office,
  { id: taskId, caseId }: Task,
  name: CaseEventName,
  what: NewChange,
): Promise<void> {
  await Promise.all([
    change(tx, office, taskId, what),
    happened(tx, office, { name, caseId, subjectId: taskId }),
  ]);
}

export interface NewChange {
  readonly how: TaskChange;
  readonly reason?: string;
  readonly fromDueOn?: Temporal.PlainDate;
  readonly toDueOn?: Temporal.PlainDate;
  readonly fromOwnerId?: StaffId;
  readonly toOwnerId?: StaffId;
  readonly reassignmentId?: string;
}

/** Adds to the history of a task. */
export function change(tx: Tx, office: Office, taskId: string, what: NewChange): Promise<number> {
  const { how, reason = '', fromDueOn = null, toDueOn = null, fromOwnerId = null, toOwnerId = null } = what;
  return tx.run(sql`insert into task_change (organisation_id, id, task_id, at, by, how, reason, from_due_on,
      to_due_on, from_owner_id, to_owner_id, reassignment_id)
    values (${office.organisation}, ${newId()}, ${taskId}, ${office.now}, ${office.staff}, ${how}, ${reason},
      ${fromDueOn}, ${toDueOn}, ${fromOwnerId}, ${toOwnerId}, ${what.reassignmentId ?? null})`);
}
