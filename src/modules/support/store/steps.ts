import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { approvedAlone, mayApproveAlone } from '../cost.ts';
import { overtakeCost } from './costs.ts';
import type { NewStep } from './new-step.ts';
import { offersOf } from './rows.ts';
import { writeStep } from './write-step.ts';

/** Something was done about an offer, or they said something of it. @returns the id of the step */
export async function recordStep(
  tx: Tx,
  office: Office,
  { caseId, offerId, ...step }: NewStep & { readonly caseId: CaseId; readonly offerId: string },
): Promise<string> {
  const offers = await offersOf(tx, office.organisation, caseId);
  const offer = offers.find((each) => each.id === offerId);
  if (!offer) throw notFound();
  if (step.step === 'approved') {
    const before = approvedAlone(offers, { besides: offerId, today: today(office) });
    insist(mayApproveAlone(step.pence ?? 0, before, office.pack.approvedAlone?.pounds ?? 0));
  } else await overtakeCost(tx, office, offer);
  return writeStep(tx, office, { ...offer, broughtUp: false }, step);
}
