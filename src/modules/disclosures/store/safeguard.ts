import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import {
  answerAdults,
  promiseReferral,
  proposeNoReferral,
  referralsIntoCase,
  referralsOf,
  takeUp,
} from '#modules/safeguarding/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { adultsAtRisk, referralsPromised, referralsToPromise } from '../safeguarding.ts';
import type { TriageDecision } from '../triage-form.ts';
import type { DisclosureValue } from '../value.ts';
import type { Disclosure } from './rows.ts';

/** Whoever was told said that a referral is made: it is owed from then, whoever triages (V3.6, L2.5). */
export async function promiseAsTold(
  tx: Tx,
  office: Office,
  disclosureId: DisclosureId,
  told: DisclosureValue,
): Promise<void> {
  for (const referral of referralsPromised(told))
    await promiseReferral(tx, office, { ...referral, disclosureId, caseId: null, from: 'disclosure' });
}

/**
 * What was decided at triage about a child and about an adult at risk. That a referral is being made is owed until it
 * was; that none is made waits for a second person. What was promised already is not promised twice.
 */
export async function safeguard(
  tx: Tx,
  office: Office,
  decision: TriageDecision,
  disclosure: Disclosure,
  caseId: CaseId | null,
): Promise<void> {
  const { id: disclosureId } = disclosure;
  if (caseId) await referralsIntoCase(tx, office, disclosureId, caseId);
  const promised = await referralsOf(tx, office.organisation, { disclosureId });
  for (const { kind, about, said, whyNot } of referralsToPromise(decision, disclosure)) {
    const known = promised.find((each) => each.kind === kind);
    if (known?.standing === 'undecided' && whyNot === null) {
      await takeUp(tx, office, { ...known, caseId }, { said, about, why: '' });
      continue;
    }
    const referral = { kind, about, said, disclosureId, caseId, from: 'triage' } as const;
    const id = known?.id ?? (await promiseReferral(tx, office, referral));
    const standsStill = !known || (known.steps.length === 0 && known.decisions.length === 0);
    if (whyNot !== null && standsStill) await proposeNoReferral(tx, office, id, whyNot);
  }
  const adults = adultsAtRisk(decision.adultSafeguarding);
  if (caseId && adults) await answerAdults(tx, office, { caseId, adults, version: null });
}
