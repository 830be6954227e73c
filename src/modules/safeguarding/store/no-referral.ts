import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { type Decision, type Sight, sightOf } from '#rules/proposal.ts';
import { wasPromised } from '../referral.ts';
import { forTheTeam, titleOf } from '../words.ts';
import { referralDecided } from './decided.ts';
import { promised } from './promise.ts';
import { type NoReferralRow, noReferrals, type Referral, referralOf } from './rows.ts';

/**
 * That none is made, with the reason: somebody else decides, and until then it stays owed. Throws `stale` where it was
 * made meanwhile, or somebody is deciding about it. @returns its id
 */
export async function proposeNoReferral(
  tx: Tx,
  office: Office,
  referralId: string,
  why: string,
): Promise<string> {
  const referral = await referralOf(tx, office.organisation, referralId);
  if (!referral) throw notFound();
  if (referral.standing !== 'to_make' && referral.standing !== 'undecided') throw new Fault('stale');
  const id = newId<string>();
  await tx.run(sql`insert into safeguarding_no_referral (organisation_id, id, referral_id, why, proposed_by,
      proposed_at)
    values (${office.organisation}, ${id}, ${referralId}, ${why}, ${office.staff}, ${office.now})`);
  await happened(tx, office, { name: 'safeguarding.no-referral-proposed', ...subjectOf(referral) });
  const { caseId, disclosureId } = referral;
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  const staffIds = team.map((member) => member.id).filter((member) => member !== office.staff);
  await notify(tx, office, { staffIds, kind: 'safeguarding_to_decide', caseId, disclosureId });
  const words = `${titleOf(referral)}: no referral was proposed. About ${referral.about}. ${why}`;
  if (caseId) await addEntry(tx, office, { ...entryNow(office, referral), caseId, words });
  return id;
}

/** A second person agrees that none is made, or says that it is. */
export async function decideNoReferral(
  tx: Tx,
  office: Office,
  {
    referralId,
    version,
    decision,
    why,
  }: {
    readonly referralId: string;
    readonly version: number;
    readonly decision: Decision<'approved'>;
    readonly why: string;
  },
): Promise<void> {
  const referral = await referralOf(tx, office.organisation, referralId);
  const waiting = referral?.decisions.find((each) => each.decision === null);
  if (!referral || !waiting) throw notFound();
  const sight = await sightOn(tx, office, referral);
  await decideProposal(tx, office, noReferrals, waiting, { decision, why, version, sight });
  await tellOfNoReferral(tx, office, referral, waiting, decision);
  // Whoever is second decided that it is referred: from now on it is owed as if they had said so at once.
  if (decision === 'declined' && !wasPromised(referral)) {
    await referralDecided(tx, office, referral);
    await promised(tx, office, { ...referral, promisedAt: office.now });
  }
  const { caseId } = referral;
  const words = `${titleOf(referral)}: ${decided[decision]} About ${referral.about}. ${why}`.trim();
  if (caseId) await addEntry(tx, office, { ...entryNow(office, referral), caseId, words });
}

/** Before there is a case, whoever the wall of what was told lets in is a colleague like any other. */
export async function sightOn(tx: Tx, office: Office, { caseId }: Referral): Promise<Sight> {
  return caseId ? sightOf(await openFile(tx, office.organisation, caseId)) : 'inside';
}

const decided: Readonly<Record<Decision<'approved'>, string>> = {
  approved: 'a second person agreed that none is made.',
  declined: 'a second person decided that it is made.',
  withdrawn: 'that none is made was taken back.',
};

const events = {
  approved: 'safeguarding.no-referral-approved',
  declined: 'safeguarding.no-referral-declined',
  withdrawn: 'safeguarding.no-referral-withdrawn',
} as const;

/** What follows from the decision: the record, the promise, and word to whoever proposed it. */
export async function tellOfNoReferral(
  tx: Tx,
  office: Office,
  referral: Referral,
  { proposedBy }: Pick<NoReferralRow, 'proposedBy'>,
  decision: Decision<'approved'>,
): Promise<void> {
  await happened(tx, office, { name: events[decision], ...subjectOf(referral), keepsOnly: 'its subject' });
  const { caseId, disclosureId } = referral;
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'safeguarding_decided', caseId, disclosureId });
}

function subjectOf({ id: subjectId, caseId, disclosureId }: Referral) {
  return caseId ? { caseId, disclosureId, subjectId } : { disclosureId, subjectId };
}

function entryNow({ now }: Office, { id: subjectId }: Referral) {
  return { ...forTheTeam, kind: 'decision', happenedAt: now, knownAt: now, subjectId } as const;
}
