import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { decideShare, type ReferralLeft, recipientFor } from '#modules/sharing/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { DataKind } from '#rules/sharing.ts';
import { stepsThatCount } from '../referral.ts';
import type { Hub } from './hubs.ts';
import { type Referral, referralOf } from './rows.ts';
import { recordStep } from './steps.ts';

export interface Written {
  readonly hub: Hub;
  readonly who: boolean;
  readonly entries: readonly string[];
  readonly assessments: readonly string[];
  readonly words: string;
  readonly inDanger: boolean;
}

/**
 * What was written as a referral, to leave by the one door of everything that leaves. It rests on the decision that was
 * made; where nobody has written one down, it says that. @returns the id of what is to leave
 */
export async function writeReferral(
  tx: Tx,
  office: Office,
  {
    caseId,
    referral,
    written,
  }: { readonly caseId: CaseId; readonly referral: Referral; readonly written: Written },
): Promise<string> {
  const { hub, who, entries, assessments, words, inDanger } = written;
  const role = referral.kind === 'child' ? 'referrals of children' : 'referrals of adults';
  const recipient = { agency: hub.name, role, sort: 'council' } as const;
  const recipientId = await recipientFor(tx, office, caseId, recipient);
  const decided = referral.decided.findLast(({ decision }) => decision === 'refer');
  const kinds: readonly (DataKind | false)[] = [
    who && 'who',
    'account',
    assessments.length > 0 && 'risk',
    'family',
    'health',
    'contact',
  ];
  return decideShare(tx, office, {
    ...{
      ...recipient,
      caseId,
      recipientId,
      purpose: 'safety',
      entries,
      planVersionId: null,
      assessments,
      words,
    },
    kinds: kinds.filter((kind) => kind !== false),
    basis: decided?.basis ?? '',
    condition: decided?.condition ?? '',
    power: referral.kind === 'child' ? 'child-at-risk' : 'adult-at-risk',
    necessity: decided?.why ?? 'A child or an adult may be at risk.',
    proportionality: 'What was chosen and written for this referral, and nothing else.',
    view: decided?.consent ?? 'not_asked',
    viewWords: decided?.consentWords || 'Nobody has written down yet what they say.',
    told: decided?.told ?? 'will_be',
    toldWhy: decided?.toldWhy || 'Nobody has written down yet whether they know.',
    inDanger,
    referralId: referral.id,
    needsSecond: false,
  });
}

/** It left by Lintel: that makes it, once; what is sent again is the same referral. */
export async function referralLeft(
  tx: Tx,
  office: Office,
  { referralId, whom, way }: ReferralLeft,
): Promise<void> {
  const referral = await referralOf(tx, office.organisation, referralId);
  if (!referral || stepsThatCount(referral).some(({ step }) => step === 'made')) return;
  await recordStep(tx, office, referralId, { step: 'made', whom, way, happenedAt: office.now });
}

const row = z.object({ id: z.uuid(), agency: z.string(), decidedAt: instant, left: z.boolean() });
export type WrittenRow = z.infer<typeof row>;

/** What was written for a referral, and whether it left. */
export function writtenFor(
  tx: Tx,
  organisation: OrganisationId,
  referralId: string,
): Promise<readonly WrittenRow[]> {
  return tx.rows(
    row,
    sql`select h.id, r.agency, h.decided_at as "decidedAt", exists (select from share_sent t
        where t.organisation_id = h.organisation_id and t.share_id = h.id) as left
      from share h join share_recipient r on r.organisation_id = h.organisation_id and r.id = h.recipient_id
      where h.organisation_id = ${organisation} and h.referral_id = ${referralId}
      order by h.decided_at, h.id limit 50`,
  );
}
