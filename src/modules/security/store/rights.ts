import { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { HomeRights, RoomFacts } from '#rules/may-order-work.ts';
import { labelOf, valuesOf } from '#rules/words.ts';
import {
  fireAnswers,
  fireServices,
  holders,
  owners,
  type Rights,
  spouses,
  stands,
  wishes,
  yesNoUnknown,
} from '../rights.ts';
import { lowered, rightsInWords } from '../words.ts';

const rightsRow = z.object({
  id: z.uuid(),
  holder: z.enum(valuesOf(holders)),
  holderStands: z.enum(valuesOf(stands)).nullable(),
  spouse: z.enum(valuesOf(spouses)),
  spouseStands: z.enum(valuesOf(stands)).nullable(),
  orderWhat: z.string(),
  orderRead: z.boolean(),
  orderUntil: plainDate.nullable(),
  owner: z.enum(valuesOf(owners)),
  fire: z.enum(valuesOf(fireAnswers)),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type RightsRow = Readonly<z.infer<typeof rightsRow>>;

const roomRow = z.object({
  id: z.uuid(),
  wish: z.enum(valuesOf(wishes)),
  fearedLivesThere: z.enum(valuesOf(yesNoUnknown)),
  fireService: z.enum(valuesOf(fireServices)),
  fireWords: z.string(),
  getsOut: z.enum(valuesOf(yesNoUnknown)),
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type RoomRow = Readonly<z.infer<typeof roomRow>>;

/** Who has a right in the home, as it was written down, the latest first. */
export function rightsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly RightsRow[]> {
  return tx.rows(
    rightsRow,
    sql`select r.id, r.holder, r.holder_stands as "holderStands", r.spouse, r.spouse_stands as "spouseStands",
        r.order_what as "orderWhat", r.order_read as "orderRead", r.order_until as "orderUntil", r.owner, r.fire,
        r.words, r.recorded_at as "recordedAt", s.name as "recordedByName"
      from home_right r
      left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
      where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.recorded_at desc, r.id desc limit 50`,
  );
}

/** What was gone through about a sanctuary room, the latest first. */
export function roomOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly RoomRow[]> {
  return tx.rows(
    roomRow,
    sql`select r.id, r.wish, r.feared_lives_there as "fearedLivesThere", r.fire_service as "fireService",
        r.fire_words as "fireWords", r.gets_out as "getsOut", r.words, r.recorded_at as "recordedAt",
        s.name as "recordedByName"
      from sanctuary_look r
      left join staff s on s.organisation_id = r.organisation_id and s.id = r.recorded_by
      where r.organisation_id = ${organisation} and r.case_id = ${caseId}
      order by r.recorded_at desc, r.id desc limit 50`,
  );
}

export type NewRoom = Omit<RoomRow, 'id' | 'recordedAt' | 'recordedByName'>;

export async function recordRights(tx: Tx, office: Office, caseId: CaseId, rights: Rights): Promise<void> {
  const { organisation, staff, now } = office;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  const { holder, holderStands, spouse, spouseStands, orderWhat, orderRead, orderUntil, owner, fire, words } =
    rights;
  await tx.run(sql`insert into home_right (organisation_id, id, case_id, holder, holder_stands, spouse, spouse_stands,
      order_what, order_read, order_until, owner, fire, words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${holder}, ${holderStands}, ${spouse}, ${spouseStands}, ${orderWhat},
      ${orderRead}, ${orderUntil}, ${owner}, ${fire}, ${words}, ${now}, ${staff})`);
  await happened(tx, office, { name: 'security.rights-recorded', caseId, subjectId: id });
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'record', disclosableTo: [], caseId, subjectId: id },
    ...{ happenedAt: now, knownAt: now, words: rightsInWords(rights) },
  });
}

export async function recordRoom(tx: Tx, office: Office, caseId: CaseId, room: NewRoom): Promise<void> {
  const { organisation, staff, now } = office;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  const { wish, fearedLivesThere, fireService, fireWords, getsOut, words } = room;
  await tx.run(sql`insert into sanctuary_look (organisation_id, id, case_id, wish, feared_lives_there, fire_service,
      fire_words, gets_out, words, recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${wish}, ${fearedLivesThere}, ${fireService}, ${fireWords}, ${getsOut},
      ${words}, ${now}, ${staff})`);
  await happened(tx, office, { name: 'security.room-recorded', caseId, subjectId: id });
  const said = words.trim();
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'person', disclosableTo: [], caseId, subjectId: id },
    ...{ happenedAt: now, knownAt: now },
    words: `A sanctuary room. ${labelOf(wishes, wish)}. Whoever they fear lives there: ${lowered(
      labelOf(yesNoUnknown, fearedLivesThere),
    )}. ${labelOf(fireServices, fireService)}${fireWords && `: ${fireWords}`}. They can always get out: ${lowered(
      labelOf(yesNoUnknown, getsOut),
    )}.${said && `\n\n${said}`}`,
  });
}

/** As the gate asks it; what was written down of a home before they moved is not known of the one they live in. */
export function rightsNow(
  [last]: readonly RightsRow[],
  { homeMovedAt }: { readonly homeMovedAt: Temporal.Instant | null },
): HomeRights | null {
  if (!last || isBefore(last.recordedAt, homeMovedAt)) return null;
  const { holder, holderStands, spouse, spouseStands, owner, fire, orderWhat, orderRead, orderUntil } = last;
  const order = orderWhat === '' ? null : { read: orderRead, until: orderUntil };
  return { holder, holderStands, spouse, spouseStands, owner, fire, order };
}

export function roomNow(
  [last]: readonly RoomRow[],
  {
    homeMovedAt,
    planAgreed,
  }: { readonly homeMovedAt: Temporal.Instant | null; readonly planAgreed: boolean },
): RoomFacts | null {
  if (!last || isBefore(last.recordedAt, homeMovedAt)) return null;
  const { wish, fearedLivesThere, fireService, getsOut } = last;
  return { wish, fearedLivesThere, fireService, getsOut, planAgreed };
}

function isBefore(at: Temporal.Instant, moved: Temporal.Instant | null): boolean {
  return moved !== null && Temporal.Instant.compare(at, moved) < 0;
}
