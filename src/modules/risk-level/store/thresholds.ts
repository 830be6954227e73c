import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { record } from '#kit/record.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { propertySummary } from '#modules/register/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { repeatDefinitions } from '#rules/repeat.ts';
import { type WayOfKnowing, waysOfKnowing } from '../pathways.ts';
import { thresholdKind } from '../safer.ts';
import { type Area, areaOf, type LocalRules, rulesOn } from '../threshold.ts';
import { holdsFrom } from './holds-from.ts';
import { lastCheckOf, lastCheckRow } from './local-checks.ts';

const areaRow = z.object({ id: id<string>(), name: z.string(), authorities: z.array(z.string()) });

/** The Marac areas of a landlord, by name, with the local authorities that belong to each. */
export function areasOf(tx: Tx, organisation: OrganisationId): Promise<readonly Area[]> {
  return tx.rows(
    areaRow,
    sql`select a.id, a.name, coalesce((select array_agg(b.local_authority order by b.local_authority)
        from marac_area_authority b where b.organisation_id = a.organisation_id and b.area_id = a.id
          and b.ended_at is null), '{}') as authorities
      from marac_area a where a.organisation_id = ${organisation} order by lower(a.name)`,
  );
}

export const setThresholds = proposalsIn(sql`risk_threshold`, thresholdKind);

const thresholdRow = z.object({
  ...proposalRow(thresholdKind),
  counts: z.boolean(),
  needsSecond: z.boolean(),
  reason: z.string(),
  areaId: z.string().nullable(),
  instrument: z.string(),
  name: z.string().nullable(),
  effectiveFrom: plainDate.nullable(),
  names: z.object({ high: z.string(), medium: z.string(), standard: z.string() }).nullable(),
  highFrom: z.number(),
  mediumFrom: z.number(),
  callOuts: z.number().nullable(),
  repeat: z.enum(repeatDefinitions.map(({ value }) => value)),
  source: z.string(),
  setAt: instant,
  setByName: z.string().nullable(),
  known: z.enum(waysOfKnowing.map(({ value }) => value)) as z.ZodType<WayOfKnowing>,
  lastCheck: lastCheckRow,
});
type ThresholdRow = z.infer<typeof thresholdRow>;
export interface ThresholdOnFile extends Omit<ThresholdRow, 'name' | 'names'> {
  readonly name: string | undefined;
  readonly names: NonNullable<ThresholdRow['names']> | undefined;
}

/**
 * Every threshold that was ever set or proposed, the one that takes effect last first. What two people agreed to counts
 * from the day on which they did, at the earliest.
 */
export async function thresholdsOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly ThresholdOnFile[]> {
  const found = await tx.rows(
    thresholdRow,
    sql`select ${proposalColumns(setThresholds)}, p.area_id as "areaId", p.instrument, p.level_names as names,
        (select i.title from risk_instrument i where i.organisation_id = p.organisation_id
          and i.instrument = p.instrument and i.terms is not null
          order by i.effective_from desc, i.loaded_at desc limit 1) as name,
        ${holdsFrom} as "effectiveFrom",
        not p.needs_second or p.decision is not distinct from 'approved' as counts,
        p.needs_second as "needsSecond", p.reason, p.high_from as "highFrom",
        p.medium_from as "mediumFrom", p.call_outs as "callOuts", p.repeat_definition as repeat, p.source,
        p.proposed_at as "setAt", proposer.name as "setByName", p.known,
        ${lastCheckOf(sql`p.organisation_id`, sql`k.threshold_id = p.id`)} as "lastCheck"
      from ${proposalTable(setThresholds)}
      where p.organisation_id = ${organisation} order by "effectiveFrom" desc nulls last, p.proposed_at desc, p.id desc
      limit 500`,
  );
  return found.map((row) => ({ ...row, name: row.name ?? undefined, names: row.names ?? undefined }));
}

const setRow = z.object({
  areaId: z.string().nullable(),
  reason: z.string(),
  at: instant,
  byName: z.string().nullable(),
});

