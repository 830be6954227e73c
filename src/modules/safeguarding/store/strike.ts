import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, neverOwed, owedAgain } from '#modules/obligations/index.ts';
import { answersIt, lastWritten, stepsThatCount } from '../referral.ts';
import { forTheTeam, stepInWords } from '../words.ts';
import { type Referral, referralOf, type StepRow } from './rows.ts';

/**
 * The last step was written down in error: it stays, struck through, with the reason and by whom, and the promises
 * stand as before it. Throws `stale` where it is not the last one any more, or there is no case yet.
 */
export async function strikeLast(
  tx: Tx,
  office: Office,
  referralId: string,
  { stepId, why }: { readonly stepId: string; readonly why: string },
): Promise<void> {
  const referral = await referralOf(tx, office.organisation, referralId);
  if (!referral) throw notFound();
  const counting = stepsThatCount(referral);
  const last = lastWritten(referral);
  if (!last || last.id !== stepId || referral.caseId === null) throw new Fault('stale');
  const written =
    await tx.run(sql`insert into safeguarding_step (organisation_id, id, referral_id, step, happened_at,
      recorded_at, recorded_by, whom, words, strikes_id)
    values (${office.organisation}, ${newId<string>()}, ${referralId}, 'struck', ${office.now}, ${office.now},
      ${office.staff}, ${last.whom}, ${why}, ${last.id})
    on conflict do nothing`);
  if (written === 0) throw new Fault('stale');
  const { caseId } = referral;
  const data = { step: last.step };
  const eventId = await happened(tx, office, {
    name: 'safeguarding.corrected',
    caseId,
    subjectId: referralId,
    data,
  });
  await neverOwed(tx, office, { caseId, subjectId: last.id }, { eventId, why: 'recorded-in-error' });
  await owedAgain(tx, office, {
    caseId,
    subjectId: keptBy(
      referral,
      counting.filter((each) => each !== last),
      last,
    ),
  });
  const words = `Recorded in error: ${stepInWords(referral, last)}\n\n${why}`;
  const entry = { ...forTheTeam, happenedAt: office.now, knownAt: office.now, subjectId: referralId };
  await addEntry(tx, office, { ...entry, caseId, words });
}

/** The subject of the promises that it kept: the referral itself, or the step that waited. */
function keptBy({ id }: Referral, before: readonly StepRow[], { step }: StepRow): string {
  if (step === 'made') return id;
  return before.findLast((each) => each.step !== 'acknowledged' && !answersIt(each))?.id ?? id;
}
