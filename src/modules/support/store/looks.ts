import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { kindOf } from '../kinds.ts';
import { type LookAnswer, lookEvent, lookOwed } from '../looks.ts';
import type { NewStep, SoFar } from './new-step.ts';
import { offersOf } from './rows.ts';

type Written<Name extends NewStep['step'] = NewStep['step']> = NewStep & {
  readonly id: string;
  readonly step: Name;
};

/**
 * What came of looking again; that nobody was reached, or that it was long before its day, settles nothing. What ends
 * an overdue look in another way leaves it broken, and nobody is asked for it any more.
 */
export async function lookedAt(
  tx: Tx,
  office: Office,
  { caseId, kind, steps = [] }: SoFar,
  step: Written<LookAnswer>,
): Promise<void> {
  const owed = lookOwed(kindOf(kind), steps);
  if (!owed) return;
  await happened(tx, office, {
    ...{ name: lookEvent(owed, step), caseId, subjectId: owed.id, data: { kind } },
    ...{ happenedAt: whenItHappened(office, step.happenedOn), keepsOnly: 'its subject', theirWish: true },
  });
  await lookDue(tx, office, { caseId, kind }, step);
}

/** On the day that goes with its kind, or that they named, somebody looks again. */
export async function lookDue(
  tx: Tx,
  office: Office,
  { caseId, kind }: Pick<SoFar, 'caseId' | 'kind'>,
  step: Written,
): Promise<void> {
  if (!step.dayOn || !kindOf(kind).looks) return;
  await happened(tx, office, {
    ...{ name: 'support.look-due', caseId, subjectId: step.id, recurs: true, data: { kind } },
    ...{ happenedAt: whenItHappened(office, step.happenedOn), agreedDue: step.dayOn },
  });
}

/** They do not want it any more: nobody looks at it again. */
export async function noMoreLooks(
  tx: Tx,
  office: Office,
  { caseId, kind, steps = [] }: SoFar,
): Promise<void> {
  const owed = lookOwed(kindOf(kind), steps);
  if (!owed || owed.over) return;
  await happened(tx, office, {
    ...{ name: 'support.look-let-go', caseId, subjectId: owed.id, keepsOnly: 'its subject', theirWish: true },
    data: { kind },
  });
}

/** How many things in that case somebody is still to look at again, now or later. */
export async function looksOpen(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const offers = await offersOf(tx, organisation, caseId);
  return offers.filter(({ kindOf: kind, steps }) => lookOwed(kind, steps)?.over === false).length;
}
