import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { Sight } from '#rules/proposal.ts';
import { mayAnswer } from '../sample.ts';

const row = z.object({
  id: z.uuid(),
  month: plainDate,
  /** The case that it is about, or the disclosure that was none when it was drawn; and the case that it is in now. */
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  caseNow: id<CaseId>().nullable(),
  reference: z.string(),
  packId: z.string(),
  commitment: z.string(),
  startedAt: instant,
  dueAt: instant,
  /** When it is said to have been kept, and when and by whom that was written down. */
  keptAt: instant.nullable(),
  recordedBy: id<StaffId>().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: instant.nullable(),
  /** They did not write it themselves: they confirmed what another had written. */
  confirmed: z.boolean(),
  hadAHand: z.array(id<StaffId>()),
  leadThen: id<StaffId>().nullable(),
  leadNow: id<StaffId>().nullable(),
  answer: z.enum(['agreed', 'not_agreed']).nullable(),
  why: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
  version: z.number(),
});
export type Sample = z.infer<typeof row>;

const select = sql`select p.id, p.month, p.case_id as "caseId", p.disclosure_id as "disclosureId", c.id as "caseNow",
    coalesce(d.reference, c.reference) as reference, o.pack_id as "packId", o.commitment, o.started_at as "startedAt",
    lintel.promised_for(o.due_at, o.kept_from) as "dueAt", o.ended_at as "keptAt",
    p.recorded_by as "recordedBy", p.had_a_hand as "hadAHand", recorder.name as "recordedByName", e.at as "recordedAt",
    coalesce(e.data ?| array['confirmedBy', 'writtenBy'], false) as confirmed,
    p.lead_id as "leadThen", c.lead_id as "leadNow", p.answer, p.why, answerer.name as "answeredByName",
    p.answered_at as "answeredAt", p.version
  from promise_sample p
    left join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id
    left join case_file c on c.organisation_id = p.organisation_id and c.id = coalesce(p.case_id, d.case_id)
    join obligation o on o.organisation_id = p.organisation_id and o.id = p.obligation_id
    left join event e on e.organisation_id = o.organisation_id and e.id = o.ended_event
    left join staff recorder on recorder.organisation_id = p.organisation_id and recorder.id = p.recorded_by
    left join staff answerer on answerer.organisation_id = p.organisation_id and answerer.id = p.answered_by`;

/** What was drawn, the newest month first, what waits before what was answered; of what the asker may see. */
export function samples(tx: Tx, organisation: OrganisationId): Promise<readonly Sample[]> {
  return tx.rows(
    row,
    sql`${select} where p.organisation_id = ${organisation}
      order by p.month desc, (p.answer is not null), p.id limit 100`,
  );
}

export function sampleOf(tx: Tx, organisation: OrganisationId, sampleId: string): Promise<Sample | null> {
  return tx.maybe(row, sql`${select} where p.organisation_id = ${organisation} and p.id = ${sampleId}`);
}

/** Says, once, whether somebody who had no part in it and does not lead it agrees that it was kept, and why. */
export async function answerSample(
  tx: Tx,
  office: Office,
  sample: Sample,
  answer: {
    readonly answer: 'agreed' | 'not_agreed';
    readonly why: string;
    readonly version: number;
    readonly sight: Sight;
  },
): Promise<void> {
  const { organisation, staff, now } = office;
  if (staff === null) throw notFound();
  const { id: sampleId, caseNow: caseId, disclosureId, leadThen, leadNow } = sample;
  insist(mayAnswer({ ...sample, leads: [leadThen, leadNow] }, staff, answer.sight));
  const written = await tx.run(sql`update promise_sample set answer = ${answer.answer}, why = ${answer.why},
      answered_by = ${staff}, answered_at = ${now}, version = version + 1
    where organisation_id = ${organisation} and id = ${sampleId} and version = ${answer.version} and answer is null`);
  if (written === 0) throw new Fault('stale');
  await happened(tx, office, {
    name: 'sample.answered',
    caseId,
    disclosureId,
    subjectId: sampleId,
    data: { answer: answer.answer },
  });
}
