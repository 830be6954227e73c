import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, settleProposal } from '#kit/proposals.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles } from '#rules/facts.ts';
import { type Decision, sightOf } from '#rules/proposal.ts';
import { notTheSender } from '../second.ts';
import { droppedInWords, shareInWords } from '../words.ts';
import { settleDoubts } from './settle-doubts.ts';
import { type Share, type ShareRow, seconds, shareOf } from './shares.ts';

export type NewShare = Pick<
  ShareRow,
  | 'caseId'
  | 'recipientId'
  | 'agency'
  | 'role'
  | 'purpose'
  | 'kinds'
  | 'entries'
  | 'planVersionId'
  | 'assessments'
  | 'words'
  | 'basis'
  | 'condition'
  | 'power'
  | 'necessity'
  | 'proportionality'
  | 'view'
  | 'viewWords'
  | 'told'
  | 'toldWhy'
  | 'inDanger'
> & {
  /** The referral of a child or an adult at risk that it is: then nobody else decides. */
  readonly referralId?: string;
  /** They have not agreed to all of it: somebody else decides first, or afterwards where there is danger now. */
  readonly needsSecond: boolean;
};

/** Decides that something is shared; nothing leaves by it. @returns its id */
export async function decideShare(tx: Tx, office: Office, share: NewShare): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId } = share;
  const shareId = newId<string>();
  await tx.run(sql`insert into share (organisation_id, id, case_id, recipient_id, purpose, kinds, entries,
      plan_version_id, assessments, words, basis, condition, power, necessity, proportionality, view, view_words,
      told, told_why, in_danger, referral_id, decided_by, decided_at)
    values (${organisation}, ${shareId}, ${caseId}, ${share.recipientId}, ${share.purpose}, ${[...share.kinds]},
      ${[...share.entries]}, ${share.planVersionId}, ${[...share.assessments]}, ${share.words}, ${share.basis},
      ${share.condition}, ${share.power}, ${share.necessity}, ${share.proportionality}, ${share.view},
      ${share.viewWords}, ${share.told}, ${share.toldWhy}, ${share.inDanger}, ${share.referralId ?? null},
      ${staff}, ${now})`);
  if (share.needsSecond) await askSecond(tx, office, caseId, shareId);
  await happened(tx, office, {
    name: 'share.decided',
    caseId,
    subjectId: shareId,
    data: { purpose: share.purpose, kinds: share.kinds, second: share.needsSecond },
  });
  await addEntry(tx, office, { ...entryNow(office, caseId, shareId), words: shareInWords(share) });
  return shareId;
}

async function askSecond(tx: Tx, office: Office, caseId: CaseId, shareId: string): Promise<void> {
  await tx.run(sql`insert into share_second (organisation_id, id, case_id, share_id, proposed_by, proposed_at)
    values (${office.organisation}, ${newId<string>()}, ${caseId}, ${shareId}, ${office.staff}, ${office.now})`);
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  const staffIds = team.map((member) => member.id).filter((member) => member !== office.staff);
  await notify(tx, office, { staffIds, kind: 'share_to_decide', caseId });
}

function entryNow({ now }: Office, caseId: CaseId, subjectId: string) {
  const told = { kind: 'decision', source: 'record', disclosableTo: [] } as const;
  return { ...told, caseId, subjectId, happenedAt: now, knownAt: now };
}

const events = {
  approved: 'share.second-approved',
  declined: 'share.second-declined',
  withdrawn: 'share.second-withdrawn',
} as const;
const decidedInWords = {
  before: {
    approved: 'A second person agreed that this is shared.',
    declined: 'A second person did not agree that this is shared.',
  },
  afterwards: {
    approved: 'A second person looked at what was sent because of danger, and agreed.',
    declined: 'A second person looked at what was sent because of danger, and did not agree.',
  },
} as const;

/** A second person agrees, or not; also afterwards, where it went because somebody was in danger. */
export async function decideSecond(
  tx: Tx,
  office: Office,
  decided: {
    readonly caseId: CaseId;
    readonly shareId: string;
    readonly version: number;
    readonly decision: Exclude<Decision<'approved'>, 'withdrawn'>;
    readonly why: string;
  },
): Promise<void> {
  const { caseId, shareId, version, decision, why } = decided;
  const share = await shareOf(tx, office.organisation, caseId, shareId);
  if (!share?.second) throw notFound();
  insist(notTheSender(share));
  const sight = sightOf(await openFile(tx, office.organisation, caseId));
  await decideProposal(tx, office, seconds, share.second, { decision, why, version, sight });
  await happened(tx, office, {
    name: events[decision],
    caseId,
    subjectId: shareId,
    keepsOnly: 'its subject',
  });
  const said = decidedInWords[share.sentInDanger ? 'afterwards' : 'before'][decision];
  const words = [said, shareInWords(share), why].filter((part) => part !== '');
  await addEntry(tx, office, { ...entryNow(office, caseId, shareId), words: words.join('\n\n') });
  if (share.decidedBy !== office.staff)
    await notify(tx, office, { staffIds: [share.decidedBy], kind: 'share_decided', caseId });
}

/**
 * It is not shared after all, or no further. A second person decides no more; at what was sent because of danger they
 * still look. @throws stale where somebody said so before
 */
export async function dropShare(tx: Tx, office: Office, share: Share, why: string): Promise<void> {
  const { organisation, staff, now } = office;
  const { caseId, id } = share;
  const dropped = await tx.run(sql`update share
    set dropped_at = ${now}, dropped_by = ${staff}, dropped_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${id} and dropped_at is null`);
  if (dropped === 0) throw new Fault('stale');
  const waits = share.second?.decision === null && !share.sentInDanger && share.second;
  if (waits) {
    await settleProposal(tx, office, seconds, waits, { decision: 'withdrawn', why });
    await happened(tx, office, { name: 'share.second-withdrawn', caseId, subjectId: id });
  }
  await happened(tx, office, { name: 'share.dropped', caseId, subjectId: id });
  // What somebody has read already is looked at all the same.
  if (!share.hasLeft) await settleDoubts(tx, office, share, { found: 'not_shared', why });
  const words = `${droppedInWords(share)}. ${shareInWords(share)}\n\n${why}`;
  await addEntry(tx, office, { ...entryNow(office, caseId, id), words });
}
