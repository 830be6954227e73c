import { z } from 'zod';
import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Finding } from '../emergency.ts';
import { mayReview } from '../emergency-review.ts';
import type { Use } from './emergency-uses.ts';

/**
 * A data protection officer's finding: one for each use, never changed (V3.2). Keeps the
 * promise that it is reviewed.
 */
export async function review(
  tx: Tx,
  office: Office,
  use: Use,
  found: {
    readonly finding: Finding;
    readonly done: string;
  },
): Promise<void> {
  insist(mayReview(use, office.staff));
  const { finding, done } = found;
  const { caseId } = use;
  const added = await tx.run(sql`insert into break_glass_review (organisation_id, id, use_id, finding, done,
      reviewed_by, reviewed_at)
    values (${office.organisation}, ${newId()}, ${use.id}, ${finding}, ${done}, ${office.staff}, ${office.now})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  await happened(tx, office, {
    name: 'break-glass.reviewed',
    caseId,
    subjectId: use.id,
    data: { finding },
    keepsOnly: 'its subject',
  });
  await tx.run(sql`select lintel.refresh_reviewed(${use.id})`);
}

const dueRow = z.object({ id: z.uuid(), officers: z.array(id<StaffId>()) });

/** Reminds data protection officers, once, of what is due for review within a day. */
export async function remind(tx: Tx, office: Office): Promise<number> {
  const due = await tx.rows(
    dueRow,
    sql`update break_glass b set reminded_at = ${office.now}
      from obligation o, case_file c
      where b.organisation_id = ${office.organisation} and b.reminded_at is null and b.outcome = 'granted'
        and o.organisation_id = b.organisation_id and o.case_id = b.case_id and o.subject_id = b.id
        and o.fulfilled_at is null and coalesce(o.outcome, 'breached') = 'breached'
        and o.due_at < ${office.now.add({ hours: 24 })}
        and c.organisation_id = b.organisation_id and c.id = b.case_id
      returning b.id, array(select s.id from staff s where s.organisation_id = b.organisation_id
        and 'data_protection_officer' = any (s.roles) and s.ended_at is null and s.id <> b.staff_id
        and not s.id = any (c.blocked_staff)) as officers`,
  );
  for (const { id: aboutId, officers } of due)
    await notify(tx, office, { staffIds: officers, kind: 'emergency_to_review', aboutId });
  return due.length;
}
