import { z } from 'zod';
import { Fault, insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { advance, notify } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Finding } from '../emergency.ts';
import { mayReview } from '../review.ts';
import type { Use } from './uses.ts';

/** A data protection officer's finding: one for each use, never changed (V3.2). Keeps the promise that it is reviewed. */
export async function review(
  tx: Tx,
  author: Author,
  use: Use,
  found: {
    readonly pack: Pack;
    readonly calendar: WorkingCalendar;
    readonly finding: Finding;
    readonly done: string;
  },
): Promise<void> {
  insist(mayReview(use, author.staff));
  const { pack, calendar, finding, done } = found;
  const { caseId } = use;
  const added = await tx.run(sql`insert into break_glass_review (organisation_id, id, use_id, finding, done,
      reviewed_by, reviewed_at)
    values (${author.organisation}, ${newId()}, ${use.id}, ${finding}, ${done}, ${author.staff}, ${author.now})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  const eventId = await record(tx, author, {
    name: 'break-glass.reviewed',
    caseId,
    subjectId: use.id,
    data: { finding },
  });
  await advance(tx, author, {
    pack,
    calendar,
    event: 'break-glass.reviewed',
    at: author.now,
    eventId,
    caseId,
    subjectId: use.id,
    keepsOnlySubject: true,
  });
  await tx.run(sql`select lintel.refresh_reviewed(${use.id})`);
}

const dueRow = z.object({ id: z.uuid(), officers: z.array(id<StaffId>()) });

/** Reminds data protection officers, once, of what is due for review within a day. */
export async function remind(tx: Tx, author: Author): Promise<number> {
  const due = await tx.rows(
    dueRow,
    sql`update break_glass b set reminded_at = ${author.now}
      from obligation o, case_file c
      where b.organisation_id = ${author.organisation} and b.reminded_at is null and b.outcome = 'granted'
        and o.organisation_id = b.organisation_id and o.case_id = b.case_id and o.subject_id = b.id
        and o.fulfilled_at is null and coalesce(o.outcome, 'breached') = 'breached'
        and o.due_at < ${author.now.add({ hours: 24 })}
        and c.organisation_id = b.organisation_id and c.id = b.case_id
      returning b.id, array(select s.id from staff s where s.organisation_id = b.organisation_id
        and 'data_protection_officer' = any (s.roles) and s.ended_at is null and s.id <> b.staff_id
        and not s.id = any (c.blocked_staff)) as officers`,
  );
  for (const { officers } of due)
    await notify(tx, author, { staffIds: officers, kind: 'emergency_to_review' });
  return due.length;
}
