import { openFunds } from '#modules/grants/index.ts';
import {
  addItem,
  answerOffer,
  approveCost,
  costsOf,
  decideCost,
  freeItems,
  issueItem,
  loansOf,
  moveItem,
  offerSupport,
  offersOf,
  recordLook,
  recordLoss,
  recordStep,
  stockItem,
  stockList,
} from '#modules/support/index.ts';
import { isLent, lookOwed } from '#modules/support/pure.ts';
import { today } from '#rules/calendar.ts';
import { fundFor } from '../script/funds.ts';
import type { Acts, InCase } from './acting.ts';

export const supportActs: Acts<
  | 'offer'
  | 'answer-offer'
  | 'approve-support'
  | 'decide-cost'
  | 'order-support'
  | 'deliver-support'
  | 'hear-of-support'
  | 'lose-lent'
  | 'look-again'
> = {
  async offer({ acting: { tx, office }, caseId, before }, { kind, what, answer, ownWords, askOn }) {
    const way = 'phone';
    const offer = { caseId, kind, what, answer, ownWords, way, askOn, offeredOn: today(office) };
    const offerId = await offerSupport(tx, office, offer);
    return { offerIds: [...(before.offerIds ?? []), offerId] };
  },
  async 'answer-offer'({ acting: { tx, office }, caseId, before }, { nth, answer, words: ownWords }) {
    const offerId = before.offerIds?.[nth];
    const said = { answer, ownWords, way: 'phone', offeredOn: today(office) } as const;
    if (offerId) await answerOffer(tx, office, { ...said, caseId, offerId });
    return undefined;
  },
  async 'approve-support'({ acting: { tx, office }, caseId, before }, { nth, pence }) {
    const offerId = before.offerIds?.[nth];
    if (!offerId) return undefined;
    const offer = (await offersOf(tx, office.organisation, caseId)).find(({ id }) => id === offerId);
    const from = offer && fundFor[offer.kind];
    const fundId = (await openFunds(tx, office.organisation)).find(({ name }) => name === from)?.id ?? null;
    const why = 'What they said that they need';
    await approveCost(tx, office, { caseId, offerId, pence, why, fundId });
    return undefined;
  },
  async 'decide-cost'({ acting: { tx, office, organisation }, caseId, before }, { nth }) {
    const offerId = before.offerIds?.[nth];
    const costs = offerId ? await costsOf(tx, organisation, offerId) : [];
    const waiting = costs.find(({ decision }) => decision === null);
    if (!offerId || !waiting) return undefined;
    const decision = { decision: 'approved', why: '', next: '', version: waiting.version } as const;
    await decideCost(tx, office, { caseId, offerId, costId: waiting.id, ...decision });
    return undefined;
  },
  async 'order-support'(here, { nth, whom }) {
    // Whoever it is, the person rings them: nobody of us has told them anything.
    await done(here, nth, { step: 'ordered', whom, way: 'themselves', goes: 'through_us' });
    return undefined;
  },
  async 'deliver-support'(here, { nth }) {
    const { tx, office } = here.acting;
    const offerId = here.before.offerIds?.[nth];
    const offer = (await offersOf(tx, office.organisation, here.caseId)).find(({ id }) => id === offerId);
    const pence = offer?.steps.findLast(({ step }) => step === 'approved')?.pence ?? null;
    const deliveryId = await done(here, nth, { step: 'delivered', pence });
    if (!deliveryId || !offerId) return undefined;
    const itemId = offer && (await fromStock(here, offer.kind));
    const loan = { caseId: here.caseId, offerId, deliveryId };
    if (itemId) await issueItem(tx, office, { ...loan, itemId }, today(office));
    return undefined;
  },
  async 'lose-lent'({ acting: { tx, office, organisation }, caseId, before }, { nth, feared, words }) {
    const offerId = before.offerIds?.[nth];
    const loans = offerId ? await loansOf(tx, organisation, offerId) : [];
    if (!offerId || !loans.some(({ out, item }) => out && item.state === 'issued')) return undefined;
    const loss = { caseId, offerId, feared, words, way: 'in_person', leads: null };
    await recordLoss(tx, office, { ...loss, happenedOn: today(office) });
    return undefined;
  },
  async 'look-again'({ acting: { tx, office, organisation }, caseId, before }, { nth, words }) {
    const offer = (await offersOf(tx, organisation, caseId)).find(({ id }) => id === before.offerIds?.[nth]);
    if (!offer || lookOwed(offer.kindOf, offer.steps)?.over !== false) return undefined;
    const said = { step: 'look_works', way: 'phone', words, happenedOn: today(office) } as const;
    await recordLook(tx, office, { ...said, caseId, offerId: offer.id });
    return undefined;
  },
  async 'hear-of-support'(here, { nth, words }) {
    await done(here, nth, { step: 'confirmed', way: 'phone', words });
    return undefined;
  },
};

type Done = Omit<Parameters<typeof recordStep>[2], 'caseId' | 'offerId' | 'happenedOn'>;

async function done(
  { acting: { tx, office }, caseId, before }: InCase,
  nth: number,
  step: Done,
): Promise<string | undefined> {
  const offerId = before.offerIds?.[nth];
  return offerId && recordStep(tx, office, { ...step, caseId, offerId, happenedOn: today(office) });
}

const inACupboard = 4;
const letters: Readonly<Record<string, string>> = { safe_phone: 'K', personal_alarm: 'P' };

/** One that may go to somebody today: checked again where that is due, and a cupboard is filled where none is left. */
async function fromStock({ acting: { tx, office } }: InCase, kind: string): Promise<string | null> {
  const { organisation } = office;
  if (!isLent(kind)) return null;
  const [free] = await freeItems(tx, organisation, kind, today(office));
  if (free) return free.id;
  const query = { kind, state: null, number: '', page: 1 } as const;
  const { items, total } = await stockList(tx, organisation, query);
  const ids = items.filter(({ state }) => state === 'in_stock').map(({ id }) => id);
  const more = ids.length === 0 ? inACupboard : 0;
  for (let nth = 1; nth <= more; nth += 1) {
    const number = `${letters[kind] ?? 'L'}-${String(total + nth).padStart(3, '0')}`;
    const added = await addItem(tx, office, { kind, number, about: '', happenedOn: today(office) });
    if (added) ids.push(added);
  }
  for (const id of ids) {
    const item = await stockItem(tx, organisation, id);
    const testOn = today(office).add({ days: 60 });
    if (item) await moveItem(tx, office, item, { step: 'checked', happenedOn: today(office), testOn });
  }
  return ids[0] ?? null;
}
