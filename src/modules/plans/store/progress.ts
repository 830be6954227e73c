import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { mayBecome } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';

/** A plan was agreed: the case has one, whether the risk was assessed before or not (help never waits for it). */
export async function becomePlanned(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const file = await openFile(tx, office.organisation, caseId);
  if (file && mayBecome(file.state, 'plan_agreed')) await moveCase(tx, office, { caseId, to: 'plan_agreed' });
}

/** The agreed plan is being carried out. */
export async function becomeActive(tx: Tx, office: Office, caseId: CaseId): Promise<void> {
  const file = await openFile(tx, office.organisation, caseId);
  if (file?.state === 'plan_agreed') await moveCase(tx, office, { caseId, to: 'active' });
}
