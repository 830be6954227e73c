import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, markStale, neverOwed, owedAgain } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { isWorks } from '../kinds.ts';
import { isLook, lookOwed } from '../looks.ts';
import { isAnswer, isOwed, stateOf } from '../offer.ts';
import { offerInWords, stepInWords } from '../words.ts';
import { overtakeCost } from './costs.ts';
import { followMoney } from './follow-money.ts';
import { issuedInError } from './loans.ts';
import { lastOf } from './move-promises.ts';
import { type Offer, type OfferStep, offerOf } from './rows.ts';
import { addRow } from './write-step.ts';

interface Correction {
  readonly caseId: CaseId;
  readonly offerId: string;
  /** The step that whoever corrects saw as the last one. */
  readonly stepId: string;
  readonly reason: string;
}

/**
 * The last step was recorded in error: it stays, struck through, with the reason, and the offer stands as before it. So
 * do the promises: what it kept is owed again, what it began was never owed.
 */
export async function strikeLast(tx: Tx, office: Office, correction: Correction): Promise<void> {
  const { caseId, offerId, stepId, reason } = correction;
  const offer = await offerOf(tx, office.organisation, caseId, offerId);
  const last = offer?.steps.findLast(({ struck }) => !struck);
  if (!offer || !last) throw notFound();
  if (last.id !== stepId) throw new Fault('stale');
  await overtakeCost(tx, office, offer);
  if (last.step === 'delivered') await issuedInError(tx, office, offerId, last.id, reason);
  const id = newId<string>();
  const row = { id, step: 'struck', strikesId: last.id, happenedOn: today(office), words: reason } as const;
  await addRow(tx, office, offer, row);
  const before = offer.steps.filter((each) => each !== last);
  await followMoney(tx, office, offer, [...before, { ...last, struck: true }]);
  const data = { kind: offer.kind, step: last.step };
  const eventId = await happened(tx, office, { name: 'support.corrected', caseId, subjectId: offerId, data });
  await promisesAsBefore(tx, office, { ...offer, steps: before }, last, eventId);
  if (isAnswer(last.step)) await answeredAsBefore(tx, office, offer, before);
  await addEntry(tx, office, {
    ...{ caseId, kind: 'plan', happenedAt: office.now, knownAt: office.now, source: 'record', subjectId: id },
    words: `Recorded in error: ${offerInWords(offer)}. ${stepInWords(last)}.\n\n${reason}`,
  });
}

/** The board counts an offer by what they said last. */
async function answeredAsBefore(
  tx: Tx,
  office: Office,
  offer: Offer,
  before: readonly OfferStep[],
): Promise<void> {
  const said = before.findLast((each) => !each.struck && isAnswer(each.step))?.step ?? 'in_error';
  const data = { kind: offer.kind, answer: said };
  await happened(tx, office, {
    ...{ name: 'plan.option-answered', caseId: offer.caseId, subjectId: offer.id, data },
  });
  await markStale(tx, office, [offer.recordedAt]);
}

async function promisesAsBefore(
  tx: Tx,
  office: Office,
  offer: Offer,
  last: OfferStep,
  eventId: string,
): Promise<void> {
  const { caseId, kind } = offer;
  const again = (subjectId: string | undefined) => subjectId && owedAgain(tx, office, { caseId, subjectId });
  const never = (subjectId: string) =>
    neverOwed(tx, office, { caseId, subjectId }, { eventId, why: 'recorded-in-error' });
  const state = stateOf(offer.steps);
  const look = lookOwed(offer.kindOf, offer.steps);
  const yes = lastOf(offer, 'taken')?.id;
  const delivery = lastOf(offer, 'delivered');
  if (isLook(last.step)) await never(last.id);
  if (isLook(last.step) || last.step === 'ended') await again(look?.over === false ? look.id : undefined);
  if (isAnswer(last.step)) {
    await never(last.id);
    if (isOwed(state)) await again(yes);
    if (state === 'later') await again(lastOf(offer, 'thinking')?.id);
  } else if (last.step === 'delivered') {
    await never(last.id);
    await again(yes);
  } else if (last.step === 'ended') {
    await again(isOwed(state) ? yes : state === 'delivered' ? delivery?.id : undefined);
    if (state === 'delivered' && isWorks(kind)) await again(yes);
  } else if (last.step === 'confirmed' || last.step === 'not_safe') {
    await never(last.id);
    await again(delivery?.id ?? yes);
    if (isWorks(kind)) await again(yes);
  } else if (last.step === 'not_come' && delivery) {
    await again(delivery.id);
    const happenedAt = whenItHappened(office, delivery.happenedOn);
    await happened(tx, office, {
      ...{
        name: 'support.delivered',
        caseId,
        subjectId: yes ?? offer.id,
        happenedAt,
        keepsOnly: 'its subject',
      },
      data: { kind },
    });
  }
}
