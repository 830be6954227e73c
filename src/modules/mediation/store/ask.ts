import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { settleProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayUnfind } from '#rules/may-mediate.ts';
import {
  advices,
  type Idea,
  ideas,
  type Known,
  known,
  type MediationAnswers,
  mediationQuestions,
  type SpecialistSays,
  type Wish,
  wishes,
} from '#rules/mediation.ts';
import { labelOf } from '#rules/words.ts';
import { isOver, notOpen } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { loadMediation } from './facts.ts';
import { type Mediation, mediationDecisions } from './rows.ts';

export interface NewMediation {
  readonly caseId: CaseId;
  readonly idea: Idea;
  readonly alone: Known;
  readonly saidAt: Temporal.Instant;
  readonly words: string;
}

/** Somebody asks for it. What was anybody else’s idea is kept, and goes no further. @returns its id */
export async function askForMediation(tx: Tx, office: Office, asked: NewMediation): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, idea, words, saidAt } = asked;
  const mediationId = newId<string>();
  await tx.run(sql`insert into mediation (organisation_id, id, case_id, idea, words, recorded_at, recorded_by)
    values (${organisation}, ${mediationId}, ${caseId}, ${idea}, ${words}, ${now}, ${staff})`);
  const about = { caseId, subjectId: mediationId, happenedAt: saidAt } as const;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, knownAt: now },
    words: `Mediation was asked about. Whose idea: ${labelOf(ideas, idea)}. ${words}`,
  });
  if (idea === 'theirs') {
    await happened(tx, office, { name: 'mediation.asked', ...about });
    await writeWish(tx, office, { ...asked, mediationId, wish: 'wants' });
  } else
    await happened(tx, office, { name: 'mediation.not-theirs', ...about, data: { why: `idea_${idea}` } });
  return mediationId;
}

interface OfMediation {
  readonly caseId: CaseId;
  readonly mediationId: string;
  readonly words: string;
}

export interface SaidWish extends OfMediation {
  readonly wish: Wish;
  readonly alone: Known;
  readonly saidAt: Temporal.Instant;
}

/** What they say to it now. That they do not want it stops whatever waits. */
export async function sayWish(tx: Tx, office: Office, said: SaidWish): Promise<void> {
  const { mediation } = await notOverYet(tx, office, said);
  if (mediation.idea !== 'theirs')
    insist(notOpen('It was not their own idea. A request of their own is written down by itself.'));
  await writeWish(tx, office, said);
  if (said.wish !== 'wants')
    await takeBackWaiting(tx, office, mediation, 'They do not want it, or are not sure.');
  const about = { caseId: said.caseId, subjectId: said.mediationId, happenedAt: said.saidAt } as const;
  await happened(tx, office, {
    ...{ name: 'mediation.wish-said', ...about },
    data: { why: `wish_${said.wish}` },
  });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, ...about, knownAt: office.now },
    words: `Mediation: ${labelOf(wishes, said.wish).toLowerCase()}. ${said.words}`,
  });
}

export interface TestedMediation extends OfMediation {
  readonly answers: MediationAnswers;
}

/** Whether it is safe, as somebody looked at it; the level of risk of that moment is kept with it. */
export async function testMediation(tx: Tx, office: Office, tested: TestedMediation): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, mediationId, answers: a, words } = tested;
  const { file, before } = await notOverYet(tx, office, tested);
  insist(mayUnfind(before, a, staff));
  await tx.run(sql`insert into mediation_test (organisation_id, id, case_id, mediation_id, joint, coercive, honour,
      court_order, afraid, pressed, words, level, recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${mediationId}, ${a.joint}, ${a.coercive}, ${a.honour},
      ${a.court_order}, ${a.afraid}, ${a.pressed}, ${words}, ${file.riskLevel}, ${now}, ${staff})`);
  const said = mediationQuestions.map(({ name, asks }) => `${asks} ${labelOf(known, a[name])}.`).join(' ');
  await settled(tx, office, tested, 'mediation.tested', `Whether mediation is safe: ${said} ${words}`);
}

export interface AdvisedMediation extends OfMediation {
  readonly says: SpecialistSays;
  readonly who: string;
  readonly givenAt: Temporal.Instant;
}

/** What a specialist service said to it. */
export async function adviseMediation(tx: Tx, office: Office, advised: AdvisedMediation): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, mediationId, says, who, givenAt, words } = advised;
  await notOverYet(tx, office, advised);
  await tx.run(sql`insert into mediation_advice (organisation_id, id, case_id, mediation_id, says, who, words, given_at,
      recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${mediationId}, ${says}, ${who}, ${words}, ${givenAt},
      ${now}, ${staff})`);
  const label = labelOf(advices, says);
  await settled(
    tx,
    office,
    advised,
    'mediation.advised',
    `A specialist says of mediation: ${label}. ${who}. ${words}`,
  );
}

/** Written down; what waits is taken back where the gate is shut by it, and what shuts it first is counted. */
async function settled(
  tx: Tx,
  office: Office,
  { caseId, mediationId }: OfMediation,
  name: 'mediation.tested' | 'mediation.advised',
  words: string,
): Promise<void> {
  const { mediation, gate } = await loadMediation(tx, office, caseId, mediationId);
  const why = gate.decide.open ? 'gate_open' : `gate_${gate.decide.reasons[0].by}`;
  await happened(tx, office, { name, caseId, subjectId: mediationId, data: { why } });
  const { now } = office;
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId: mediationId, happenedAt: now, knownAt: now },
    words,
  });
  await takeBackWaiting(tx, office, mediation, 'Something was looked at or advised anew.');
}

async function notOverYet(tx: Tx, office: Office, { caseId, mediationId }: OfMediation) {
  const loaded = await loadMediation(tx, office, caseId, mediationId);
  if (isOver(loaded.mediation)) insist(notOpen('It took place, or was stopped.'));
  return loaded;
}

async function writeWish(tx: Tx, { organisation, staff, now }: Office, said: SaidWish): Promise<void> {
  const { caseId, mediationId, wish, alone, words, saidAt } = said;
  await tx.run(sql`insert into mediation_wish (organisation_id, id, case_id, mediation_id, wish, alone, words, said_at,
      recorded_at, recorded_by)
    values (${organisation}, ${newId<string>()}, ${caseId}, ${mediationId}, ${wish}, ${alone}, ${words}, ${saidAt},
      ${now}, ${staff})`);
}

/** Nobody decides about what has changed, was stopped or is over. */
export async function takeBackWaiting(
  tx: Tx,
  office: Office,
  mediation: Mediation,
  why: string,
): Promise<void> {
  const waiting = mediation.decisions.find(({ decision }) => decision === null);
  if (!waiting) return;
  if (!(await settleProposal(tx, office, mediationDecisions, waiting, { decision: 'withdrawn', why })))
    return;
  const { caseId, id: subjectId } = mediation;
  await happened(tx, office, { name: 'mediation.withdrawn', caseId, subjectId });
}
