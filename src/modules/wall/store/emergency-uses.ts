import { z } from 'zod';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { type Asked, findings, type Outcome, outcomes, type Reason, reasons } from '../emergency.ts';
import { type Opened, worthTelling } from '../openings.ts';

const row = z.object({
  id: z.uuid(),
  at: instant,
  staffId: id<StaffId>(),
  staffName: z.string(),
  askedBy: z.enum(['reference', 'person', 'home']) as z.ZodType<Asked['by']>,
  reason: z.enum(reasons.map(({ value }) => value)) as z.ZodType<Reason>,
  words: z.string(),
  outcome: z.enum(outcomes) as z.ZodType<Outcome>,
  caseId: id<CaseId>().nullable(),
  caseReference: z.string(),
  /** A conflict stands in front of what they asked for. */
  conflict: z.boolean(),
  endsAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  reviewDueAt: instant.nullable(),
  finding: z.enum(findings.map(({ value }) => value)).nullable(),
  done: z.string().nullable(),
  reviewedAt: instant.nullable(),
  reviewedByName: z.string().nullable(),
});
/** One time that somebody asked, and what came of it: as much as whoever looks may know. */
export type Use = z.infer<typeof row>;

const selectUses = sql`select b.id, b.at, b.staff_id as "staffId", s.name as "staffName", b.asked_by as "askedBy",
    b.reason, b.words, b.outcome, b.case_id as "caseId", b.case_reference as "caseReference",
    b.kept_from is not null as conflict, b.ends_at as "endsAt", b.ended_at as "endedAt", e.name as "endedByName",
    o.due_at as "reviewDueAt", r.finding, r.done, r.reviewed_at as "reviewedAt", v.name as "reviewedByName"
  from break_glass b
  join staff s on s.organisation_id = b.organisation_id and s.id = b.staff_id
  left join staff e on e.organisation_id = b.organisation_id and e.id = b.ended_by
  left join break_glass_review r on r.organisation_id = b.organisation_id and r.use_id = b.id
  left join staff v on v.organisation_id = r.organisation_id and v.id = r.reviewed_by
  left join obligation o on o.organisation_id = b.organisation_id and o.case_id = b.case_id and o.subject_id = b.id`;

export const usesPerPage = 30;

const totalRow = z.object({ total: z.number() });

/** Who asked, the newest first; those that wait for a review before all others. @param page from 1 */
export async function listUses(
  tx: Tx,
  organisation: OrganisationId,
  page: number,
): Promise<{ readonly uses: readonly Use[]; readonly total: number }> {
  const [uses, { total }] = await Promise.all([
    tx.rows(
      row,
      sql`${selectUses} where b.organisation_id = ${organisation}
        order by (b.outcome = 'granted' and r.id is null) desc, b.at desc, b.id desc
        limit ${usesPerPage} offset ${(page - 1) * usesPerPage}`,
    ),
    tx.one(totalRow, sql`select count(*) as total from break_glass where organisation_id = ${organisation}`),
  ]);
  return { uses, total };
}

/** Null where there is none, or it is not theirs to know of. */
export function findUse(tx: Tx, organisation: OrganisationId, useId: string): Promise<Use | null> {
  return tx.maybe(row, where(sql`b.organisation_id = ${organisation} and b.id = ${useId}`));
}

/** Emergency access to one case, the newest first; behind its wall. */
export function usesOfCase(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Use[]> {
  return tx.rows(
    row,
    where(sql`b.organisation_id = ${organisation} and b.case_id = ${caseId} and b.outcome = 'granted'`),
  );
}

function where(condition: Sql): Sql {
  return sql`${selectUses} where ${condition} order by b.at desc, b.id desc limit 100`;
}

const openedRow = z.object({ at: instant, name: z.string(), part: z.string() });

/** What was opened and done while it lasted: names from the record, nothing of the case. */
export async function openedDuring(tx: Tx, useId: string): Promise<readonly Opened[]> {
  const events = await tx.rows(openedRow, sql`select at, name, part from lintel.emergency_events(${useId})`);
  return events.filter(worthTelling);
}

const rushRow = z.object({ staffName: z.string(), tries: z.number(), lastAt: instant });
export type Tries = z.infer<typeof rushRow>;

/** How often each colleague asked, for a manager of the team; neither for what, nor what came of it. */
export function triesSince(
  tx: Tx,
  organisation: OrganisationId,
  since: Temporal.Instant,
): Promise<readonly Tries[]> {
  return tx.rows(
    rushRow,
    sql`select s.name as "staffName", t.tries, t.last_at as "lastAt" from lintel.emergency_rush(${since}) t
      join staff s on s.organisation_id = ${organisation} and s.id = t.staff_id order by t.tries desc, t.last_at desc`,
  );
}
