import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type MeetingKind, meetingKinds, type WayOfKnowing, waysOfKnowing } from '../pathways.ts';
import { lastCheckOf, lastCheckRow } from './local-checks.ts';

const row = z.object({
  id: id<string>(),
  areaId: z.string(),
  kind: z.enum(meetingKinds.map(({ value }) => value)) as z.ZodType<MeetingKind>,
  words: z.string(),
  from: plainDate.nullable(),
  monthOnly: z.boolean(),
  known: z.enum(waysOfKnowing.map(({ value }) => value)) as z.ZodType<WayOfKnowing>,
  held: z.boolean(),
  source: z.string(),
  checkedOn: plainDate.nullable(),
  setAt: instant,
  setByName: z.string().nullable(),
  lastCheck: lastCheckRow,
});
export type MeetingOnFile = z.infer<typeof row>;

const columns = sql`m.id, m.area_id as "areaId", m.kind, m.words, m.effective_from as "from",
    m.month_only as "monthOnly", m.known, m.held, m.source, m.checked_on as "checkedOn",
    m.set_at as "setAt", s.name as "setByName",
    ${lastCheckOf(sql`m.organisation_id`, sql`k.meeting_id = m.id`)} as "lastCheck"
  from area_meeting m left join staff s on s.organisation_id = m.organisation_id and s.id = m.set_by`;

/** How a high risk is heard in each area on a day: of each kind, what was set last, unless it has ended. */
export async function meetingsOn(
  tx: Tx,
  organisation: OrganisationId,
  day: Temporal.PlainDate,
): Promise<readonly MeetingOnFile[]> {
  const last = await tx.rows(
    row,
    sql`select distinct on (m.area_id, m.kind) ${columns}
      where m.organisation_id = ${organisation} and (m.effective_from is null or m.effective_from <= ${day})
      order by m.area_id, m.kind, m.effective_from desc nulls last, m.set_at desc, m.id desc`,
  );
  return last.filter(({ held }) => held);
}

/** Everything that was ever set for an area, the one that takes effect last first; ends too. */
export function meetingsOf(
  tx: Tx,
  organisation: OrganisationId,
  areaId: string,
): Promise<readonly MeetingOnFile[]> {
  return tx.rows(
    row,
    sql`select ${columns} where m.organisation_id = ${organisation} and m.area_id = ${areaId}
      order by m.effective_from desc nulls last, m.set_at desc, m.kind, m.id desc limit 200`,
  );
}

/** One of them; null where there is no such one. */
export function meetingIn(
  tx: Tx,
  organisation: OrganisationId,
  meeting: string,
): Promise<MeetingOnFile | null> {
  return tx.maybe(
    row,
    sql`select ${columns} where m.organisation_id = ${organisation} and m.id = ${meeting}`,
  );
}

export type NewMeeting = Omit<MeetingOnFile, 'id' | 'setAt' | 'setByName' | 'lastCheck'>;

/** Adds what is held, or that it ends, from a day on; what was set before stays. */
export async function addMeeting(tx: Tx, office: Office, meeting: NewMeeting): Promise<void> {
  const { areaId, kind, words, from, monthOnly, known, held, source, checkedOn } = meeting;
  const meetingId = newId<string>();
  await tx.run(sql`insert into area_meeting (organisation_id, id, area_id, kind, words, effective_from, month_only,
      known, held, source, checked_on, set_at, set_by)
    values (${office.organisation}, ${meetingId}, ${areaId}, ${kind}, ${words}, ${from}, ${monthOnly}, ${known},
      ${held}, ${source}, ${checkedOn}, ${office.now}, ${office.staff})`);
  const data = { areaId, meeting: kind, held, effectiveFrom: from?.toString() ?? null };
  await record(tx, office, { name: 'risk.threshold-changed', subjectId: meetingId, data });
}
