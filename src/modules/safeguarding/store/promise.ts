import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type AskedBecause, askedBecause, pressing } from '../asked-by.ts';
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
  const id = await writeReferral(tx, office, referral);
  const { kind, about, caseId, from, said = 'refer_today', why = '' } = referral;
  await promised(tx, office, { id, ...referral });
  const words = promiseInWords({ kind, about, said, why });
  // At triage the decision is an entry of its own.
  if (caseId && from !== 'triage')
    await addEntry(tx, office, { ...forTheTeam, ...at(office.now), caseId, subjectId: id, words });
  return id;
}

async function writeReferral(tx: Tx, office: Office, referral: NewReferral): Promise<string> {
  const id = newId<string>();
  const { kind, about, caseId, disclosureId = null, from, promisedAt = office.now } = referral;
  const { said = 'refer_today', why = '' } = referral;
  await tx.run(sql`insert into safeguarding_referral (organisation_id, id, kind, about, disclosure_id, case_id,
      promised_at, promised_by, begun_from, said, why)
    values (${office.organisation}, ${id}, ${kind}, ${about}, ${disclosureId}, ${caseId}, ${promisedAt},
      ${office.staff}, ${from}, ${said}, ${why})`);
  return id;
}

type Promised = Pick<NewReferral, 'kind' | 'caseId' | 'disclosureId' | 'promisedAt'> & {
  readonly id: string;
};

/** Somebody said that it is made: it is owed that day. */
export async function promised(
  tx: Tx,
  office: Office,
  { id: subjectId, kind, caseId, disclosureId = null, promisedAt: happenedAt = office.now }: Promised,
): Promise<void> {
  const event = { name: begins[kind], subjectId, recurs: true, happenedAt } as const;
  await happened(tx, office, caseId ? { ...event, caseId } : { ...event, disclosureId });
}

interface AskedFor {
  readonly kind: ReferralKind;
  readonly reason: AskedBecause;
  readonly caseId: CaseId | null;
  readonly disclosureId: DisclosureId | null;
  readonly knownAt: Temporal.Instant;
}

/** A fact asks: from when somebody here knew it, a decision is owed; nobody has yet said that. @returns its id */
export async function askFor(tx: Tx, office: Office, asked: AskedFor): Promise<string> {
  const { kind, reason, caseId, disclosureId, knownAt: promisedAt } = asked;
  const young = reason === 'under_16' || reason === 'aged_16_17';
  const about =
    kind === 'adult' ? 'the adult who needs care or support' : young ? 'the young person' : 'the children';
  const referral = { kind, about, caseId, disclosureId, from: 'fact', said: 'prompted', promisedAt } as const;
  const id = await writeReferral(tx, office, referral);
  await prompted(tx, office, { id, ...asked });
  const words = `${promiseInWords({ kind, about, said: 'prompted', why: '' })} ${labelOf(askedBecause, reason)}.`;
  if (caseId) await addEntry(tx, office, { ...forTheTeam, ...at(office.now), caseId, subjectId: id, words });
  return id;
}

/** The decision is owed within a working day; of a child under 16 on the same (domain.md §1). */
export async function prompted(
  tx: Tx,
  office: Office,
  asked: AskedFor & { readonly id: string },
): Promise<void> {
  const { id: subjectId, caseId, disclosureId, knownAt: happenedAt, reason } = asked;
  const data = { kind: pressing(asked), reason };
  const event = { name: 'safeguarding.prompted', subjectId, recurs: true, happenedAt, data } as const;
  await happened(tx, office, caseId ? { ...event, caseId } : { ...event, disclosureId });
}

function at(now: Temporal.Instant) {
  return { kind: 'decision', happenedAt: now, knownAt: now } as const;
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
  await tx.run(sql`update safeguarding_fact set case_id = ${caseId}
    where organisation_id = ${office.organisation} and disclosure_id = ${disclosureId} and case_id is null`);
  for (const entry of before.filter((referral) => referral.caseId === null).flatMap(entriesFor))
    await addEntry(tx, office, { ...entry, caseId });
}
