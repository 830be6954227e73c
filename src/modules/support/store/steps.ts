import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import type { NewStep } from './new-step.ts';
import { offerOf } from './rows.ts';
import { writeStep } from './write-step.ts';

/** Something was done about an offer, or they said something of it. @returns the id of the step */
export async function recordStep(
  tx: Tx,
  office: Office,
  { caseId, offerId, ...step }: NewStep & { readonly caseId: CaseId; readonly offerId: string },
): Promise<string> {
  const offer = await offerOf(tx, office.organisation, caseId, offerId);
  if (!offer) throw notFound();
  return writeStep(tx, office, { ...offer, broughtUp: false }, step);
}
