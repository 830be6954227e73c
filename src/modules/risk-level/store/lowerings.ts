import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { proposalColumns, proposalRow, proposalsIn, proposalTable, settleProposal } from '#kit/proposals.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles, type OrganisationId, riskLevels } from '#rules/facts.ts';
import { type LoweringDecision, loweringKind } from '../lowering.ts';

export const lowerings = proposalsIn(sql`risk_lowering`, loweringKind);

const row = z.object({
  ...proposalRow(loweringKind),
  caseId: id<CaseId>(),
  ratingId: z.string(),
  from: z.enum(riskLevels),
  to: z.enum(riskLevels),
  reason: z.string(),
});
export type LoweringOnFile = z.infer<typeof row>;

const selectLowering = sql`select ${proposalColumns(lowerings)}, p.case_id as "caseId", p.rating_id as "ratingId",
    r.level as "from", p.to_level as "to", p.reason
  from ${proposalTable(lowerings)}
  join risk_rating r on r.organisation_id = p.organisation_id and r.id = p.rating_id`;

/** The proposals of a case, newest first. */
export function loweringsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly LoweringOnFile[]> {
  return tx.rows(
    row,
    sql`${selectLowering} where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.proposed_at desc, p.id desc limit 50`,
  );
}

/** One proposal of this case; null for one of another. */
export function loweringOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  loweringId: string,
): Promise<LoweringOnFile | null> {
  return tx.maybe(
    row,
    sql`${selectLowering}
      where p.organisation_id = ${organisation} and p.case_id = ${caseId} and p.id = ${loweringId}`,
  );
}

export interface NewLowering {
  readonly caseId: CaseId;
  readonly ratingId: string;
  readonly to: (typeof riskLevels)[number];
  readonly reason: string;
}

/** A lower level waits for a second person; everybody else who sees the case is told that something waits. */
export async function proposeLowering(tx: Tx, office: Office, proposal: NewLowering): Promise<string> {
  const loweringId = newId<string>();
  const { caseId, ratingId, to, reason } = proposal;
  const team = await listStaff(tx, office.organisation, { roles: caseRoles });
  await tx.run(sql`insert into risk_lowering (organisation_id, id, case_id, rating_id, to_level, reason, proposed_by,
      proposed_at)
    values (${office.organisation}, ${loweringId}, ${caseId}, ${ratingId}, ${to}, ${reason}, ${office.staff},
      ${office.now})`);
  await happened(tx, office, {
    name: 'risk.lowering-proposed',
    caseId,
    subjectId: loweringId,
    data: { to },
  });
  const staffIds = team.map((member) => member.id).filter((member) => member !== office.staff);
  await notify(tx, office, { staffIds, kind: 'risk_to_confirm', caseId });
  return loweringId;
}

const events = {
  confirmed: 'risk.lowering-confirmed',
  declined: 'risk.lowering-declined',
  withdrawn: 'risk.lowering-withdrawn',
} as const;

/** What follows from a decision, whatever it was: the record, and word to whoever proposed it. */
export async function tellOfLowering(
  tx: Tx,
  office: Office,
  { id: loweringId, caseId, proposedBy }: Pick<LoweringOnFile, 'id' | 'caseId' | 'proposedBy'>,
  decision: LoweringDecision,
): Promise<void> {
  await happened(tx, office, { name: events[decision], caseId, subjectId: loweringId });
  if (proposedBy && proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'risk_decided', caseId });
}

/** The risk was looked at again: a proposal about what stood before is off the table. */
export async function overtakeWaiting(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const waiting = await tx.maybe(
    row,
    sql`${selectLowering} where p.organisation_id = ${office.organisation} and p.case_id = ${caseId}
      and p.decision is null`,
  );
  if (!waiting) return;
  const overtaken = {
    decision: 'withdrawn',
    why: 'The risk was looked at again before anybody decided.',
  } as const;
  if (await settleProposal(tx, office, lowerings, waiting, overtaken))
    await tellOfLowering(tx, office, waiting, 'withdrawn');
}
