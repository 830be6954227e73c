import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import type { BegunFrom, ReferralKind, SaidOfReferral } from '../referral.ts';
import { entriesFor, forTheTeam, promiseInWords } from '../words.ts';
import { referralsOf } from './rows.ts';

export interface NewReferral {
  readonly kind: ReferralKind;
  readonly about: string;
  readonly disclosureId?: DisclosureId | null;
  /** Null until what was told is a case. */
  readonly caseId: CaseId | null;
  readonly from: BegunFrom;
  readonly said?: SaidOfReferral;
  readonly why?: string;
  /** When it was said that it would be made, where that was before now. */
  readonly promisedAt?: Temporal.Instant;
}

const begins = { child: 'child-referral.promised', adult: 'adult-referral.promised' } as const;

/** It was said that a referral is made: from now on it is owed, that day (V3.6, L2.5). @returns its id */
export async function promiseReferral(tx: Tx, office: Office, referral: NewReferral): Promise<string> {
  const id = newId<string>();
  const { kind, about, caseId, disclosureId = null, from, promisedAt = office.now } = referral;
  const { said = 'refer_today', why = '' } = referral;
  await tx.run(sql`insert into safeguarding_referral (organisation_id, id, kind, about, disclosure_id, case_id,
      promised_at, promised_by, begun_from, said, why)
    values (${office.organisation}, ${id}, ${kind}, ${about}, ${disclosureId}, ${caseId}, ${promisedAt},
      ${office.staff}, ${from}, ${said}, ${why})`);
  const subject = caseId ? { caseId } : { disclosureId };
  const event = { name: begins[kind], subjectId: id, recurs: true, happenedAt: promisedAt } as const;
  await happened(tx, office, { ...event, ...subject });
  const words = promiseInWords({ kind, about, said, why });
  // At triage the decision is an entry of its own.
  if (caseId && from !== 'triage')
    await addEntry(tx, office, { ...forTheTeam, ...at(office.now), caseId, subjectId: id, words });
  return id;
}

function at(now: Temporal.Instant) {
  return { kind: 'decision', happenedAt: now, knownAt: now } as const;
}

/**
 * A child, or an adult at risk, is known of in a case: from that day somebody refers them, or two people decide that
 * nobody does. @returns the referral that is owed; null where one of that kind was decided about already
 */
export async function referralOwed(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  kind: ReferralKind,
): Promise<string | null> {
  const referrals = await referralsOf(tx, office.organisation, { caseId });
  if (referrals.some((referral) => referral.kind === kind)) return null;
  const about = kind === 'child' ? 'the children in this case' : 'the adult who needs care or support';
  return promiseReferral(tx, office, { kind, about, caseId, from: kind === 'child' ? 'children' : 'case' });
}

/** What was told became a case: so did what was promised and done about it, and the chronology says so. */
export async function referralsIntoCase(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  caseId: CaseId,
): Promise<void> {
  const before = await referralsOf(tx, office.organisation, { disclosureId });
  await tx.run(sql`update safeguarding_referral set case_id = ${caseId}
    where organisation_id = ${office.organisation} and disclosure_id = ${disclosureId} and case_id is null`);
  for (const entry of before.filter((referral) => referral.caseId === null).flatMap(entriesFor))
    await addEntry(tx, office, { ...entry, caseId });
}
