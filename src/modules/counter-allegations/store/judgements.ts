import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { conclusions, mayConclude, specialistConclusions } from '#rules/who-harms-whom.ts';
import { labelOf } from '#rules/words.ts';
import { notJudged } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { type Judgement, judgements, otherAccountsIn } from './rows.ts';

export interface NewJudgement
  extends Pick<
    Judgement,
    | 'aboutId'
    | 'signs'
    | 'heard'
    | 'conclusion'
    | 'specialist'
    | 'specialistWho'
    | 'specialistWay'
    | 'specialistOn'
    | 'words'
  > {
  readonly caseId: CaseId;
}

/** Judged by one, and put to a manager. @returns its id */
export async function proposeJudgement(tx: Tx, office: Office, judged: NewJudgement): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, aboutId, conclusion, specialist } = judged;
  const [file, { said, judged: before }] = await Promise.all([
    openFile(tx, organisation, caseId),
    otherAccountsIn(tx, organisation, caseId),
  ]);
  const about = said.filter((each) => each.aboutId === aboutId);
  if (!file || about.length === 0) throw notFound();
  if (file.closedAt) insist(notJudged('The case is closed.'));
  if (before.some((each) => each.aboutId === aboutId && each.decision === null))
    insist(notJudged('It waits for a manager already.'));
  const not = mayConclude(
    judged,
    about.some(({ source }) => source === 'asked'),
  );
  if (not) insist(notJudged(`${not.reason}.`));
  const id = newId<string>();
  await tx.run(sql`insert into counter_judgement (organisation_id, id, case_id, about_id, signs, heard, conclusion,
      specialist, specialist_who, specialist_on, specialist_way, words, proposed_by, proposed_at)
    values (${organisation}, ${id}, ${caseId}, ${aboutId}, ${JSON.stringify(judged.signs)}::jsonb, ${judged.heard},
      ${conclusion},
      ${specialist}, ${judged.specialistWho}, ${judged.specialistOn}, ${judged.specialistWay}, ${judged.words},
      ${staff}, ${now})`);
  await happened(tx, office, {
    ...{ name: 'counter-allegation.judgement-proposed', caseId, subjectId: id, data: { specialist } },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: id, aboutId },
    words:
      `Judged by one, and put to a manager: ${labelOf(conclusions, conclusion).toLowerCase()}. ${judged.words} ` +
      `A specialist: ${specialistInWords(judged)}.`,
  });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'counter_judgement_to_decide', caseId });
  return id;
}

function specialistInWords({ specialist, specialistWho, specialistWay }: NewJudgement): string {
  const said = labelOf(specialistConclusions, specialist).toLowerCase();
  return [said, specialistWho, specialistWay].filter(Boolean).join(', ');
}

const events = {
  declined: 'counter-allegation.judgement-declined',
  withdrawn: 'counter-allegation.judgement-withdrawn',
} as const;

export interface JudgementDecision {
  readonly caseId: CaseId;
  readonly judgementId: string;
  readonly version: number;
  readonly decision: Decision<'approved'>;
  readonly why: string;
}

/** Decided by another manager. Whatever it is, nobody is helped less, and no level of risk moves. */
export async function decideJudgement(tx: Tx, office: Office, decided: JudgementDecision): Promise<void> {
  const { now } = office;
  const { caseId, judgementId, decision, why } = decided;
  const { file, judgement, said, judged } = await loadJudgement(tx, office, caseId, judgementId);
  const { aboutId, conclusion, proposedAt, proposedBy } = judgement;
  const about = said.filter((each) => each.aboutId === aboutId);
  const changed = about.some(({ recordedAt }) => Temporal.Instant.compare(recordedAt, proposedAt) > 0);
  await decideProposal(tx, office, judgements, judgement, { ...decided, sight: sightOf(file), changed });
  const of = { caseId, subjectId: judgementId };
  if (decision !== 'approved') await happened(tx, office, { name: events[decision], ...of });
  else {
    const before = judged.find(
      (each) => each.aboutId === aboutId && each.decision === 'approved' && each.id !== judgementId,
    );
    await happened(tx, office, {
      ...{ name: 'counter-allegation.judged', ...of, data: { why: `judged_${conclusion}` } },
    });
    for (const { id } of about)
      await happened(tx, office, {
        ...{ name: 'counter-allegation.answered', caseId, subjectId: id, keepsOnly: 'its subject' },
      });
    if (before?.conclusion === 'cannot_tell')
      await happened(tx, office, {
        ...{
          name: 'counter-allegation.looked-at-again',
          caseId,
          subjectId: before.id,
          keepsOnly: 'its subject',
        },
      });
    if (conclusion === 'cannot_tell')
      await happened(tx, office, { name: 'counter-allegation.cannot-be-told', ...of, recurs: true });
  }
  const became = {
    approved: 'A manager agreed',
    declined: 'A manager did not agree',
    withdrawn: 'Taken back',
  };
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...of, happenedAt: now, knownAt: now, aboutId },
    words: `${became[decision]}: ${labelOf(conclusions, conclusion).toLowerCase()}. ${why}`.trim(),
  });
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'counter_judgement_decided', caseId });
}

export async function loadJudgement(tx: Tx, office: Office, caseId: CaseId, judgementId: string) {
  const file = await openFile(tx, office.organisation, caseId);
  const accounts = await otherAccountsIn(tx, office.organisation, caseId);
  const judgement = accounts.judged.find((each) => each.id === judgementId);
  if (!file || !judgement) throw notFound();
  return { ...accounts, file, judgement };
}
