import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { AgreedChannel, Interpreter, SafeContactValue, WorkerGender } from '../safe-contact.ts';

const row = z.object({
  id: z.uuid(),
  number: z.number(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  channel: z.string() as unknown as z.ZodType<AgreedChannel>,
  value: z.string(),
  times: z.string(),
  whoMightAnswer: z.string(),
  mayLeaveVoicemail: z.boolean(),
  mayText: z.boolean(),
  mayEmail: z.boolean(),
  mayPost: z.boolean(),
  withholdNumber: z.boolean(),
  codeWord: z.string(),
  accessNeedsAsked: z.boolean(),
  language: z.string(),
  interpreter: z.string() as unknown as z.ZodType<Interpreter>,
  workerGender: z.string() as unknown as z.ZodType<WorkerGender>,
  meetingPlace: z.string(),
  adjustments: z.string(),
  doNot: z.string(),
  agreedWithPerson: z.boolean(),
  unsureSince: instant.nullable(),
});
export type SafeContactVersion = z.infer<typeof row>;

const selectVersions = (
  organisation: OrganisationId,
  caseId: CaseId,
  most: number,
) => sql`select a.id, a.number,
    a.recorded_at as "recordedAt", s.name as "recordedByName", a.channel, a.value, a.times,
    a.who_might_answer as "whoMightAnswer", a.may_leave_voicemail as "mayLeaveVoicemail", a.may_text as "mayText",
    a.may_email as "mayEmail", a.may_post as "mayPost", a.withhold_number as "withholdNumber",
    a.code_word as "codeWord", a.access_needs_asked as "accessNeedsAsked", a.language, a.interpreter,
    a.worker_gender as "workerGender", a.meeting_place as "meetingPlace", a.adjustments, a.do_not as "doNot",
    a.agreed_with_person as "agreedWithPerson",
    (select max(c.recorded_at) from contact c where c.organisation_id = a.organisation_id and c.case_id = a.case_id
      and c.may_suspect in ('yes', 'not_known') and c.recorded_at > a.recorded_at) as "unsureSince"
  from safe_contact a
  left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
  where a.organisation_id = ${organisation} and a.case_id = ${caseId}
  order by a.number desc limit ${most}`;

/** What is agreed now, or null where nothing is. */
export function agreedIn(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  return tx.maybe(row, selectVersions(organisation, caseId, 1));
}

/** Every asking, newest first. */
export function safeContactVersions(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  return tx.rows(row, selectVersions(organisation, caseId, 50));
}

/** Records what was agreed as the next version; nothing of an earlier one is lost (L2.1a, L2.3). */
export async function recordSafeContact(
  tx: Tx,
  author: Author,
  agreed: SafeContactValue & { readonly caseId: CaseId },
): Promise<{ readonly id: string; readonly number: number }> {
  const { organisation, staff, now } = author;
  const { caseId } = agreed;
  const id = newId<string>();
  await tx.run(sql`select lintel.open_case(${caseId})`);
  const [{ number }] = await Promise.all([
    tx.one(
      z.object({ number: z.number() }),
      sql`insert into safe_contact (organisation_id, id, case_id, number, recorded_at, recorded_by, channel, value,
          times, who_might_answer, may_leave_voicemail, may_text, may_email, may_post, withhold_number, code_word,
          access_needs_asked, language, interpreter, worker_gender, meeting_place, adjustments, do_not,
          agreed_with_person)
        select ${organisation}, ${id}, ${caseId}, coalesce(max(number), 0) + 1, ${now}, ${staff},
          ${agreed.channel}, ${agreed.value}, ${agreed.times}, ${agreed.whoMightAnswer},
          ${agreed.mayLeaveVoicemail}, ${agreed.mayText}, ${agreed.mayEmail}, ${agreed.mayPost},
          ${agreed.withholdNumber}, ${agreed.codeWord}, ${agreed.accessNeedsAsked}, ${agreed.language},
          ${agreed.interpreter}, ${agreed.workerGender}, ${agreed.meetingPlace}, ${agreed.adjustments},
          ${agreed.doNot}, ${agreed.agreedWithPerson}
        from safe_contact where organisation_id = ${organisation} and case_id = ${caseId}
        returning number`,
    ),
    record(tx, author, { name: 'safe-contact.recorded', caseId, subjectId: id }),
    agreed.accessNeedsAsked && record(tx, author, { name: 'access-needs.recorded', caseId, subjectId: id }),
  ]);
  return { id, number };
}
