import { z } from 'zod';
import { type Database, id, plainDate, sql, transact } from '#kit/sql.ts';
import type { HelpReport } from '#modules/disclosures/index.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Helpline, Landlord } from './organisation.ts';

const landlordRow = z.object({
  id: id<OrganisationId>(),
  slug: z.string(),
  name: z.string(),
  packId: z.string(),
  demonstration: z.boolean(),
  closedDays: z.string(),
});

/** Each under the policy that is in force at that moment, with the days on which nobody will be there. */
const selectLandlord = (now: Temporal.Instant) => sql`select organisation_id as id, slug, name,
    lintel.pack_at(organisation_id, ${now}) as "packId", demonstration,
    coalesce((select string_agg(day || '=0', ',' order by day) from (
      select distinct d.day from closed_day d where d.organisation_id = o.organisation_id and d.opened_at is null
        and d.day >= (${now}::timestamptz at time zone 'UTC')::date - 1) closed), '') as "closedDays"
  from organisation o`;

/** Every landlord of this installation, by name. */
export function landlords(db: Database, now: Temporal.Instant): Promise<readonly Landlord[]> {
  return transact(db, { organisation: null }, (tx) =>
    tx.rows(landlordRow, sql`${selectLandlord(now)} order by name`),
  );
}

export function landlordAt(db: Database, slug: string, now: Temporal.Instant): Promise<Landlord | null> {
  return transact(db, { organisation: null }, (tx) =>
    tx.maybe(landlordRow, sql`${selectLandlord(now)} where slug = ${slug}`),
  );
}

const helplineRow = z.object({
  name: z.string(),
  phone: z.string(),
  says: z.string(),
  hours: z.string(),
  checkedOn: plainDate,
});

/** The landlord's own dated list, in its order. */
export async function helplinesOf(db: Database, organisation: OrganisationId): Promise<readonly Helpline[]> {
  const rows = await transact(db, { organisation }, (tx) =>
    tx.rows(
      helplineRow,
      sql`select name, phone, says, hours, checked_on as "checkedOn" from helpline
        where organisation_id = ${organisation} and ended_at is null order by place, name`,
    ),
  );
  return rows.map((row) => ({ ...row, checkedOn: dateInWords(row.checkedOn) }));
}

/** What somebody told us, as they sent it. The id is the form's own: sent twice, it is kept once. */
export interface SentReport {
  readonly id: string;
  readonly receivedAt: Temporal.Instant;
  readonly report: HelpReport;
}

/**
 * Adds the report; this role can do nothing else with it, not even see whether it is there: so the form's id decides,
 * and an id that is there already means that it arrived before.
 */
export async function addReport(
  db: Database,
  organisation: OrganisationId,
  { id, receivedAt, report }: SentReport,
): Promise<void> {
  try {
    await transact(db, { organisation }, (tx) =>
      tx.run(sql`insert into help_report (organisation_id, id, received_at, fields)
        values (${organisation}, ${id}, ${receivedAt}, ${JSON.stringify(report)})`),
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

const uniqueViolation = '23505';

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}
