import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { dayOfMeeting, type Pathway, type PathwayArea } from '../pathways.ts';
import { addMeeting } from './meetings.ts';
import { areasOf, saveArea, setThreshold } from './thresholds.ts';

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
  for (const { effectiveFrom, known: _, ...threshold } of area.thresholds)
    await setThreshold(tx, office, {
      ...threshold,
      areaId,
      effectiveFrom: effectiveFrom === null ? null : Temporal.PlainDate.from(effectiveFrom),
    });
  for (const { checkedOn, ...meeting } of area.meetings)
    await addMeeting(tx, office, {
      ...meeting,
      ...dayOfMeeting(meeting),
      areaId,
      held: true,
      checkedOn: checkedOn === null ? null : Temporal.PlainDate.from(checkedOn),
    });
}
