import { z } from 'zod';
import { id, instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, PropertyId, StaffId } from '#rules/facts.ts';
import { type Audience, audiences, freshFor } from '../markers.ts';

const row = z.object({
  id: z.uuid(),
  propertyId: id<PropertyId>(),
  text: z.string(),
  audiences: z.array(z.enum(audiences.map(({ value }) => value))) as z.ZodType<readonly Audience[]>,
  reviewOn: plainDate,
  placedAt: instant,
  placedBy: id<StaffId>().nullable(),
  placedByName: z.string().nullable(),
  why: z.string(),
  caseId: id<CaseId>().nullable(),
  endedAt: instant.nullable(),
  reviewedAt: instant.nullable(),
  reviewedByName: z.string().nullable(),
  reviewReason: z.string().nullable(),
  version: z.number(),
});
/** A marker as those who keep it know it; the last review beside it. */
export type KeptMarker = z.infer<typeof row>;

/** Row-level security returns only markers that this person may manage. */
const selectKept = sql`select m.id, m.property_id as "propertyId", m.text, m.audiences, m.review_on as "reviewOn",
    m.placed_at as "placedAt", k.placed_by as "placedBy", s.name as "placedByName", k.why, k.case_id as "caseId",
    m.ended_at as "endedAt", r.decided_at as "reviewedAt", d.name as "reviewedByName", r.reason as "reviewReason",
    m.version
  from marker_keeping k
  join marker m on m.organisation_id = k.organisation_id and m.id = k.marker_id
  left join staff s on s.organisation_id = k.organisation_id and s.id = k.placed_by
  left join lateral (select v.decided_at, v.decided_by, v.reason from marker_review v
    where v.organisation_id = m.organisation_id and v.marker_id = m.id order by v.decided_at desc, v.id desc limit 1) r
    on true
  left join staff d on d.organisation_id = k.organisation_id and d.id = r.decided_by`;

/** The markers placed for a case, those that still stand first. */
export function markersOfCase(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly KeptMarker[]> {
  return tx.rows(
    row,
    sql`${selectKept} where k.organisation_id = ${organisation} and k.case_id = ${caseId}
      order by m.ended_at desc nulls first, m.review_on, m.id limit 100`,
  );
}

/**
 * Those of no case that this colleague placed at this home. To any other reader each looks like one that was placed for
 * somebody’s safety, and one of a case is read there alone.
 */
export function keptAtHome(
  tx: Tx,
  organisation: OrganisationId,
  { propertyId, staff }: { readonly propertyId: PropertyId; readonly staff: StaffId },
): Promise<readonly KeptMarker[]> {
  return tx.rows(
    row,
    sql`${selectKept} where k.organisation_id = ${organisation} and m.property_id = ${propertyId}
      and k.placed_by = ${staff} and k.case_id is null and m.ended_at is null order by m.review_on, m.id limit 100`,
  );
}

export function findKept(tx: Tx, organisation: OrganisationId, markerId: string): Promise<KeptMarker | null> {
  return tx.maybe(
    row,
    sql`${selectKept} where k.organisation_id = ${organisation} and k.marker_id = ${markerId}`,
  );
}

/**
 * What this colleague is to look at: everything that they placed and that still stands; and for a manager, whatever
 * belongs to no case and has run out, or whose keeper has left.
 */
export function markersOf(
  tx: Tx,
  organisation: OrganisationId,
  by: { readonly staff: StaffId; readonly manages: boolean; readonly today: Temporal.PlainDate },
): Promise<readonly KeptMarker[]> {
  const others: Sql = sql`or (${by.manages} and k.case_id is null
    and (m.review_on < ${by.today} or s.ended_at is not null))`;
  return tx.rows(
    row,
    sql`${selectKept} where k.organisation_id = ${organisation} and m.ended_at is null
      and (k.placed_by = ${by.staff} ${others}) order by m.review_on, m.id limit 200`,
  );
}

const toReviewRow = z.object({ id: z.uuid(), text: z.string(), reviewOn: plainDate }).readonly();
export type MarkerToReview = z.infer<typeof toReviewRow>;

/**
 * The markers that keep a case from closing: those that still stand for it and that nobody has looked at within the 28
 * days before something was last done about the case. Only behind its open wall.
 */
export function markersToReview(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly MarkerToReview[]> {
  return tx.rows(
    toReviewRow,
    sql`select m.id, m.text, m.review_on as "reviewOn" from marker_keeping k
      join marker m on m.organisation_id = k.organisation_id and m.id = k.marker_id
      join case_file c on c.organisation_id = k.organisation_id and c.id = k.case_id
      where k.organisation_id = ${organisation} and k.case_id = ${caseId} and m.ended_at is null and not exists (
        select from marker_review r where r.organisation_id = m.organisation_id and r.marker_id = m.id
          and r.decided_at >= coalesce(lintel.last_acted(c.organisation_id, c.id), c.opened_at)
            - ${`${freshFor.days} days`}::interval)
      order by m.review_on, m.id`,
  );
}
