import { z } from 'zod';
import { id, instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Ending } from '../endings.ts';

const row = z.object({
  id: z.uuid(),
  disclosureId: id<DisclosureId>().nullable(),
  caseId: id<CaseId>().nullable(),
  promised: z.boolean(),
  beginsAt: instant,
  givenAt: instant,
  givenBy: id<StaffId>().nullable(),
  givenByName: z.string().nullable(),
  /** Null: nobody has chosen how long yet. */
  months: z.number().nullable(),
  until: plainDate,
  lookOn: plainDate,
  lookId: z.uuid(),
  afterClosing: z.boolean(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedBecause: (z.string() as unknown as z.ZodType<Ending>).nullable(),
  version: z.number(),
});
export type Space = Readonly<z.infer<typeof row>>;

export type Which =
  | { readonly caseId: CaseId }
  | { readonly disclosureId: DisclosureId }
  | { readonly spaceId: string };

/** Breathing space of a case or of what was told, the latest first; behind the wall there is none. */
export function spacesOf(tx: Tx, organisation: OrganisationId, which: Which): Promise<readonly Space[]> {
  return tx.rows(
    row,
    sql`select b.id, b.disclosure_id as "disclosureId", b.case_id as "caseId", b.promised,
        b.begins_at as "beginsAt", b.given_at as "givenAt", b.given_by as "givenBy", s.name as "givenByName",
        b.months, b.until, b.look_on as "lookOn", b.look_id as "lookId", b.after_closing as "afterClosing",
        b.ended_at as "endedAt", e.name as "endedByName", b.ended_because as "endedBecause", b.version
      from breathing_space b
      left join staff s on s.organisation_id = b.organisation_id and s.id = b.given_by
      left join staff e on e.organisation_id = b.organisation_id and e.id = b.ended_by
      where b.organisation_id = ${organisation} and ${among(which)}
      order by b.given_at desc, b.id desc limit 50`,
  );
}

function among(which: Which): Sql {
  if ('caseId' in which) return sql`b.case_id = ${which.caseId}`;
  return 'disclosureId' in which
    ? sql`b.disclosure_id = ${which.disclosureId}`
    : sql`b.id = ${which.spaceId}`;
}

/** The one that stands. */
export function standing(spaces: readonly Space[]): Space | null {
  return spaces.find(({ endedAt }) => endedAt === null) ?? null;
}
