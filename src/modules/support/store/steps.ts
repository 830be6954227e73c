import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { approvedAlone, mayApproveAlone } from '../cost.ts';
import { mayFollow } from '../offer.ts';
import { mayGo } from '../where-it-goes.ts';
import { overtakeCost } from './costs.ts';
import { livesAt } from './lives-at.ts';
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
  if (step.step === 'ordered' && offer.kindOf.carried) {
    const { goes = '', opens = '' } = step;
    insist(mayFollow(offer.kindOf, offer.state, step.step));
    insist(mayGo(offer.kindOf, { goes, opens }, await livesAt(tx, office.organisation, caseId)));
  }
  return writeStep(tx, office, { ...offer, broughtUp: false }, step);
}
