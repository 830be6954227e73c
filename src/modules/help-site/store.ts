import { z } from 'zod';
import { type Database, id, plainDate, sql, transact } from '#kit/sql.ts';
import type { HelpReport } from '#modules/disclosures/index.ts';
import type { ClosedDays } from '#rules/closed-days.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Helpline, Landlord } from './organisation.ts';

const landlordRow = z.object({
  id: id<OrganisationId>(),
  slug: z.string(),
  name: z.string(),
  packId: z.string(),
  demonstration: z.boolean(),
});

/** Each under the policy that is in force at that moment. */
const selectLandlord = (now: Temporal.Instant) => sql`select organisation_id as id, slug, name,
    lintel.pack_at(organisation_id, ${now}) as "packId", demonstration
  from organisation`;

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

const daysRow = z.object({ days: z.string() });

/** The days to come that the landlord itself closed; since when that is known is nobody's business here. */
export async function closedDaysAhead(
  db: Database,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<ClosedDays> {
  const { days } = await transact(db, { organisation }, (tx) =>
    tx.one(
      daysRow,
      sql`select coalesce(string_agg(distinct day || '=0', ','), '') as days from closed_day
        where organisation_id = ${organisation} and opened_at is null
          and day >= (${now}::timestamptz at time zone 'UTC')::date - 1`,
    ),
  );
  return days;
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
