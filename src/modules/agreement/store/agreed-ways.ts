import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { AgreedWay, AgreedWayValue, WayEnded } from '../further-way.ts';
import { code, windows } from './row-parts.ts';

const row = z.object({
  id: z.uuid(),
  wayId: z.uuid(),
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  channel: code<AgreedWay['channel']>(),
  name: z.string(),
  value: z.string(),
  purpose: z.string(),
  shared: code<AgreedWay['shared']>(),
  whoMightAnswer: z.string(),
  mayLeaveVoicemail: z.boolean(),
  mayText: z.boolean(),
  withholdNumber: z.boolean(),
  coverReason: z.string(),
  doNot: z.string(),
  times: z.string(),
  windows,
  never: windows,
  agreedWithPerson: z.boolean(),
  endedBecause: code<AgreedWay['endedBecause']>(),
  endedAt: instant.nullable(),
  askedAt: instant,
  unsureSince: instant.nullable(),
  changedSince: instant.nullable(),
  movedSince: instant.nullable(),
  ofFeared: z.boolean(),
});

const columns = sql`w.id, w.way_id as "wayId", w.number, w.recorded_at as "recordedAt", s.name as "recordedByName",
  w.channel, w.name, w.value, w.purpose, w.shared, w.who_might_answer as "whoMightAnswer",
  w.may_leave_voicemail as "mayLeaveVoicemail", w.may_text as "mayText", w.withhold_number as "withholdNumber",
  w.cover_reason as "coverReason", w.do_not as "doNot", w.times, w.windows, w.never,
  w.agreed_with_person as "agreedWithPerson", w.ended_because as "endedBecause",
  case when w.ended_because <> '' then w.recorded_at end as "endedAt",
  greatest(w.recorded_at, q.same_at) as "askedAt", greatest(q.changed_at, z.gone_at) as "changedSince",
  z.suspected_at as "unsureSince", z.moved_at as "movedSince",
  lintel.of_feared(w.organisation_id, w.case_id, w.value) as "ofFeared"`;

const from = sql`from agreed_way w
  left join staff s on s.organisation_id = w.organisation_id and s.id = w.recorded_by
  left join lateral (
    select max(g.asked_at) filter (where g.answer = 'same') as same_at,
      max(g.asked_at) filter (where g.answer = 'changed') as changed_at
    from safe_contact_asking g
    where g.organisation_id = w.organisation_id and g.agreed_way_id = w.id) q on true
  cross join lateral lintel.since_agreed(w.organisation_id, w.case_id, w.id, w.way_id, w.value, w.recorded_at,
    q.same_at) z`;

/** Every version of every further way, the latest of each first. */
export function agreedWayVersions(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly AgreedWay[]> {
  return tx.rows(
    row,
    sql`select ${columns} ${from} where w.organisation_id = ${organisation} and w.case_id = ${caseId}
      order by w.number desc, w.recorded_at desc, w.way_id limit 200`,
  );
}

/** Each further way as it is agreed now, those that were ended among them, in the order in which they were added. */
export function agreedWaysIn(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly AgreedWay[]> {
  return agreedWaysInCases(tx, organisation, [caseId]);
}

const rowOfCase = row.extend({ caseId: id<CaseId>() });

/** The same of several cases. */
export function agreedWaysInCases(
  tx: Tx,
  organisation: OrganisationId,
  caseIds: readonly CaseId[],
): Promise<readonly (AgreedWay & { readonly caseId: CaseId })[]> {
  return tx.rows(
    rowOfCase,
    sql`select w.case_id as "caseId", ${columns} ${from}
      where w.organisation_id = ${organisation} and w.case_id = any (${[...caseIds]}::uuid[])
      and not exists (select from agreed_way n where n.organisation_id = w.organisation_id and n.case_id = w.case_id
        and n.way_id = w.way_id and n.number > w.number)
      order by w.way_id`,
  );
}

export type NewAgreedWay = AgreedWayValue & {
  readonly caseId: CaseId;
  /** Null: a way that was not there before. */
  readonly before: Pick<AgreedWay, 'wayId' | 'number'> | null;
};

/**
 * Records a further way, or the next version of one; nothing of an earlier one is lost, and nothing of any other way is
 * touched. Throws `stale` where somebody else was first.
 */
export async function recordAgreedWay(tx: Tx, office: Office, way: NewAgreedWay): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, before } = way;
  const wayId = before?.wayId ?? newId<string>();
  await tx.run(sql`select lintel.open_case(${caseId})`);
  const added =
    await tx.run(sql`insert into agreed_way (organisation_id, id, case_id, way_id, number, recorded_at,
      recorded_by, channel, name, value, purpose, shared, who_might_answer, may_leave_voicemail, may_text,
      withhold_number, cover_reason, do_not, times, windows, never, agreed_with_person)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${wayId}, ${(before?.number ?? 0) + 1}, ${now}, ${staff},
      ${way.channel}, ${way.name}, ${way.value}, ${way.purpose}, ${way.shared}, ${way.whoMightAnswer},
      ${way.mayLeaveVoicemail}, ${way.mayText}, ${way.withholdNumber}, ${way.coverReason}, ${way.doNot}, ${way.times},
      ${JSON.stringify(way.windows)}::jsonb, ${JSON.stringify(way.never)}::jsonb, ${way.agreedWithPerson})
    on conflict do nothing`);
  if (added === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'safe-contact.way-recorded', caseId, subjectId: wayId });
  return wayId;
}

interface Ending {
  readonly caseId: CaseId;
  /** Undefined: every one of the case. */
  readonly wayId?: string;
  readonly because: WayEnded;
}

/** Ends a further way, or all of them; what was agreed stays readable. @returns how many were ended */
export async function endAgreedWays(
  tx: Tx,
  office: Office,
  { caseId, wayId, because }: Ending,
): Promise<number> {
  const { organisation, staff, now } = office;
  const current = (await agreedWaysIn(tx, organisation, caseId)).filter(
    (way) => way.endedAt === null && (wayId === undefined || way.wayId === wayId),
  );
  for (const { id, wayId: subjectId } of current) {
    const ended =
      await tx.run(sql`insert into agreed_way (organisation_id, id, case_id, way_id, number, recorded_at,
        recorded_by, channel, name, value, purpose, shared, who_might_answer, may_leave_voicemail, may_text,
        withhold_number, cover_reason, do_not, times, windows, never, agreed_with_person, ended_because)
      select organisation_id, ${newId<string>()}, case_id, way_id, number + 1, ${now}, ${staff}, channel, name, value,
        purpose, shared, who_might_answer, may_leave_voicemail, may_text, withhold_number, cover_reason, do_not, times,
        windows, never, agreed_with_person, ${because}
      from agreed_way where organisation_id = ${organisation} and id = ${id} on conflict do nothing`);
    if (ended === 0) throw new Fault('stale');
    await happened(tx, office, {
      name: 'safe-contact.way-ended',
      caseId,
      subjectId,
      data: { because },
    });
  }
  return current.length;
}

/** One of a case as it stands now; `not-found` where there is none. */
export async function agreedWayOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  wayId: string,
): Promise<AgreedWay> {
  const way = (await agreedWaysIn(tx, organisation, caseId)).find((each) => each.wayId === wayId);
  if (!way) throw notFound();
  return way;
}
