import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { Referral } from './rows.ts';

/** The decision that was owed is there. */
export async function referralDecided(
  tx: Tx,
  office: Office,
  { id: subjectId, caseId, disclosureId }: Pick<Referral, 'id' | 'caseId' | 'disclosureId'>,
): Promise<void> {
  const event = { name: 'safeguarding.decided', subjectId, keepsOnly: 'its subject' } as const;
  await happened(tx, office, caseId ? { ...event, caseId, disclosureId } : { ...event, disclosureId });
}
