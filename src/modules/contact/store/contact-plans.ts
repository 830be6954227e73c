import { z } from 'zod';
import { insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { decideProposal, proposalColumns, proposalRow, proposalsIn, proposalTable } from '#kit/proposals.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { type CaseId, type ObligationId, type OrganisationId, refused } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { contactPlan, mayTryAgainAt } from '../contact-plan.ts';

export const contactPlans = proposalsIn(sql`contact_plan`, contactPlan);

const row = z.object({
  ...proposalRow(contactPlan),
  caseId: id<CaseId>(),
  obligationId: id<ObligationId>(),
  why: z.string(),
  plan: z.string(),
  tryAgainAt: instant,
});
export type PlanOnFile = z.infer<typeof row>;

const selectPlan = sql`select ${proposalColumns(contactPlans)}, p.case_id as "caseId",
    p.obligation_id as "obligationId", p.why, p.plan, p.try_again_at as "tryAgainAt"
  from ${proposalTable(contactPlans)}`;

export function planOf(tx: Tx, organisation: OrganisationId, planId: string): Promise<PlanOnFile | null> {
  return tx.maybe(row, sql`${selectPlan} where p.organisation_id = ${organisation} and p.id = ${planId}`);
}

/** The plans of a case, newest first. */
export function plansOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PlanOnFile[]> {
  return tx.rows(
    row,
    sql`${selectPlan} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 20`,
  );
}

/** "No safe way today": proposed by anybody who works on the case; until it is decided the clock runs on. */
export async function proposeContactPlan(
  tx: Tx,
  office: Office,
  proposal: {
    readonly caseId: CaseId;
    readonly obligationId: ObligationId;
    readonly why: string;
    readonly plan: string;
    readonly tryAgainAt: Temporal.Instant;
  },
): Promise<string> {
  const { caseId, obligationId } = proposal;
  const [file, plans, members] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    plansOf(tx, office.organisation, caseId),
    listStaff(tx, office.organisation, { roles: ['da_manager'] }),
  ]);
  if (!file) throw notFound();
  insist(mayTryAgainAt(proposal.tryAgainAt, office.now, office.calendar));
  if (plans.some((plan) => plan.obligationId === obligationId && plan.decision === null))
    insist(refused('A plan is waiting for a manager’s decision already.', 'same-day-contact'));
  const planId = newId<string>();
  const deciders = whoSees(file, members).filter((member) => member.id !== office.staff);
  await Promise.all([
    tx.run(sql`insert into contact_plan (organisation_id, id, case_id, obligation_id, why, plan, try_again_at,
        proposed_by, proposed_at)
      values (${office.organisation}, ${planId}, ${caseId}, ${obligationId}, ${proposal.why}, ${proposal.plan},
        ${proposal.tryAgainAt}, ${office.staff}, ${office.now})`),
    happened(tx, office, { name: 'contact-plan.proposed', caseId, subjectId: planId }),
    notify(tx, office, {
      staffIds: deciders.map((member) => member.id),
      kind: 'plan_to_decide',
      caseId,
      obligationId,
    }),
  ]);
  return planId;
}

/** An approval is for the day that it was asked for, and covers no other. */
export function dayHasPassed({ tryAgainAt }: Pick<PlanOnFile, 'tryAgainAt'>, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(tryAgainAt, now) <= 0;
}

/**
 * A manager other than the proposer decides. Approved, the promise counts as met by plan, apart from those kept; and
 * contact on the day of the plan is promised instead, so that nobody is forgotten.
 */
export async function decideContactPlan(
  tx: Tx,
  office: Office,
  decision: {
    readonly planId: string;
    readonly version: number;
    readonly decision: 'approved' | 'declined';
    readonly why: string;
  },
): Promise<void> {
  const plan = await planOf(tx, office.organisation, decision.planId);
  if (!plan) throw notFound();
  const { caseId, obligationId, proposedBy } = plan;
  const sight = sightOf(await openFile(tx, office.organisation, caseId));
  const changed = dayHasPassed(plan, office.now);
  await decideProposal(tx, office, contactPlans, plan, { ...decision, sight, changed });
  await happened(tx, office, {
    name: decision.decision === 'approved' ? 'contact-plan.approved' : 'contact-plan.declined',
    caseId,
    subjectId: plan.id,
    keepsOnly: { promise: obligationId },
    recurs: true,
    agreedDue: atTheOffice(plan.tryAgainAt, office.calendar).toPlainDate(),
  });
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'plan_decided', caseId, obligationId });
}
