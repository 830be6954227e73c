import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { recordAsking } from '#modules/agreement/index.ts';
import type { StillRight } from '#modules/agreement/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import type { WithFurther } from '#rules/ways.ts';
import type { OverWhich } from '../over.ts';

interface Asked {
  readonly caseId: CaseId;
  readonly contactId: string;
  readonly answer: StillRight;
  readonly askedAt: Temporal.Instant;
}

/**
 * They were asked about the way over which they were reached: still right makes that one fresh, and no other. Changed,
 * and nobody knows which, puts all of them in doubt.
 */
export async function askedAbout(
  tx: Tx,
  office: Office,
  then: Pick<WithFurther, 'further'> | null,
  { kind, agreedWayId }: OverWhich,
  asked: Asked,
): Promise<void> {
  await recordAsking(tx, office, { ...asked, agreedWayId });
  if (asked.answer !== 'changed' || kind === 'first' || kind === 'further') return;
  for (const { id } of then?.further ?? []) await recordAsking(tx, office, { ...asked, agreedWayId: id });
}
