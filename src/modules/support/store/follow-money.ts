import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { takeMoney, useOf } from '#modules/grants/index.ts';
import { type SpendingStep, wantedBy } from '#modules/grants/pure.ts';
import { isLook } from '../looks.ts';
import { offerInWords } from '../words.ts';
import type { SoFar } from './new-step.ts';

/** The books of the funds go where the offer stands now, by its steps: back as well, where one was struck out. */
export async function followMoney(
  tx: Tx,
  office: Office,
  offer: Pick<SoFar, 'id' | 'caseId' | 'kind' | 'what'>,
  steps: readonly SpendingStep[],
): Promise<void> {
  if (!steps.some(({ fundId }) => fundId !== null)) return;
  const { id: subjectId, caseId } = offer;
  // That it is looked at again says nothing of what it cost.
  const should = wantedBy(steps.filter(({ step }) => !isLook(step)));
  const fundId = should?.fundId ?? (await useOf(tx, office.organisation, subjectId))?.fundId;
  if (!fundId) return;
  const wanted = should?.wanted ?? null;
  await takeMoney(tx, office, { caseId, subjectId, fundId, wanted, called: offerInWords(offer) });
}
