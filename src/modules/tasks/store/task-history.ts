import { z } from 'zod';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { taskChanges } from '../tasks.ts';

const row = z.object({
  at: instant,
  byName: z.string().nullable(),
  how: z.enum(taskChanges.map((each) => each.value)),
  reason: z.string(),
  fromDueOn: plainDate.nullable(),
  toDueOn: plainDate.nullable(),
  fromOwnerName: z.string().nullable(),
  toOwnerName: z.string().nullable(),
});
export type TaskStep = z.infer<typeof row>;

/** What became of a task, the newest first. */
export function historyOf(
  tx: Tx,
  organisation: OrganisationId,
  taskId: string,
): Promise<readonly TaskStep[]> {
  return tx.rows(
    row,
    sql`select h.at, s.name as "byName", h.how, h.reason, h.from_due_on as "fromDueOn", h.to_due_on as "toDueOn",
        f.name as "fromOwnerName", o.name as "toOwnerName"
      from task_change h
      left join staff s on s.organisation_id = h.organisation_id and s.id = h.by
      left join staff f on f.organisation_id = h.organisation_id and f.id = h.from_owner_id
      left join staff o on o.organisation_id = h.organisation_id and o.id = h.to_owner_id
      where h.organisation_id = ${organisation} and h.task_id = ${taskId} order by h.at desc, h.id desc`,
  );
}
