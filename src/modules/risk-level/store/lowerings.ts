import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { type CaseId, caseRoles, type OrganisationId, riskLevels, type StaffId } from '#rules/facts.ts';
import { loweringDecisions } from '../lowering.ts';

const row = z.object({
  id: id<string>(),
  caseId: id<CaseId>(),
  ratingId: z.string(),
  from: z.enum(riskLevels),
  to: z.enum(riskLevels),
  reason: z.string(),
  proposedBy: id<StaffId>(),
  proposedByName: z.string(),
  proposedAt: instant,
  decision: z.enum(loweringDecisions).nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedWhy: z.string(),
  version: z.number(),
});
export type LoweringOnFile = z.infer<typeof row>;

const selectLowering = sql`select l.id, l.case_id as "caseId", l.rating_id as "ratingId", r.level as "from",
    l.to_level as "to", l.reason, l.proposed_by as "proposedBy", s.name as "proposedByName",
    l.proposed_at as "proposedAt", l.decision, d.name as "decidedByName", l.decided_at as "decidedAt",
    l.decided_why as "decidedWhy", l.version
  from risk_lowering l
  join risk_rating r on r.organisation_id = l.organisation_id and r.id = l.rating_id
  join staff s on s.organisation_id = l.organisation_id and s.id = l.proposed_by
  left join staff d on d.organisation_id = l.organisation_id and d.id = l.decided_by`;

/** The proposals of a case, newest first. */
export function loweringsOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly LoweringOnFile[]> {
  return tx.rows(
    row,
    sql`${selectLowering} where l.organisation_id = ${organisation} and l.case_id = ${caseId}
      order by l.proposed_at desc, l.id desc limit 50`,
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
      where l.organisation_id = ${organisation} and l.case_id = ${caseId} and l.id = ${loweringId}`,
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

/** Writes how a proposal was decided, once. False where somebody else was first. */
export async function settleLowering(
  tx: Tx,
  office: Office,
  lowering: Pick<LoweringOnFile, 'id' | 'caseId' | 'proposedBy' | 'version'>,
  decided: { readonly decision: keyof typeof events; readonly why: string },
): Promise<boolean> {
  const { id: loweringId, caseId, proposedBy, version } = lowering;
  const touched = await tx.run(sql`update risk_lowering set decision = ${decided.decision},
      decided_by = ${office.staff}, decided_at = ${office.now}, decided_why = ${decided.why}, version = version + 1
    where organisation_id = ${office.organisation} and id = ${loweringId} and version = ${version}
      and decision is null`);
  if (touched === 0) return false;
  await happened(tx, office, { name: events[decided.decision], caseId, subjectId: loweringId });
  if (proposedBy !== office.staff)
    await notify(tx, office, { staffIds: [proposedBy], kind: 'risk_decided', caseId });
  return true;
}

/** The risk was looked at again: a proposal about what stood before is off the table. */
export async function overtakeWaiting(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const waiting = await tx.maybe(
    row,
    sql`${selectLowering} where l.organisation_id = ${office.organisation} and l.case_id = ${caseId}
      and l.decision is null`,
  );
  const why = 'The risk was looked at again before anybody decided.';
  if (waiting) await settleLowering(tx, office, waiting, { decision: 'withdrawn', why });
}
