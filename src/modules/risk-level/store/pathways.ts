import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type MeetingKind, meetingKinds, type Pathway, type PathwayArea } from '../pathways.ts';
import { areasOf, saveArea, setThreshold } from './thresholds.ts';

const row = z.object({
  areaId: z.string(),
  kind: z.enum(meetingKinds.map(({ value }) => value)) as z.ZodType<MeetingKind>,
  words: z.string(),
  effectiveFrom: plainDate,
  source: z.string(),
  checkedOn: plainDate,
});
export type MeetingOnFile = z.infer<typeof row>;

/** How a high risk is heard in each area on a day: of each kind, what was set last. */
export function meetingsOn(
  tx: Tx,
  organisation: OrganisationId,
  day: Temporal.PlainDate,
): Promise<readonly MeetingOnFile[]> {
  return tx.rows(
    row,
    sql`select distinct on (m.area_id, m.kind) m.area_id as "areaId", m.kind, m.words,
        m.effective_from as "effectiveFrom", m.source, m.checked_on as "checkedOn"
      from area_meeting m where m.organisation_id = ${organisation} and m.effective_from <= ${day}
      order by m.area_id, m.kind, m.effective_from desc, m.set_at desc`,
  );
}

/**
 * Takes over what is known of a part of the country: its areas with their local authorities, thresholds and kinds of
 * meeting. What the landlord has set before stays on record; an area of the same name gains it.
 */
export async function takePathway(tx: Tx, office: Office, pathway: Pathway): Promise<void> {
  for (const area of pathway.areas) await takeArea(tx, office, area);
}

async function takeArea(tx: Tx, office: Office, area: PathwayArea): Promise<void> {
  const { name, authorities } = area;
  const known = await areasOf(tx, office.organisation);
  const same = known.find((each) => each.name.toLocaleLowerCase('en-GB') === name.toLocaleLowerCase('en-GB'));
  const both = [...new Set([...(same?.authorities ?? []), ...authorities])];
  const areaId = await saveArea(tx, office, { areaId: same?.id ?? null, name, authorities: both });
  if (areaId === null) return;
  for (const { effectiveFrom, ...threshold } of area.thresholds)
    await setThreshold(tx, office, {
      ...threshold,
      areaId,
      effectiveFrom: Temporal.PlainDate.from(effectiveFrom),
    });
  for (const { kind, words, effectiveFrom, source, checkedOn } of area.meetings)
    await tx.run(sql`insert into area_meeting (organisation_id, id, area_id, kind, words, effective_from, source,
        checked_on, set_at, set_by)
      values (${office.organisation}, ${newId()}, ${areaId}, ${kind}, ${words}, ${effectiveFrom}, ${source},
        ${checkedOn}, ${office.now}, ${office.staff})`);
}
