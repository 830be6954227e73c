import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { courtAnswerAt } from '#modules/breathing-space/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { courtSteps } from '#rules/court-steps.ts';
import type { CaseId, DisclosureId, StaffId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { undoings } from '../saying.ts';
import { type How, metBefore, type NewMet, writeMet } from './met.ts';
import { type Said, stepsUnseen } from './steps.ts';

const concern = z.object({
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  leadId: id<StaffId>().nullable(),
});
type Concern = z.infer<typeof concern>;

/**
 * Whom the steps concern that were said, and tells those who work with them. For the job: whoever says a step waits for
 * nothing of this, and cannot tell by the time whether anybody was found.
 */
export async function lookAtSteps(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  for (const said of await stepsUnseen(tx, organisation)) {
    if (said.state === 'meant') await record(tx, office, { name: 'court-step.asked', subjectId: said.id });
    const found = await tx.rows(
      concern,
      sql`select f.case_id as "caseId", f.disclosure_id as "disclosureId", c.lead_id as "leadId"
        from lintel.court_concerns(${said.tenancy}) f
          left join case_file c on c.organisation_id = ${organisation} and c.id = f.case_id
        order by 1, 2`,
    );
    for (const each of found) await met(tx, office, said, each);
    await tx.run(sql`update court_step set looked_at = ${now} where organisation_id = ${organisation}
      and id = ${said.id}`);
  }
}

async function met(tx: Tx, office: Office, said: Said, { caseId, disclosureId, leadId }: Concern) {
  const about = caseId ? { caseId } : { disclosureId: disclosureId as DisclosureId };
  const how = await howItMet(tx, office, said, about);
  // What was answered with no hold, and held nothing, is nobody's to be told of.
  if (how === null) return;
  const { id: stepId, step, onDay } = said;
  await writeMetAndTell(
    tx,
    office,
    { stepId, about, how, step, onDay, words: '' },
    inWords(said, how),
    leadId,
  );
}

async function howItMet(tx: Tx, office: Office, said: Said, about: NewMet['about']): Promise<How | null> {
  const { timeZone } = office.calendar.rules;
  // Of what was taken on a day nobody knows the hour.
  const at =
    said.state === 'taken'
      ? said.onDay.toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant()
      : said.saidAt;
  const { goesOn } = await courtAnswerAt(tx, office, about, at);
  if (said.state === 'taken') return goesOn ? null : 'taken';
  if (said.told === 'no') return null;
  return goesOn ? 'asked_first' : 'held_back';
}

function inWords({ step, state, onDay, undone }: Said, how: How): string {
  const what = labelOf(courtSteps, step);
  if (state === 'taken')
    return `${what} was taken over income on ${dateInWords(onDay)}, although held. ${labelOf(undoings, undone)}.`;
  return how === 'held_back'
    ? `${what} was meant over income, and was held back.`
    : `${what} was meant over income. They were told to ask the office first.`;
}

/** It is on record in the case, counted once in four weeks, and told to whoever leads it, else to managers. */
export async function writeMetAndTell(
  tx: Tx,
  office: Office,
  met: NewMet,
  words: string,
  leadId: StaffId | null,
): Promise<void> {
  const { organisation, now, staff } = office;
  const { about, how, step } = met;
  const counts = how !== 'asked_first' && !(await metBefore(tx, office, met));
  const subjectId = await writeMet(tx, office, met);
  const data = { why: `${how}_${step}` };
  if (counts) await happened(tx, office, { name: 'court-step.met', ...about, subjectId, data });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const told =
    leadId && how !== 'taken' ? [leadId] : [...(leadId ? [leadId] : []), ...managers.map((one) => one.id)];
  const staffIds = [...new Set(told)].filter((one) => one !== staff);
  await notify(tx, office, {
    staffIds,
    kind: how === 'taken' ? 'court_step_taken' : 'court_step_met',
    ...about,
  });
  if (!('caseId' in about)) return;
  await addEntry(tx, office, {
    ...{ kind: 'note', source: 'record', disclosableTo: [] },
    ...{ caseId: about.caseId, happenedAt: now, knownAt: now, subjectId },
    words: [words, met.words].filter(Boolean).join(' '),
  });
}
