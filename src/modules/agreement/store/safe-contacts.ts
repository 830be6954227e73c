import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { AgreedChannel, Interpreter, WorkerGender } from '#rules/agreement.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { StillRight } from '../confirmation.ts';
import type { AgreedWay, Sharing } from '../further-way.ts';
import { notAsked, type SafeContactValue } from '../safe-contact.ts';
import { agreedWaysIn, agreedWaysInCases, endAgreedWays } from './agreed-ways.ts';
import { code, windows } from './row-parts.ts';

const row = z.object({
  id: z.uuid(),
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  channel: code<AgreedChannel>(),
  value: z.string(),
  times: z.string(),
  shared: code<Sharing>(),
  whoMightAnswer: z.string(),
  mayLeaveVoicemail: z.boolean(),
  mayText: z.boolean(),
  mayEmail: z.boolean(),
  mayPost: z.boolean(),
  mayVisit: z.boolean(),
  windows,
  never: windows,
  senderAlias: z.string(),
  coverReason: z.string(),
  contactPerson: z.string(),
  contactPersonValue: z.string(),
  withholdNumber: z.boolean(),
  codeWord: z.string(),
  accessNeedsAsked: z.boolean(),
  language: z.string(),
  interpreter: code<Interpreter>(),
  workerGender: code<WorkerGender>(),
  meetingPlace: z.string(),
  adjustments: z.string(),
  doNot: z.string(),
  agreedWithPerson: z.boolean(),
  askedAt: instant,
  unsureSince: instant.nullable(),
  changedSince: instant.nullable(),
  movedSince: instant.nullable(),
  ofFeared: z.boolean(),
  contactPersonOfFeared: z.boolean(),
});
export type SafeContactVersion = z.infer<typeof row>;

/** The first way as it is agreed now, and each further one. */
export interface Agreed extends SafeContactVersion {
  readonly further: readonly AgreedWay[];
}

const columns = sql`a.id, a.number,
    a.recorded_at as "recordedAt", s.name as "recordedByName", a.channel, a.value, a.times,
    a.shared, a.who_might_answer as "whoMightAnswer", a.may_leave_voicemail as "mayLeaveVoicemail",
    a.may_text as "mayText", a.may_email as "mayEmail", a.may_post as "mayPost",
    a.may_visit as "mayVisit", a.windows, a.never,
    a.sender_alias as "senderAlias", a.cover_reason as "coverReason", a.contact_person as "contactPerson",
    a.contact_person_value as "contactPersonValue", a.withhold_number as "withholdNumber",
    a.code_word as "codeWord", a.access_needs_asked as "accessNeedsAsked", a.language, a.interpreter,
    a.worker_gender as "workerGender", a.meeting_place as "meetingPlace", a.adjustments, a.do_not as "doNot",
    a.agreed_with_person as "agreedWithPerson", greatest(a.recorded_at, q.same_at) as "askedAt",
    greatest(q.changed_at, z.gone_at) as "changedSince", z.suspected_at as "unsureSince", z.moved_at as "movedSince",
    lintel.of_feared(a.organisation_id, a.case_id, a.value) as "ofFeared",
    lintel.of_feared(a.organisation_id, a.case_id, a.contact_person_value) as "contactPersonOfFeared"`;

const from = sql`from safe_contact a
  left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
  left join lateral (
    select max(g.asked_at) filter (where g.answer = 'same') as same_at,
      max(g.asked_at) filter (where g.answer = 'changed') as changed_at
    from safe_contact_asking g where g.organisation_id = a.organisation_id and g.safe_contact_id = a.id) q on true
  cross join lateral lintel.since_agreed(a.organisation_id, a.case_id, a.id, null, a.value, a.recorded_at,
    q.same_at) z`;

const selectVersions = (
  organisation: OrganisationId,
  caseId: CaseId,
  most: number,
) => sql`select ${columns} ${from}
  where a.organisation_id = ${organisation} and a.case_id = ${caseId} order by a.number desc limit ${most}`;

