import { z } from 'zod';
import { proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { Telling, View } from '#modules/sharing/pure.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { AskedBecause } from '../asked-by.ts';
import {
  type KnownBy,
  noReferral,
  type ReferralAnswer,
  type ReferralDecision,
  type ReferralKind,
  type SaidOfReferral,
  type Standing,
  standingOf,
  stepsThatCount,
  wasPromised,
} from '../referral.ts';

const referralRow = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'adult']) as z.ZodType<ReferralKind>,
  about: z.string(),
  said: z.string() as unknown as z.ZodType<SaidOfReferral>,
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
  step: z.enum(['made', 'chased', 'acknowledged', 'answered']),
  happenedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  whom: z.string(),
  way: z.string(),
  reference: z.string(),
  answer: z.string() as unknown as z.ZodType<ReferralAnswer | ''>,
  knownBy: z.string() as unknown as z.ZodType<KnownBy | ''>,
  words: z.string(),
  /** Written down in error: why, by whom and when. */
  struck: z.string().nullable(),
  struckAt: instant.nullable(),
  struckByName: z.string().nullable(),
});

/** A fact that asks for a decision: since when somebody here knew, and who entered it. */
const factRow = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  reason: z.string() as unknown as z.ZodType<AskedBecause>,
  knownAt: instant,
  weighedAt: instant,
  enteredByName: z.string().nullable(),
});

const decidedRow = z.object({
  id: z.uuid(),
  referralId: z.uuid(),
  decision: z.string() as unknown as z.ZodType<ReferralDecision>,
  why: z.string(),
  consent: z.string() as unknown as z.ZodType<View>,
  consentWords: z.string(),
  basis: z.string(),
  condition: z.string(),
  told: z.string() as unknown as z.ZodType<Telling>,
  toldWhy: z.string(),
  decidedAt: instant,
  decidedByName: z.string().nullable(),
});

export const noReferrals = proposalsIn(sql`safeguarding_no_referral`, noReferral);
const decisionRow = z.object({ ...proposalRow(noReferral), referralId: z.uuid(), why: z.string() });

export type ReferralRow = z.infer<typeof referralRow>;
export type StepRow = z.infer<typeof stepRow>;
export type NoReferralRow = z.infer<typeof decisionRow>;
export type FactRow = z.infer<typeof factRow>;
export type DecidedRow = z.infer<typeof decidedRow>;

/** A referral with everything that was done and decided about it, the earliest first. */
export interface Referral extends ReferralRow {
  readonly steps: readonly StepRow[];
  /** That none is made, as proposed and decided by two. */
  readonly decisions: readonly NoReferralRow[];
  /** What somebody decided, each with its reason. */
  readonly decided: readonly DecidedRow[];
  /** Why it is asked for. */
  readonly facts: readonly FactRow[];
  readonly standing: Standing;
}

/** That none is made stands until somebody decides that it is. */
function standing(referral: Omit<Referral, 'standing'>): Standing {
  const refer = referral.decided.findLast(({ decision }) => decision === 'refer')?.decidedAt;
  const later = referral.decisions.filter(
    ({ proposedAt }) => !refer || Temporal.Instant.compare(proposedAt, refer) >= 0,
  );
  return standingOf(stepsThatCount(referral), later, !wasPromised(referral));
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
  const [referrals, steps, decisions, facts, decided] = await Promise.all([
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
          p.recorded_at as "recordedAt", s.name as "recordedByName", p.whom, p.way, p.reference, p.answer, p.words,
          p.known_by as "knownBy", x.words as struck, x.recorded_at as "struckAt", y.name as "struckByName"
        from safeguarding_step p
        left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
        left join safeguarding_step x on x.organisation_id = p.organisation_id and x.strikes_id = p.id
        left join staff y on y.organisation_id = x.organisation_id and y.id = x.recorded_by
        where p.organisation_id = ${organisation} and p.referral_id in ${these} and p.step <> 'struck'
        order by p.happened_at, p.recorded_at, p.id`,
    ),
    tx.rows(
      decisionRow,
      sql`select ${proposalColumns(noReferrals)}, p.referral_id as "referralId", p.why
        from ${proposalTable(noReferrals)}
        where p.organisation_id = ${organisation} and p.referral_id in ${these} order by p.proposed_at, p.id`,
    ),
    tx.rows(
      factRow,
      sql`select f.id, f.referral_id as "referralId", f.reason, f.known_at as "knownAt", f.weighed_at as "weighedAt",
          s.name as "enteredByName"
        from safeguarding_fact f
        left join staff s on s.organisation_id = f.organisation_id and s.id = f.entered_by
        where f.organisation_id = ${organisation} and f.referral_id in ${these} and f.weighed_at is not null
        order by f.known_at, f.id limit 500`,
    ),
    tx.rows(
      decidedRow,
      sql`select d.id, d.referral_id as "referralId", d.decision, d.why, d.consent, d.consent_words as "consentWords",
          d.basis, d.condition, d.told, d.told_why as "toldWhy", d.decided_at as "decidedAt",
          s.name as "decidedByName"
        from safeguarding_decision d
        left join staff s on s.organisation_id = d.organisation_id and s.id = d.decided_by
        where d.organisation_id = ${organisation} and d.referral_id in ${these} order by d.decided_at, d.id`,
    ),
  ]);
  const of = <R extends { readonly referralId: string }>(rows: readonly R[], referral: string) =>
    rows.filter(({ referralId }) => referralId === referral);
  return referrals.map((referral) => {
    const whole = {
      ...referral,
      steps: of(steps, referral.id),
      decisions: of(decisions, referral.id),
      facts: of(facts, referral.id),
      decided: of(decided, referral.id),
    };
    return { ...whole, standing: standing(whole) };
  });
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