/** What holds for a case on a day, and where it is heard; `set`: somebody said so, else it follows from the home. */
export interface CaseThreshold {
  readonly rules: LocalRules;
  readonly area: Area | null;
  readonly set: z.infer<typeof setRow> | null;
  readonly localAuthority: string | null;
}

export async function thresholdFor(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  day: Temporal.PlainDate,
): Promise<CaseThreshold> {
  const [file, areas, thresholds, set] = await Promise.all([
    openFile(tx, organisation, caseId),
    areasOf(tx, organisation),
    thresholdsOf(tx, organisation),
    tx.maybe(
      setRow,
      sql`select m.area_id as "areaId", m.reason, m.set_at as at, s.name as "byName" from case_marac_area m
        left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by
        where m.organisation_id = ${organisation} and m.case_id = ${caseId}
        order by m.set_at desc, m.id desc limit 1`,
    ),
  ]);
  const home = file?.propertyId ? await propertySummary(tx, organisation, file.propertyId) : null;
  const localAuthority = home?.localAuthority || null;
  const chosen = areas.find((area) => area.id === set?.areaId) ?? null;
  const area = chosen ?? areaOf(areas, localAuthority);
  const rules = rulesOn(thresholds, area?.id ?? null, day);
  return { rules, area, set: chosen && set, localAuthority };
}

/**
 * Somebody says where a case is heard; without an area it follows from the home again. Where its risk weighs less
 * there, every manager who sees the case is told.
 */
export async function setCaseArea(
  tx: Tx,
  office: Office,
  {
    caseId,
    areaId,
    reason,
    fewer,
  }: {
    readonly caseId: CaseId;
    readonly areaId: string | null;
    readonly reason: string;
    readonly fewer: readonly string[];
  },
): Promise<void> {
  const choiceId = newId<string>();
  await tx.run(sql`insert into case_marac_area (organisation_id, id, case_id, area_id, reason, set_at, set_by)
    values (${office.organisation}, ${choiceId}, ${caseId}, ${areaId}, ${reason}, ${office.now}, ${office.staff})`);
  await happened(tx, office, {
    name: 'risk.threshold-changed',
    caseId,
    subjectId: choiceId,
    data: { areaId, looser: fewer.length > 0 },
  });
  if (fewer.length > 0) await tellItWeighsLess(tx, office, caseId);
}

/** Every other manager who sees the case. */
export async function tellItWeighsLess(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const managers = await listStaff(tx, office.organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((manager) => manager.id).filter((each) => each !== office.staff);
  await notify(tx, office, { staffIds, kind: 'weighed_otherwise', caseId });
}

/**
 * A Marac area with its local authorities; one that belonged elsewhere belongs here from now on.
 * @param areaId null: a new one. @returns its id; null where another area has that name
 */
export async function saveArea(
  tx: Tx,
  office: Office,
  {
    areaId,
    name,
    authorities,
  }: { readonly areaId: string | null; readonly name: string; readonly authorities: readonly string[] },
): Promise<string | null> {
  const { organisation, staff, now } = office;
  const saved = areaId ?? newId<string>();
  if (areaId === null) {
    const added = await tx.run(sql`insert into marac_area (organisation_id, id, name, added_at, added_by)
      values (${organisation}, ${saved}, ${name}, ${now}, ${staff}) on conflict do nothing`);
    if (added === 0) return null;
  }
  const folded = authorities.map((each) => each.toLocaleLowerCase('en-GB'));
  await tx.run(sql`update marac_area_authority set ended_at = ${now}, ended_by = ${staff}
    where organisation_id = ${organisation} and ended_at is null
      and (area_id = ${saved}) <> (lower(local_authority) = any (${folded}))`);
  for (const authority of authorities)
    await tx.run(sql`insert into marac_area_authority (organisation_id, id, area_id,
        local_authority, added_at, added_by)
      values (${organisation}, ${newId()}, ${saved}, ${authority}, ${now}, ${staff}) on conflict do nothing`);
  const data = { area: true, authorities: authorities.length };
  await record(tx, office, { name: 'risk.threshold-changed', subjectId: saved, data });
  return saved;
}