/** What is agreed now, or null where nothing is. */
export async function agreedIn(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<Agreed | null> {
  const [first, further] = await Promise.all([
    tx.maybe(row, selectVersions(organisation, caseId, 1)),
    agreedWaysIn(tx, organisation, caseId),
  ]);
  return first && { ...first, further };
}

const rowOfCase = row.extend({ caseId: id<CaseId>() });

/** What is agreed now in each of these cases, behind the asker's wall; one in which nothing is agreed is left out. */
export async function agreedInCases(
  tx: Tx,
  organisation: OrganisationId,
  caseIds: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, Agreed>> {
  const asked = [...new Set(caseIds)];
  if (asked.length === 0) return new Map();
  const [versions, ways] = await Promise.all([
    tx.rows(
      rowOfCase,
      sql`select a.case_id as "caseId", ${columns} ${from}
        where a.organisation_id = ${organisation} and a.case_id = any (${asked}::uuid[])
          and not exists (select from safe_contact n where n.organisation_id = a.organisation_id
            and n.case_id = a.case_id and n.number > a.number)`,
    ),
    agreedWaysInCases(tx, organisation, asked),
  ]);
  return new Map(
    versions.map((each) => [
      each.caseId,
      { ...each, further: ways.filter(({ caseId }) => caseId === each.caseId) },
    ]),
  );
}

/** Every asking, newest first. */
export function safeContactVersions(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  return tx.rows(row, selectVersions(organisation, caseId, 50));
}

type Unasked = keyof typeof notAsked;
export type NewSafeContact = Omit<SafeContactValue, Unasked> &
  Partial<Pick<SafeContactValue, Unasked>> & { readonly caseId: CaseId };

const numberRow = z.object({ number: z.number() });

/**
 * Records what was agreed as the next version; nothing of an earlier one is lost (L2.1a, L2.3). Where it follows a
 * contact at which it had changed, it says which one.
 */
export async function recordSafeContact(
  tx: Tx,
  office: Office,
  agreement: NewSafeContact,
): Promise<{ readonly id: string; readonly number: number }> {
  const { organisation, staff, now } = office;
  const agreed = { ...notAsked, ...agreement };
  const { caseId } = agreed;
  const id = newId<string>();
  await tx.run(sql`select lintel.open_case(${caseId})`);
  const [{ number }] = await Promise.all([
    tx.one(
      numberRow,
      sql`insert into safe_contact (organisation_id, id, case_id, number, recorded_at, recorded_by, channel, value,
          times, windows, never, shared, who_might_answer, may_leave_voicemail, may_text, may_email, may_post,
          may_visit, withhold_number, sender_alias, cover_reason, code_word, contact_person, contact_person_value,
          access_needs_asked, language, interpreter, worker_gender, meeting_place, adjustments, do_not,
          agreed_with_person, asked_at_contact)
        select ${organisation}, ${id}, ${caseId}, coalesce(max(number), 0) + 1, ${now}, ${staff},
          ${agreed.channel}, ${agreed.value}, ${agreed.times}, ${JSON.stringify(agreed.windows)}::jsonb,
          ${JSON.stringify(agreed.never)}::jsonb, ${agreed.shared}, ${agreed.whoMightAnswer},
          ${agreed.mayLeaveVoicemail}, ${agreed.mayText}, ${agreed.mayEmail}, ${agreed.mayPost}, ${agreed.mayVisit},
          ${agreed.withholdNumber}, ${agreed.senderAlias}, ${agreed.coverReason}, ${agreed.codeWord},
          ${agreed.contactPerson}, ${agreed.contactPersonValue}, ${agreed.accessNeedsAsked}, ${agreed.language},
          ${agreed.interpreter}, ${agreed.workerGender}, ${agreed.meetingPlace}, ${agreed.adjustments},
          ${agreed.doNot}, ${agreed.agreedWithPerson},
          (select g.contact_id from safe_contact_asking g
            join safe_contact a on a.organisation_id = g.organisation_id and a.id = g.safe_contact_id
            where g.organisation_id = ${organisation} and g.case_id = ${caseId} and g.answer = 'changed'
              and a.number = max(safe_contact.number)
            order by g.asked_at desc limit 1)
        from safe_contact where organisation_id = ${organisation} and case_id = ${caseId}
        returning number`,
    ),
    happened(tx, office, { name: 'safe-contact.recorded', caseId, subjectId: id }),
    agreed.accessNeedsAsked && happened(tx, office, { name: 'access-needs.recorded', caseId, subjectId: id }),
  ]);
  // No safe way is known: none of the others is one, and none comes back by itself once one is known again.
  if (agreed.channel === 'none') await endAgreedWays(tx, office, { caseId, because: 'no_way_known' });
  return { id, number };
}

/** Asked at a contact: is what was agreed still right? */
export interface Asking {
  readonly caseId: CaseId;
  readonly contactId: string;
  /** The version of the further way over which they were reached; null: the first way. */
  readonly agreedWayId: string | null;
  readonly answer: StillRight;
  readonly askedAt: Temporal.Instant;
}

/** Keeps the answer of the way they were asked about. Still right: from then on it counts as asked that day (L2.1a). */
export async function recordAsking(
  tx: Tx,
  office: Office,
  { caseId, contactId, agreedWayId, answer, askedAt }: Asking,
): Promise<void> {
  const { organisation, staff } = office;
  const kept =
    await tx.run(sql`insert into safe_contact_asking (organisation_id, id, case_id, safe_contact_id, agreed_way_id,
      contact_id, answer, asked_at, asked_by)
    select ${organisation}, ${newId<string>()}, ${caseId}, case when ${agreedWayId}::uuid is null then a.id end,
      ${agreedWayId}, ${contactId}, ${answer}, ${askedAt}, ${staff}
    from safe_contact a where a.organisation_id = ${organisation} and a.case_id = ${caseId}
    order by a.number desc limit 1`);
  if (kept > 0 && answer === 'same')
    await happened(tx, office, { name: 'safe-contact.confirmed', caseId, subjectId: contactId });
}
