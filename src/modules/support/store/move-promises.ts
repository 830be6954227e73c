import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { happened, markStale, owedAgain, willNotBeKept } from '#modules/obligations/index.ts';
import { isWorks, kindOf } from '../kinds.ts';
import { isLook } from '../looks.ts';
import { isAnswer, isOwed, stateOf } from '../offer.ts';
import { lookDue, lookedAt, noMoreLooks } from './looks.ts';
import type { NewStep, SoFar } from './new-step.ts';
import type { OfferStep } from './rows.ts';

type Written = NewStep & { readonly id: string };

/**
 * What a step begins, keeps and ends. Each yes is a promise of its own, about the step that says it: who changed their
 * mind and says yes again is owed it anew.
 */
export async function movePromises(tx: Tx, office: Office, offer: SoFar, step: Written): Promise<void> {
  if (isAnswer(step.step)) return answered(tx, office, offer, step);
  if (isLook(step.step)) return lookedAt(tx, office, offer, { ...step, step: step.step });
  const { caseId } = offer;
  const happenedAt = whenItHappened(office, step.happenedOn);
  const yes = lastOf(offer, 'taken')?.id ?? offer.id;
  const delivery = lastOf(offer, 'delivered')?.id;
  const of = { caseId, happenedAt, keepsOnly: 'its subject', data: { kind: offer.kind } } as const;
  switch (step.step) {
    case 'approved':
      await happened(tx, office, { name: 'support.approved', ...of, subjectId: yes });
      return;
    case 'ordered':
      await happened(tx, office, { name: 'support.ordered', ...of, subjectId: yes });
      return;
    case 'delivered':
      await happened(tx, office, { name: 'support.delivered', ...of, subjectId: yes });
      await confirmationDue(tx, office, offer, step);
      return;
    case 'confirmed':
      // They say so, and nobody here had written down that it was delivered.
      if (delivery === undefined)
        await happened(tx, office, { name: 'support.delivered', ...of, subjectId: yes });
      await happened(tx, office, { name: 'support.confirmed', ...of, subjectId: delivery ?? step.id });
      if (isWorks(offer.kind))
        await happened(tx, office, { name: 'support.works-confirmed', ...of, subjectId: yes });
      await lookDue(tx, office, offer, step);
      return;
    case 'not_come':
      await happened(tx, office, { name: 'support.not-come', ...of, subjectId: delivery ?? step.id });
      await owedAgain(tx, office, { caseId, subjectId: yes });
      return;
    case 'not_safe':
      await happened(tx, office, {
        name: 'support.not-safe-to-confirm',
        ...of,
        subjectId: delivery ?? step.id,
      });
      if (isWorks(offer.kind))
        await happened(tx, office, { name: 'support.works-unasked', ...of, subjectId: yes });
      return;
    case 'ended':
      await ended(tx, office, offer, step, yes);
  }
}

/** Asked on a day that the kind says: whether it came, and whether it is right. */
async function confirmationDue(
  tx: Tx,
  office: Office,
  { caseId, kind }: SoFar,
  step: Written,
): Promise<void> {
  const { followUpDays = 14 } = kindOf(kind);
  await happened(tx, office, {
    ...{ name: 'support.confirmation-due', caseId, subjectId: step.id, recurs: true, data: { kind } },
    happenedAt: whenItHappened(office, step.happenedOn),
    agreedDue: step.happenedOn.add({ days: followUpDays }),
  });
}

async function answered(tx: Tx, office: Office, offer: SoFar, step: Written): Promise<void> {
  const { id: offerId, caseId, kind, revision } = offer;
  const data = { kind, answer: step.step };
  const happenedAt = whenItHappened(office, step.happenedOn);
  if (revision > 0) {
    await happened(tx, office, { name: 'plan.option-answered', caseId, subjectId: offerId, data });
    // Offers are counted on their own day, by what was said to them last.
    await markStale(tx, office, [offer.steps?.[0]?.recordedAt ?? null]);
  }
  const waiting = lastOf(offer, 'thinking');
  if (waiting)
    await happened(tx, office, {
      ...{ name: 'support.asked-again', caseId, subjectId: waiting.id, happenedAt, keepsOnly: 'its subject' },
      data: { kind },
    });
  const yes = lastOf(offer, 'taken');
  if (yes && isOwed(stateOf(offer.steps ?? [])) && step.step !== 'taken')
    await letGo(tx, office, offer, yes.id);
  if (step.step === 'taken' && !isOwed(stateOf(offer.steps ?? []))) {
    const risk = (await openFile(tx, office.organisation, caseId))?.riskLevel ?? 'not_rated';
    await happened(tx, office, {
      ...{ name: 'support.accepted', caseId, subjectId: step.id, recurs: true, happenedAt },
      data: { kind, risk },
    });
  }
  if (step.step === 'thinking' && step.dayOn)
    await happened(tx, office, {
      ...{ name: 'support.asking-agreed', caseId, subjectId: step.id, recurs: true, happenedAt },
      ...{ agreedDue: step.dayOn, data: { kind } },
    });
}

/** Their decision: what was promised is owed no more, and is counted apart. */
function letGo(tx: Tx, office: Office, { caseId, kind }: SoFar, subjectId: string) {
  return happened(tx, office, {
    ...{
      name: 'support.let-go',
      caseId,
      subjectId,
      keepsOnly: 'its subject',
      theirWish: true,
      data: { kind },
    },
  });
}

async function ended(tx: Tx, office: Office, offer: SoFar, step: Written, yes: string): Promise<void> {
  const { caseId, kind } = offer;
  const data = { kind, why: [step.ending ?? ''] };
  const eventId = await happened(tx, office, { name: 'support.ended', caseId, subjectId: offer.id, data });
  const waiting = lastOf(offer, 'thinking');
  const state = stateOf(offer.steps ?? []);
  if (state === 'later' && waiting)
    await happened(tx, office, {
      ...{
        name: 'support.asked-again',
        caseId,
        subjectId: waiting.id,
        keepsOnly: 'its subject',
        data: { kind },
      },
    });
  const delivery = lastOf(offer, 'delivered');
  if (state === 'delivered' && delivery) await letGo(tx, office, offer, delivery.id);
  if (state === 'delivered' && isWorks(kind)) await letGo(tx, office, offer, yes);
  await noMoreLooks(tx, office, offer);
  if (!isOwed(state)) return;
  if (step.ending === 'cannot') await willNotBeKept(tx, office, { caseId, subjectId: yes }, eventId);
  else await letGo(tx, office, offer, yes);
}

/** The last step of that name that was not recorded in error. */
export function lastOf({ steps = [] }: Pick<SoFar, 'steps'>, name: OfferStep['step']): OfferStep | undefined {
  return steps.findLast(({ step, struck }) => step === name && !struck);
}
