import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { OpenDecision } from '../for-others.ts';
import { sentAs } from '../sent-as.ts';
import { type Weighed, weighConditions } from './weigh-conditions.ts';

/**
 * That something left by it: counted as everything that is shared is, by whose agreement, and by what of the case stood
 * under a condition then (V3.2, V4.8b, L2.8).
 */
export async function leftByDecision(
  tx: Tx,
  office: Office,
  { decision, ...leaving }: Weighed & { readonly decision: OpenDecision },
): Promise<void> {
  const { id: subjectId, gate } = decision;
  await happened(tx, office, {
    ...{ name: sentAs[gate.second], caseId: leaving.caseId, subjectId, recurs: true },
    data: { way: 'taken', on: gate.on },
  });
  await weighConditions(tx, office, leaving);
}

/** As a copy keeps it. */
export function leavingBy(decision: OpenDecision | null) {
  if (decision === null) return { shareId: null, agreed: 'not_asked', why: '' } as const;
  const { id: shareId, gate, why } = decision;
  return gate.on === 'consent'
    ? ({ shareId, agreed: 'yes', why: '' } as const)
    : ({ shareId, agreed: 'no', why } as const);
}
