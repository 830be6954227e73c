import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { OpenDecision } from '../for-others.ts';
import { sentAs } from '../sent-as.ts';

/** That something left by it: counted as everything that is shared is, and by whose agreement (V3.2, V4.8b, L2.8). */
export async function leftByDecision(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  { id: subjectId, gate }: OpenDecision,
): Promise<void> {
  await happened(tx, office, {
    ...{ name: sentAs[gate.second], caseId, subjectId, recurs: true },
    data: { way: 'taken', on: gate.on },
  });
}

/** As a copy keeps it. */
export function leavingBy(decision: OpenDecision | null) {
  if (decision === null) return { shareId: null, agreed: 'not_asked', why: '' } as const;
  const { id: shareId, gate, why } = decision;
  return gate.on === 'consent'
    ? ({ shareId, agreed: 'yes', why: '' } as const)
    : ({ shareId, agreed: 'no', why } as const);
}
