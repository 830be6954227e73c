import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import type { LookAnswer } from '../looks.ts';
import type { NewStep } from './new-step.ts';
import { offerSupport } from './offer.ts';
import { offerOf } from './rows.ts';
import { recordStep } from './steps.ts';

export type NewLook = NewStep & {
  readonly step: LookAnswer;
  readonly caseId: CaseId;
  readonly offerId: string;
};

/**
 * Somebody looked again with them, or tried. What does not work any more is owed anew, as an offer of its own.
 * @returns the id of that offer, else of the one that was looked at
 */
export async function recordLook(tx: Tx, office: Office, look: NewLook): Promise<string> {
  const { caseId, offerId, happenedOn, way = '', words: ownWords = '' } = look;
  const offer = await offerOf(tx, office.organisation, caseId, offerId);
  if (!offer) throw notFound();
  await recordStep(tx, office, look);
  if (look.step !== 'look_broken') return offerId;
  const { kind, what } = offer;
  return offerSupport(tx, office, {
    ...{ caseId, kind, what, broughtUp: true, answer: 'taken', ownWords, way, offeredOn: happenedOn },
  });
}
