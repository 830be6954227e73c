import { z } from 'zod';
import { id, instant, sql } from '#kit/sql.ts';
import { surroundings, surroundingsRow } from '#modules/case-file/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { CallingOff, Cancellation, Channel, InterpreterState, Purpose } from '../appointment.ts';
import type { Finding } from '../lone-working.ts';

const code = <T extends string>() => z.string() as unknown as z.ZodType<T>;

/** From when until when a diary is read, and whose. */
export interface DiarySpan {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  /** Null: everybody's. */
  readonly staffId: StaffId | null;
}

/** A visit or a call as the lists show it. */
export const listedRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  reference: z.string(),
  staffId: id<StaffId>(),
  staffName: z.string(),
  secondStaffId: id<StaffId>().nullable(),
  secondStaffName: z.string().nullable(),
  channel: code<Channel>(),
  purpose: code<Purpose>(),
  startsAt: instant,
  endsAt: instant,
  loneWorking: z.boolean(),
  twoPeople: z.boolean(),
  interpreter: code<InterpreterState>(),
  checkInBy: instant.nullable(),
  checkedInAt: instant.nullable(),
  missedAt: instant.nullable(),
  raisedAt: instant.nullable(),
  foundAt: instant.nullable(),
  endedHow: z.enum(['kept', 'cancelled', 'moved']).nullable(),
  over: z.string(),
  /** What the further way is called; null for the first. */
  wayName: z.string().nullable(),
  /** What whoever goes said of themselves (L2.3); null: nothing. */
  gender: z.string().nullable(),
  /** Where it was agreed to meet when it was planned. */
  placeThen: z.string(),
  outside: z.array(z.string()),
  /** What of its case decides, beside the agreement, whether somebody goes or rings. */
  around: surroundingsRow,
});
export type Listed = z.infer<typeof listedRow>;

/** A visit or a call with all that was written about it. */
export const plannedRow = listedRow.extend({
  place: z.string(),
  alsoThere: z.string(),
  twoPeopleWhy: z.string(),
  outsideWhy: z.string(),
  plannedAt: instant,
  plannedByName: z.string(),
  movedFromId: z.uuid().nullable(),
  movedToId: z.uuid().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedReason: code<Cancellation | CallingOff | ''>(),
  endedWords: z.string(),
  found: code<Finding>().nullable(),
  foundByName: z.string().nullable(),
  foundWords: z.string(),
  /** The person was promised this call, and still waits for it. */
  promised: z.boolean(),
  version: z.number(),
});
export type Planned = z.infer<typeof plannedRow>;

export const listedColumns = sql`p.id, p.case_id as "caseId", c.reference, p.staff_id as "staffId",
  s.name as "staffName", p.second_staff_id as "secondStaffId", t.name as "secondStaffName", p.channel, p.purpose,
  p.starts_at as "startsAt", p.ends_at as "endsAt", p.lone_working as "loneWorking", p.two_people as "twoPeople",
  p.interpreter, p.check_in_by as "checkInBy", p.checked_in_at as "checkedInAt", p.missed_at as "missedAt",
  p.raised_at as "raisedAt", p.found_at as "foundAt",
  p.ended_how as "endedHow", coalesce(w.way_id::text, 'first') as over, w.name as "wayName", g.gender, p.outside,
  ${surroundings({ channel: sql`p.channel`, at: sql`p.planned_at` })} as around,
  coalesce(w.value, nullif(a.meeting_place, ''), case when a.channel = 'in_person' then a.value end, '')
    as "placeThen"`;

export const plannedColumns = sql`${listedColumns}, p.place, p.also_there as "alsoThere",
  p.two_people_why as "twoPeopleWhy", p.outside_why as "outsideWhy", p.planned_at as "plannedAt",
  b.name as "plannedByName", p.moved_from_id as "movedFromId",
  (select m.id from planned_contact m where m.organisation_id = p.organisation_id and m.moved_from_id = p.id limit 1)
    as "movedToId",
  p.ended_at as "endedAt", e.name as "endedByName", p.ended_reason as "endedReason", p.ended_words as "endedWords",
  p.found, f.name as "foundByName", p.found_words as "foundWords",
  exists (select from promised_call k where k.organisation_id = p.organisation_id and k.planned_id = p.id
    and k.ended_how is null) as promised,
  p.version`;

/** Read through the wall: what belongs to a case that somebody may not see is not there. */
export const fromListed = sql`from planned_contact p
  join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
  join staff s on s.organisation_id = p.organisation_id and s.id = p.staff_id
  left join staff t on t.organisation_id = p.organisation_id and t.id = p.second_staff_id
  left join agreed_way w on w.organisation_id = p.organisation_id and w.id = p.agreed_way_id
  left join safe_contact a on a.organisation_id = p.organisation_id and a.id = p.safe_contact_id
  left join worker_gender g on g.organisation_id = p.organisation_id and g.staff_id = p.staff_id`;

export const fromPlanned = sql`${fromListed}
  join staff b on b.organisation_id = p.organisation_id and b.id = p.planned_by
  left join staff e on e.organisation_id = p.organisation_id and e.id = p.ended_by
  left join staff f on f.organisation_id = p.organisation_id and f.id = p.found_by`;
