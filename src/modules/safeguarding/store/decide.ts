import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { wasPromised } from '../referral.ts';
import { decidedInWords, forTheTeam } from '../words.ts';
import { referralDecided } from './decided.ts';
import { proposeNoReferral } from './no-referral.ts';
import { promised } from './promise.ts';
import { type DecidedRow, referralOf } from './rows.ts';

export type NewReferralDecision = Omit<DecidedRow, 'id' | 'referralId' | 'decidedAt' | 'decidedByName'>;

/**
 * Somebody decides that it is referred, or that it is not, with the reason, what the person says of it or on what
 * ground without it, and whether they know (V3.6, L2.5). That it is not goes to a second person. Throws `stale` where
 * it was made meanwhile.
 */
export async function decideReferral(
  tx: Tx,
  office: Office,
  referralId: string,
  decided: NewReferralDecision,
): Promise<void> {
  const referral = await referralOf(tx, office.organisation, referralId);
  if (!referral) throw notFound();
  const { standing, caseId, disclosureId } = referral;
  if (!(mayBeDecided[decided.decision] as readonly string[]).includes(standing)) throw new Fault('stale');
  const { decision, why, consent, consentWords, told, toldWhy } = decided;
  const onGround = consent !== 'agrees' && decision === 'refer';
  const [basis, condition] = onGround ? [decided.basis, decided.condition] : ['', ''];
  await tx.run(sql`insert into safeguarding_decision (organisation_id, id, referral_id, decision, why, consent,
      consent_words, basis, condition, told, told_why, decided_at, decided_by)
    values (${office.organisation}, ${newId<string>()}, ${referralId}, ${decision}, ${why}, ${consent},
      ${consentWords}, ${basis}, ${condition}, ${told}, ${toldWhy}, ${office.now}, ${office.staff})`);
  const words = decidedInWords(referral, { ...decided, basis });
  const entry = { ...forTheTeam, kind: 'decision', happenedAt: office.now, knownAt: office.now } as const;
  if (caseId) await addEntry(tx, office, { ...entry, caseId, subjectId: referralId, words });
  if (decision === 'not_refer') {
    await proposeNoReferral(tx, office, referralId, why);
    return;
  }
  await referralDecided(tx, office, referral);
  if (!wasPromised(referral))
    await promised(tx, office, { ...referral, caseId, disclosureId, promisedAt: office.now });
}

/** That it is referred may be decided at any time until it is; that it is not, while nobody has said otherwise. */
const mayBeDecided = {
  refer: ['undecided', 'to_make', 'not_made'],
  not_refer: ['undecided', 'to_make'],
} as const;
