import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { settleProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile, peopleIn } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { notJudged } from '../deciding.ts';
import { forTheTeam, type Source, sources } from '../words.ts';
import { judgements, judgementsOf } from './rows.ts';

interface Of {
  readonly caseId: CaseId;
  /** Whoever is feared, in whose favour it is said. */
  readonly aboutId: string;
}

export interface NewAllegation extends Of {
  readonly source: Source;
  readonly way: string;
  readonly words: string;
  readonly heardOn: Temporal.PlainDate;
}

/**
 * Somebody says that it is the other way round (domain §8). It is kept and judged; nothing else follows: no help ends,
 * no level of risk and no promise moves, and nobody is told.
 */
export async function recordAllegation(tx: Tx, office: Office, said: NewAllegation): Promise<string> {
  await feared(tx, office, said);
  const { caseId, aboutId, source, way, words, heardOn } = said;
  const happenedAt = whenItHappened(office, heardOn);
  const id = await insert(tx, office, said);
  await happened(tx, office, {
    ...{
      name: 'counter-allegation.said',
      caseId,
      subjectId: id,
      recurs: true,
      data: { why: `said_${source}` },
    },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: id, aboutId },
    words:
      `It is said to be the other way round: ${labelOf(sources, source).toLowerCase()} (${way}). ${words} ` +
      'Nothing follows from it but that it is judged who mainly harms whom.',
  });
  await takeBackWaiting(tx, office, said);
  return id;
}

/** It is to be judged, and why stays with whoever asks. @param leadId who owes it, where a job asks */
export async function askWhoHarms(
  tx: Tx,
  office: Office,
  asking: Of & { readonly leadId?: StaffId | null },
): Promise<string> {
  const { caseId, aboutId } = asking;
  const file = await feared(tx, office, asking);
  const words = 'It is asked who mainly harms whom. Nothing more is said here, and nothing is known by it.';
  const id = await insert(tx, office, {
    ...{ ...asking, source: 'asked', way: '', words, heardOn: today(office) },
  });
  await happened(tx, office, {
    ...{ name: 'counter-allegation.said', caseId, subjectId: id, recurs: true, data: { why: 'said_asked' } },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId: id, aboutId, words },
  });
  await takeBackWaiting(tx, office, asking);
  const staffIds = file.leadId && file.leadId !== office.staff ? [file.leadId] : [];
  await notify(tx, office, { staffIds, kind: 'counter_judgement_owed', caseId });
  return id;
}

async function feared(tx: Tx, { organisation }: Office, { caseId, aboutId }: Of) {
  const [file, people] = await Promise.all([
    openFile(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
  ]);
  const about = people.find(({ id }) => id === aboutId);
  if (!file || about?.part !== 'alleged_perpetrator' || about.endedAt !== null) throw notFound();
  if (file.closedAt) insist(notJudged('The case is closed.'));
  return file;
}

async function insert(
  tx: Tx,
  { organisation, staff, now }: Office,
  said: Omit<NewAllegation, 'source'> & { readonly source: Source | 'asked' },
): Promise<string> {
  const { caseId, aboutId, source, way, words, heardOn } = said;
  const id = newId<string>();
  await tx.run(sql`insert into counter_allegation (organisation_id, id, case_id, about_id, source, way, words, heard_on,
      recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${aboutId}, ${source}, ${way}, ${words}, ${heardOn}, ${now}, ${staff})`);
  return id;
}

/** What waits for a second person was judged before this was known. */
async function takeBackWaiting(tx: Tx, office: Office, { caseId, aboutId }: Of): Promise<void> {
  const waiting = (await judgementsOf(tx, office.organisation, caseId)).find(
    (each) => each.aboutId === aboutId && each.decision === null,
  );
  if (!waiting) return;
  const why = 'Something was said since it was judged.';
  if (!(await settleProposal(tx, office, judgements, waiting, { decision: 'withdrawn', why }))) return;
  await happened(tx, office, {
    ...{ name: 'counter-allegation.judgement-withdrawn', caseId, subjectId: waiting.id },
  });
}
