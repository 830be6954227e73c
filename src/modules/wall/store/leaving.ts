import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { letIn, manages, whoSees } from '../access.ts';
import { leadsTheCase } from '../allocation.ts';
import { endGrants, grantsOf, insertGrant, wallAndMembers } from './access.ts';

/**
 * Whoever led a case leads none any more: it is nobody’s yet, and the managers who see it are told. Where it was kept
 * to them alone, the managers without a conflict are let in, for a case that nobody sees helps nobody.
 */
export async function leadHasLeft(
  tx: Tx,
  office: Office,
  { caseId, staffId }: { readonly caseId: CaseId; readonly staffId: StaffId },
): Promise<void> {
  const [wall, everybody] = await wallAndMembers(tx, office, caseId);
  const members = everybody.filter((member) => member.id !== staffId);
  const grants = await grantsOf(tx, office.organisation, caseId);
  const theirs = grants.filter((grant) => grant.endedAt === null && grant.staffId === staffId);
  await tx.run(sql`update case_file set lead_id = null, version = version + 1
    where organisation_id = ${office.organisation} and id = ${caseId} and lead_id = ${staffId}`);
  await happened(tx, office, { name: 'case.lead-left', caseId, subjectId: staffId });
  for (const { id } of letIn(wall, members)) {
    const reason = 'It was kept to a colleague who has left';
    await insertGrant(tx, office, { caseId, staffId: id, reason });
  }
  const over = theirs.filter(({ reason }) => reason === leadsTheCase);
  await endGrants(tx, office, caseId, over, 'Leads the case no longer');
  const managers = [...whoSees(wall, members), ...letIn(wall, members)].filter(manages);
  await notify(tx, office, { staffIds: managers.map(({ id }) => id), kind: 'lead_needed', caseId });
}
