import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { settleProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import { answersIt, type Step, stepsThatCount } from '../referral.ts';
import { forTheTeam, stepInWords } from '../words.ts';
import { tellOfNoReferral } from './no-referral.ts';
import { noReferrals, type Referral, referralOf, type StepRow } from './rows.ts';

export type NewStep = Pick<StepRow, 'step' | 'happenedAt' | 'whom'> &
  Partial<Pick<StepRow, 'way' | 'reference' | 'answer' | 'words' | 'knownBy'>>;

/** That somebody there has it counts apart where only we asked: it is typed by whoever is judged by it. */
function eventOf({ step, knownBy }: Pick<NewStep, 'step' | 'knownBy'>): CaseEventName {
  if (step === 'made') return 'safeguarding.referred';
  if (step === 'chased') return 'safeguarding.chased';
  if (step === 'answered') return 'safeguarding.answered';
  return knownBy === 'we_rang' ? 'safeguarding.acknowledged-to-us' : 'safeguarding.acknowledged-by-them';
}

/**
 * It was made, asked about again, or answered. That it was made keeps the promise of that day and begins the next: an
 * answer, or to ask again. Throws `not-found`, or `stale` where it was made already or was never made.
 */
export async function recordStep(tx: Tx, office: Office, referralId: string, step: NewStep): Promise<void> {
  const referral = await referralOf(tx, office.organisation, referralId);
  if (!referral) throw notFound();
  const counting = stepsThatCount(referral);
  const made = counting.some((each) => each.step === 'made');
  if (made === (step.step === 'made')) throw new Fault('stale');
  const again = step.step === 'made' ? referral.steps.findLast((each) => each.step === 'made')?.id : null;
  const id = newId<string>();
  const { happenedAt, whom, way = '', reference = '', answer = '', words = '', knownBy = '' } = step;
  const written =
    await tx.run(sql`insert into safeguarding_step (organisation_id, id, referral_id, step, happened_at, recorded_at,
      recorded_by, whom, way, reference, answer, words, known_by, follows_id)
    values (${office.organisation}, ${id}, ${referralId}, ${step.step}, ${happenedAt}, ${office.now},
      ${office.staff}, ${whom}, ${way}, ${reference}, ${answer}, ${words},
      ${knownBy}, ${again ?? null})
    on conflict do nothing`);
  if (written === 0) throw new Fault('stale');
  await movePromises(tx, office, referral, { ...step, id });
  if (step.step === 'made') await overtake(tx, office, referral);
  const { caseId } = referral;
  const done = { step: step.step, whom, way, reference, answer, words, knownBy };
  const entry = { ...forTheTeam, happenedAt, knownAt: office.now, subjectId: referralId };
  if (caseId) await addEntry(tx, office, { ...entry, caseId, words: stepInWords(referral, done) });
}

/** Each wait for an answer is a promise of its own: the step that it began with is what it is about. */
async function movePromises(
  tx: Tx,
  office: Office,
  referral: Referral,
  { step, answer = '', knownBy = '', happenedAt, id }: NewStep & { readonly id: string },
): Promise<void> {
  const { caseId, disclosureId } = referral;
  const about = caseId ? { caseId, disclosureId } : { disclosureId };
  const counting = stepsThatCount(referral);
  const waitedFor = counting.findLast(begins)?.id;
  const subjectId = step === 'made' ? referral.id : waitedFor;
  await happened(tx, office, {
    name: eventOf({ step, knownBy }),
    ...about,
    subjectId,
    happenedAt,
    keepsOnly: 'its subject',
  });
  if (!begins({ step, answer })) return;
  // Somebody there has it, once we heard so; until then that is owed too.
  const heard =
    step !== 'made' && (step === 'answered' || counting.some((each) => each.step === 'acknowledged'));
  const data = { kind: heard ? 'acknowledged' : 'not_acknowledged' };
  const waits = {
    name: 'safeguarding.answer-awaited',
    subjectId: id,
    happenedAt,
    recurs: true,
    data,
  } as const;
  await happened(tx, office, caseId ? { ...waits, caseId } : { ...waits, disclosureId });
}

/** From it on an answer is waited for: that they have it, is none. */
function begins(step: Step): boolean {
  return step.step !== 'acknowledged' && !answersIt(step);
}

/** Somebody had proposed that none is made: now it was. */
async function overtake(tx: Tx, office: Office, referral: Referral): Promise<void> {
  const waiting = referral.decisions.find(({ decision }) => decision === null);
  if (!waiting) return;
  const overtaken = { decision: 'withdrawn', why: 'The referral was made before anybody decided.' };
  if (await settleProposal(tx, office, noReferrals, waiting, overtaken))
    await tellOfNoReferral(tx, office, referral, waiting, 'withdrawn');
}
