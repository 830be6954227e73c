import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { Loosened } from '../moving.ts';
import { dayOfMeeting, type Meeting, type Pathway, type PathwayArea } from '../pathways.ts';
import { addMeeting, type MeetingOnFile, meetingsOf } from './meetings.ts';
import { loosenedIn } from './moving.ts';
import { setThreshold } from './set-threshold.ts';
import { areasOf, saveArea, type ThresholdOnFile, thresholdsOf } from './thresholds.ts';

/**
 * Takes over what is known of a part of the country: its areas with their local authorities, thresholds and kinds of
 * meeting. What the landlord has set before stays on record; an area of the same name gains it. A threshold by which
 * fewer people are high or medium than by what holds there waits for a second person, as one that somebody types; a
 * local authority in which fewer would be stays where it is.
 * @returns which local authorities stayed where they were
 */
export async function takePathway(tx: Tx, office: Office, pathway: Pathway): Promise<readonly Loosened[]> {
  const left: Loosened[] = [];
  for (const area of pathway.areas) left.push(...(await takeArea(tx, office, area)));
  return left;
}

async function takeArea(tx: Tx, office: Office, area: PathwayArea): Promise<readonly Loosened[]> {
  const { name, authorities } = area;
  const known = await areasOf(tx, office.organisation);
  const same = known.find((each) => each.name.toLocaleLowerCase('en-GB') === name.toLocaleLowerCase('en-GB'));
  const both = [...new Set([...(same?.authorities ?? []), ...authorities])];
  const left = await loosenedIn(tx, office, same?.id ?? null, both);
  const taken = both.filter((each) => !left.some(({ authority }) => authority === each));
  const areaId = await saveArea(tx, office, { areaId: same?.id ?? null, name, authorities: taken });
  if (areaId === null) return left;
  const [meetings, thresholds] = await Promise.all([
    meetingsOf(tx, office.organisation, areaId),
    thresholdsOf(tx, office.organisation),
  ]);
  const there = thresholds.filter((each) => each.areaId === areaId);
  for (const { effectiveFrom, ...threshold } of area.thresholds.filter(isNewAmong(there)))
    await setThreshold(tx, office, {
      ...threshold,
      reason: `It is how it is done there. ${threshold.source}`,
      areaId,
      effectiveFrom: effectiveFrom === null ? null : Temporal.PlainDate.from(effectiveFrom),
    });
  for (const { checkedOn, ...meeting } of area.meetings.filter(isNewMeetingAmong(meetings)))
    await addMeeting(tx, office, {
      ...meeting,
      ...dayOfMeeting(meeting),
      areaId,
      held: true,
      checkedOn: checkedOn === null ? null : Temporal.PlainDate.from(checkedOn),
    });
  return left;
}

/** Taken over before, a line keeps what was checked of it. */
function isNewAmong(there: readonly ThresholdOnFile[]) {
  return ({ instrument, highFrom, mediumFrom, source }: PathwayArea['thresholds'][number]): boolean =>
    !there.some(
      (each) =>
        each.instrument === instrument &&
        each.highFrom === highFrom &&
        each.mediumFrom === mediumFrom &&
        each.source === source,
    );
}

function isNewMeetingAmong(there: readonly MeetingOnFile[]) {
  return ({ kind, words, source }: Meeting): boolean =>
    !there.some((each) => each.kind === kind && each.words === words && each.source === source && each.held);
}
