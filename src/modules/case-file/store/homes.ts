import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, PropertyId, TenancyId } from '#rules/facts.ts';
import { type HomeChange, homeKinds, type Lives, moves } from '../where-they-live.ts';

const row = z.object({
  id: id<string>(),
  number: z.number(),
  kind: z.enum(homeKinds.map(({ value }) => value)),
  propertyId: id<PropertyId>().nullable(),
  /** Of the home on the register, or as it was typed; null where it is kept from whoever asks. */
  addressLines: z.array(z.string()).nullable(),
  postcode: z.string().nullable(),
  address: z.string(),
  since: plainDate.nullable(),
  source: z.string(),
  change: z.enum(['opened', 'learnt', 'moved', 'wrong']),
  why: z.string(),
  moves: z.boolean(),
  /** Why it was taken for an error; null: it was none. */
  wrongBecause: z.string().nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type HomeInCase = z.infer<typeof row>;

/** Where they live and lived, the latest that was written down first: nothing is ever taken out of the record. */
export function homesIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly HomeInCase[]> {
  return tx.rows(
    row,
    sql`select h.id, h.number, h.kind, h.property_id as "propertyId", p.address_lines as "addressLines", p.postcode,
        h.address, h.since, h.source, h.change, h.why, h.moves, w.why as "wrongBecause",
        h.recorded_at as "recordedAt", s.name as "recordedByName"
      from case_home h
      left join property p on p.organisation_id = h.organisation_id and p.id = h.property_id
      left join case_home w on w.organisation_id = h.organisation_id and w.corrects_id = h.id
      left join staff s on s.organisation_id = h.organisation_id and s.id = h.recorded_by
      where h.organisation_id = ${organisation} and h.case_id = ${caseId} order by h.number desc limit 100`,
  );
}

export interface NewHome extends Lives {
  readonly caseId: CaseId;
  readonly tenancyId: TenancyId | null;
  readonly since: Temporal.PlainDate | null;
  readonly source: string;
  readonly change: HomeChange;
  /** Why what was on record is taken for an error; else empty. */
  readonly why: string;
  /** What is on record until now; null: nothing is. */
  readonly before: HomeInCase | null;
}

/**
 * Writes down where they live now, and what every page asks of it: markers, pathways, who is kept apart and where the
 * case is found follow from then on. Throws `stale` where somebody else was first. @returns its id
 */
export async function recordHome(tx: Tx, office: Office, home: NewHome): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, propertyId, tenancyId, address, since, source, change, why, before } = home;
  const homeId = newId<string>();
  const moved = moves(before, home);
  const correctsId = change === 'wrong' ? (before?.id ?? null) : null;
  const added =
    await tx.run(sql`insert into case_home (organisation_id, id, case_id, number, kind, property_id,
      tenancy_id, address, since, source, change, why, moves, corrects_id, recorded_at, recorded_by)
    values (${organisation}, ${homeId}, ${caseId}, ${(before?.number ?? 0) + 1}, ${kind}, ${propertyId}, ${tenancyId},
      ${address}, ${since}, ${source}, ${change}, ${why}, ${moved}, ${correctsId}, ${now}, ${staff})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  await tx.run(sql`update case_file set property_id = ${propertyId}, tenancy_id = ${tenancyId}, home_kind = ${kind},
      home_elsewhere = ${address}, home_moved_at = case when ${moved} then ${now}::timestamptz else home_moved_at end,
      version = version + 1
    where organisation_id = ${organisation} and id = ${caseId}`);
  // Never where: what happened is read by more people than the case is.
  await happened(tx, office, {
    name: 'case.home-recorded',
    caseId,
    subjectId: homeId,
    data: { kind, change },
  });
  return homeId;
}
