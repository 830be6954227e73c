import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import { type CaseId, type PropertyId, refused } from '#rules/facts.ts';
import type { Audience } from '../markers.ts';
import { textsOf } from './wordings.ts';

export interface NewMarker {
  readonly propertyId: PropertyId;
  /** For which case, known only behind its wall; null for a dog or a stair, so that a marker says nothing of a case. */
  readonly caseId: CaseId | null;
  /** One of the approved wordings. */
  readonly text: string;
  readonly audiences: readonly Audience[];
  /** The last day on which readers see it. */
  readonly reviewOn: Temporal.PlainDate;
  readonly why: string;
}

/** Places a marker on a home (domain §10). Refused for a text that is not approved. @returns its id */
export async function placeMarker(tx: Tx, office: Office, marker: NewMarker): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, propertyId, text } = marker;
  if (!(await textsOf(tx, organisation)).includes(text))
    insist(refused('Only approved wordings stand on a marker.', 'need-to-know'));
  const id = newId<string>();
  await Promise.all([
    tx.run(sql`insert into marker (organisation_id, id, property_id, text, audiences, review_on, placed_at)
      values (${organisation}, ${id}, ${propertyId}, ${text}, ${[...marker.audiences]}, ${marker.reviewOn}, ${now})`),
    tx.run(sql`insert into marker_keeping (organisation_id, marker_id, case_id, placed_by, why)
      values (${organisation}, ${id}, ${caseId}, ${staff}, ${marker.why})`),
    happened(tx, office, { name: 'marker.placed', caseId, subjectId: id }),
  ]);
  return id;
}
