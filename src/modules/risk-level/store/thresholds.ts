import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { propertySummary } from '#modules/register/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { repeatDefinitions } from '#rules/repeat.ts';
import { type WayOfKnowing, waysOfKnowing } from '../pathways.ts';
import { type Area, areaOf, type LocalRules, rulesOn, type Threshold } from '../threshold.ts';
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

const thresholdRow = z.object({
  id: id<string>(),
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

/** Every threshold that was ever set, the one that takes effect last first. */
export async function thresholdsOf(
  tx: Tx,
  organisation: OrganisationId,
): Promise<readonly ThresholdOnFile[]> {
  const found = await tx.rows(
    thresholdRow,
    sql`select t.id, t.area_id as "areaId", t.instrument, t.level_names as names,
        (select i.title from risk_instrument i where i.organisation_id = t.organisation_id
          and i.instrument = t.instrument and i.terms is not null
          order by i.effective_from desc, i.loaded_at desc limit 1) as name,
        t.effective_from as "effectiveFrom", t.high_from as "highFrom",
        t.medium_from as "mediumFrom", t.call_outs as "callOuts", t.repeat_definition as repeat, t.source,
        t.set_at as "setAt", s.name as "setByName", t.known,
        ${lastCheckOf(sql`t.organisation_id`, sql`k.threshold_id = t.id`)} as "lastCheck"
      from risk_threshold t left join staff s on s.organisation_id = t.organisation_id and s.id = t.set_by
      where t.organisation_id = ${organisation} order by t.effective_from desc nulls last, t.set_at desc
      limit 500`,
  );
  return found.map((row) => ({ ...row, name: row.name ?? undefined, names: row.names ?? undefined }));
}

/** What holds for a case on a day, and where it is heard; `set`: somebody said so, else it follows from the home. */
export interface CaseThreshold {
  readonly rules: LocalRules;
  readonly area: Area | null;
  readonly set: { readonly reason: string; readonly at: Temporal.Instant } | null;
  readonly localAuthority: string | null;
}

const setRow = z.object({ areaId: z.string().nullable(), reason: z.string(), at: instant });

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
      sql`select area_id as "areaId", reason, set_at as at from case_marac_area
        where organisation_id = ${organisation} and case_id = ${caseId} order by set_at desc, id desc limit 1`,
    ),
  ]);
  const home = file?.propertyId ? await propertySummary(tx, organisation, file.propertyId) : null;
  const localAuthority = home?.localAuthority || null;
  const chosen = areas.find((area) => area.id === set?.areaId) ?? null;
  const area = chosen ?? areaOf(areas, localAuthority);
  const rules = rulesOn(thresholds, area?.id ?? null, day);
  return { rules, area, set: chosen && set, localAuthority };
}

/** Somebody says where a case is heard; without an area it follows from the home again. */
export async function setCaseArea(
  tx: Tx,
  office: Office,
  {
    caseId,
    areaId,
    reason,
  }: { readonly caseId: CaseId; readonly areaId: string | null; readonly reason: string },
): Promise<void> {
  const choiceId = newId<string>();
  await tx.run(sql`insert into case_marac_area (organisation_id, id, case_id, area_id, reason, set_at, set_by)
    values (${office.organisation}, ${choiceId}, ${caseId}, ${areaId}, ${reason}, ${office.now}, ${office.staff})`);
  await happened(tx, office, {
    name: 'risk.threshold-changed',
    caseId,
    subjectId: choiceId,
    data: { areaId },
  });
}

/** A new threshold, for an area or for everywhere, from a day on; earlier ones stay. */
export async function setThreshold(
  tx: Tx,
  office: Office,
  threshold: Threshold & {
    readonly areaId: string | null;
    readonly effectiveFrom: Temporal.PlainDate | null;
    readonly known?: WayOfKnowing;
  },
): Promise<void> {
  const { areaId, effectiveFrom, instrument, highFrom, mediumFrom, names, callOuts, repeat, source } =
    threshold;
  const { known = 'said_here' } = threshold;
  const thresholdId = newId<string>();
  await tx.run(sql`insert into risk_threshold (organisation_id, id, area_id, instrument, effective_from, high_from,
      medium_from, level_names, call_outs, repeat_definition, source, known, set_at, set_by)
    values (${office.organisation}, ${thresholdId}, ${areaId}, ${instrument}, ${effectiveFrom}, ${highFrom},
      ${mediumFrom}, ${names ? JSON.stringify(names) : null}, ${callOuts}, ${repeat}, ${source}, ${known},
      ${office.now}, ${office.staff})`);
  const data = {
    areaId,
    instrument,
    effectiveFrom: effectiveFrom?.toString() ?? null,
    highFrom,
    mediumFrom,
    callOuts,
    repeat,
  };
  await record(tx, office, { name: 'risk.threshold-changed', subjectId: thresholdId, data });
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
