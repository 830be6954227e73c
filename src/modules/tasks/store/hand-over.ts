import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { Move } from '../move.ts';
import { change } from './tasks.ts';

const moved = z.object({ id: z.uuid(), ownerId: id<StaffId>() });

/**
 * The open tasks that the case's old lead had in it become the new lead's, and so do those of whoever may not see the
 * case any more. Where a reassignment is undone, only those
 * go back that came with it.
 */
export async function handOverTasks(
  tx: Tx,
  office: Office,
  { caseId, fromId, toId }: Move,
  reassignmentId: string,
  undoesId: string | null,
): Promise<void> {
  const tasks = await tx.rows(
    moved,
    sql`with mine as (
        select t.organisation_id, t.id, t.owner_id from task t
        join case_file c on c.organisation_id = t.organisation_id and c.id = t.case_id
        where t.organisation_id = ${office.organisation} and t.case_id = ${caseId} and t.state = 'open'
          and (t.owner_id = ${fromId} or t.owner_id = any (c.blocked_staff))
          and (${undoesId}::uuid is null or exists (
            select from task_change h where h.organisation_id = t.organisation_id and h.task_id = t.id
              and h.reassignment_id = ${undoesId})) for update of t)
      update task t set owner_id = ${toId}, version = version + 1 from mine
      where t.organisation_id = mine.organisation_id and t.id = mine.id returning t.id, mine.owner_id as "ownerId"`,
  );
  const how = { how: 'handed_over', toOwnerId: toId, reassignmentId } as const;
  for (const task of tasks) {
    await change(tx, office, task.id, { ...how, fromOwnerId: task.ownerId });
    await happened(tx, office, { name: 'task.moved', caseId, subjectId: task.id, data: { reassignmentId } });
  }
}

const alongRow = z.object({ caseId: id<CaseId>(), tasks: z.number(), visits: z.number() });
/** What of a case is still in the hands of whoever led it. */
export type Along = Pick<z.infer<typeof alongRow>, 'tasks' | 'visits'>;

/**
 * For each case the open tasks that move along with its lead, and the visits and calls that its lead has planned: these
 * stay as they are until somebody looks at them, because who comes was agreed with the person (L2.3).
 */
export async function movesAlong(
  tx: Tx,
  { organisation, now }: Pick<Office, 'organisation' | 'now'>,
  cases: readonly { readonly id: CaseId; readonly leadId: StaffId | null }[],
): Promise<ReadonlyMap<CaseId, Along>> {
  const rows = await tx.rows(
    alongRow,
    sql`select a.case_id as "caseId",
        (select count(*) from task t where t.organisation_id = ${organisation} and t.case_id = a.case_id
          and t.owner_id = a.lead_id and t.state = 'open') as tasks,
        (select count(*) from planned_contact p where p.organisation_id = ${organisation} and p.case_id = a.case_id
          and p.staff_id = a.lead_id and p.ended_at is null and p.starts_at > ${now}) as visits
      from unnest(${cases.map((each) => each.id)}::uuid[], ${cases.map((each) => each.leadId)}::uuid[])
        as a (case_id, lead_id)`,
  );
  return new Map(rows.map(({ caseId, tasks, visits }) => [caseId, { tasks, visits }]));
}
