import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import { noReferral, type ReferralAnswer, type ReferralKind, type SaidOfReferral } from '../referral.ts';

const referralRow = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'adult']) as z.ZodType<ReferralKind>,
  about: z.string(),
  said: z.enum(['refer_today', 'referred', 'not_referred']) as z.ZodType<SaidOfReferral>,
  why: z.string(),
  disclosureId: id<DisclosureId>().nullable(),
  caseId: id<CaseId>().nullable(),
  promisedAt: instant,
  promisedBy: id<StaffId>().nullable(),
  promisedByName: z.string().nullable(),
});

const stepRow = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  step: z.enum(['made', 'chased', 'answered']),
  happenedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  whom: z.string(),
  way: z.string(),
  reference: z.string(),
  answer: z.string() as unknown as z.ZodType<ReferralAnswer | ''>,
  words: z.string(),
});

export const noReferrals = proposalsIn(sql`safeguarding_no_referral`, noReferral);
const decisionRow = z.object({ ...proposalRow(noReferral), referralId: z.uuid(), why: z.string() });

export type ReferralRow = z.infer<typeof referralRow>;
export type StepRow = z.infer<typeof stepRow>;
export type NoReferralRow = z.infer<typeof decisionRow>;

/** A referral with everything that was done and decided about it, the earliest first. */
export interface Referral extends ReferralRow {
  readonly steps: readonly StepRow[];
  readonly decisions: readonly NoReferralRow[];
}

/** Which referrals: those of a case, of what was told, or one. */
export type Which =
  | { readonly caseId: CaseId }
  | { readonly disclosureId: DisclosureId }
  | { readonly referralId: string };

/** The referrals, each with what became of it, the earliest first. */
export async function referralsOf(
  tx: Tx,
  organisation: OrganisationId,
  which: Which,
): Promise<readonly Referral[]> {
  const one =
    'caseId' in which
      ? sql`r.case_id = ${which.caseId}`
      : 'disclosureId' in which
        ? sql`r.disclosure_id = ${which.disclosureId}`
        : sql`r.id = ${which.referralId}`;
  const these = sql`(select r.id from safeguarding_referral r where r.organisation_id = ${organisation} and ${one})`;
  const [referrals, steps, decisions] = await Promise.all([
    tx.rows(
      referralRow,
      sql`select r.id, r.kind, r.about, r.said, r.why, r.disclosure_id as "disclosureId", r.case_id as "caseId",
          r.promised_at as "promisedAt", r.promised_by as "promisedBy", s.name as "promisedByName"
        from safeguarding_referral r
        left join staff s on s.organisation_id = r.organisation_id and s.id = r.promised_by
        where r.organisation_id = ${organisation} and ${one} order by r.promised_at, r.id limit 50`,
    ),
    tx.rows(
      stepRow,
      sql`select p.id, p.referral_id as "referralId", p.step, p.happened_at as "happenedAt",
          p.recorded_at as "recordedAt", s.name as "recordedByName", p.whom, p.way, p.reference, p.answer, p.words
        from safeguarding_step p
        left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        where p.organisation_id = ${organisation} and p.referral_id in ${these}
        order by p.happened_at, p.recorded_at, p.id`,
    ),
    tx.rows(
      decisionRow,
      sql`select ${proposalColumns(noReferrals)}, p.referral_id as "referralId", p.why
        from ${proposalTable(noReferrals)}
        where p.organisation_id = ${organisation} and p.referral_id in ${these} order by p.proposed_at, p.id`,
    ),
  ]);
  const of = <R extends { readonly referralId: string }>(rows: readonly R[], referral: string) =>
    rows.filter(({ referralId }) => referralId === referral);
  return referrals.map((referral) => ({
    ...referral,
    steps: of(steps, referral.id),
    decisions: of(decisions, referral.id),
  }));
}

/** One referral, or null where there is none or a wall is in front of it. */
export async function referralOf(
  tx: Tx,
  organisation: OrganisationId,
  referralId: string,
): Promise<Referral | null> {
  const [found = null] = await referralsOf(tx, organisation, { referralId });
  return found;
}
