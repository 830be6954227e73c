import type { Plant } from './planting-plans.ts';
import type { Things } from './things.ts';

/** Something that is lent and is out; who has it belongs to the case of whoever has it. */
export interface Lent {
  readonly item: string;
  readonly issue: string;
}

/** Around what a case is planted, and what was lent in it. */
export type Around = Things & { readonly lent?: Lent };

/** Two things that are out. The team knows both, by their numbers. */
export async function plantStock(plant: Plant): Promise<readonly [Lent, Lent]> {
  return [await out(plant), await out(plant, { number: 'K-2', about: '' })];
}

async function out(plant: Plant, named: Readonly<Record<string, string>> = {}): Promise<Lent> {
  const item = await plant('stock_item', { kind: 'safe_phone', ...named });
  const step = { item_id: item, strikes_id: null, answers: '{}', test_on: null };
  await plant('stock_step', { ...step, number: 1, step: 'added', words: '' });
  const issue = await plant('stock_step', { ...step, number: 2, step: 'issued', words: '' });
  return { item, issue };
}

/** To whom it was lent, and that it is lost. */
export async function plantLoan(
  plant: Plant,
  inCase: { readonly case_id: string },
  { offer, lent }: { readonly offer: string; readonly lent: Lent | undefined },
): Promise<void> {
  if (!lent) return;
  const delivery = await plant('support_step', {
    ...{ ...inCase, offer_id: offer, number: 9, step: 'delivered', ending: '', strikes_id: null },
    ...{ share_id: null, way: '', answers: '{}', cost_id: null },
  });
  const loan = await plant('stock_loan', {
    ...{ ...inCase, offer_id: offer, item_id: lent.item, issue_id: lent.issue, delivery_id: delivery },
  });
  await plant('stock_loss', { ...inCase, loan_id: loan, feared: 'maybe', way: 'phone' });
}
