import { insist } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { type MediationEnd, type MediationStop, mediationEnds, mediationStops } from '#rules/mediation.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { isArranged, isOver, notOpen, verdictOf } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { takeBackWaiting } from './ask.ts';
import { loadMediation } from './facts.ts';

interface OfMediation {
  readonly caseId: CaseId;
  readonly mediationId: string;
  readonly words: string;
}

export interface Arranged extends OfMediation {
  readonly who: string;
  readonly dayOn: Temporal.PlainDate;
}

/** With an independent mediator, and so that the two never meet. Throws a refusal where the gate is shut. */
export async function arrangeMediation(tx: Tx, office: Office, arranged: Arranged): Promise<void> {
  const { mediation, gate } = await loadMediation(tx, office, arranged.caseId, arranged.mediationId);
  if (isOver(mediation)) insist(notOpen('It took place, or was stopped.'));
  insist(verdictOf(gate.arrange));
  const { who, dayOn, words } = arranged;
  await writeStep(tx, office, arranged, { step: 'arranged', why: '', who, way: 'apart', dayOn });
  await tell(tx, office, arranged, 'mediation.arranged', {
    words: `Mediation is arranged: ${who}, ${dateInWords(dayOn)}. The two never meet. ${words}`,
  });
}

export interface Ended extends OfMediation {
  readonly why: MediationEnd;
}

/** What came of it. What went on while it was shut is told apart, and the risk is looked at again. */
export async function endMediation(tx: Tx, office: Office, ended: Ended): Promise<void> {
  const { mediation, gate } = await loadMediation(tx, office, ended.caseId, ended.mediationId);
  if (isOver(mediation)) insist(notOpen('It took place, or was stopped.'));
  if (!isArranged(mediation)) insist(notOpen('Nothing was arranged, so that nothing has come of it.'));
  const whileShut = !gate.arrange.open;
  const { why, words } = ended;
  const stepId = await writeStep(tx, office, ended, { step: 'ended', why, whileShut });
  await takeBackWaiting(tx, office, mediation, 'It took place.');
  await tell(tx, office, ended, 'mediation.ended', {
    words:
      `What came of mediation: ${labelOf(mediationEnds, why)}. ` +
      `${whileShut ? 'It went on while it was shut. ' : ''}${words}`,
    why: whileShut ? 'ended_while_shut' : `ended_${why}`,
  });
  if (whileShut)
    await triggerReview(tx, office, {
      ...{ caseId: ended.caseId, trigger: 'information', at: office.now, subjectId: stepId },
    });
}

export interface Stopped extends OfMediation {
  readonly why: MediationStop;
}

/** It is stopped, or never begun: at any moment, by anybody who works on the case, and no failure. */
export async function stopMediation(tx: Tx, office: Office, stopped: Stopped): Promise<void> {
  const { mediation } = await loadMediation(tx, office, stopped.caseId, stopped.mediationId);
  if (isOver(mediation)) insist(notOpen('It took place, or was stopped.'));
  await takeBackWaiting(tx, office, mediation, 'It was stopped.');
  const { why, words } = stopped;
  await writeStep(tx, office, stopped, { step: 'stopped', why });
  await tell(tx, office, stopped, 'mediation.stopped', {
    words: `Mediation was stopped, or not begun: ${labelOf(mediationStops, why)}. ${words}`,
    why: `stopped_mediation_${why}`,
  });
}

interface NewStep {
  readonly step: 'arranged' | 'ended' | 'stopped';
  readonly why: MediationEnd | MediationStop | '';
  readonly who?: string;
  readonly way?: 'apart';
  readonly dayOn?: Temporal.PlainDate;
  readonly whileShut?: boolean;
}

async function writeStep(
  tx: Tx,
  { organisation, staff, now }: Office,
  { caseId, mediationId, words }: OfMediation,
  { step, why, who = '', way, dayOn, whileShut = false }: NewStep,
): Promise<string> {
  const stepId = newId<string>();
  await tx.run(sql`insert into mediation_step (organisation_id, id, case_id, mediation_id, step, why, who, way, day_on,
      while_shut, words, recorded_at, recorded_by)
    values (${organisation}, ${stepId}, ${caseId}, ${mediationId}, ${step}, ${why}, ${who}, ${way ?? ''},
      ${dayOn ?? null}, ${whileShut}, ${words}, ${now}, ${staff})`);
  return stepId;
}

async function tell(
  tx: Tx,
  office: Office,
  { caseId, mediationId: subjectId }: OfMediation,
  name: 'mediation.arranged' | 'mediation.ended' | 'mediation.stopped',
  { words, why }: { readonly words: string; readonly why?: string },
): Promise<void> {
  await happened(tx, office, { name, caseId, subjectId, ...(why && { data: { why } }) });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, subjectId, happenedAt: office.now, knownAt: office.now },
    words,
  });
}
