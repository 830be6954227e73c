import { costsIn } from './costs-lived-in.ts';
import { housingIn } from './housing-lived-in.ts';
import { moneyIn } from './money-lived-in.ts';
import { movesIn } from './moves-lived-in.ts';
import type { Colleague } from './policy/office.ts';

const noted = { answer: 'taken', ownWords: 'Yes, that would help.', way: 'phone' } as const;

/** What is offered in a case, each as far as the next thing about it. @returns their ids, by where they are needed */
export async function supportIn(
  worker: Colleague,
  everybody: Colleague,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const offer = async (kind: string, answer: Readonly<Record<string, string>> = noted) => {
    const led = await worker.finishes(`${file}/support/new`, { kind, ...answer });
    return /\/support\/([0-9a-f-]{36})/.exec(led)?.[1] ?? '';
  };
  const at = (id: string) => `${file}/support/${id}`;
  await offer('police', { answer: 'declined', ownWords: 'Not now.' });
  const furniture = await offer('furniture');
  await worker.finishes(`${at(furniture)}/details`, { items: 'Two beds and a table' });
  const goods = await offer('white_goods');
  const fund = idOf(await everybody.finishes('/funds/new', { name: 'New homes', amount: '20' }));
  await worker.finishes(`${at(goods)}/approval`, { cost: '90', fund, words: 'A cooker and a fridge' });
  const agency = await offer('counselling');
  const phone = await offer('safe_phone');
  const lent = await inStock(worker, 'safe_phone', 'K-014');
  await inStock(worker, 'safe_phone', 'K-015');
  const kept = await inStock(worker, 'personal_alarm', 'P-003');
  const handedOver = { whom: 'Her worker', words: 'Handed over at the library' };
  await worker.finishes(`${at(phone)}/delivery`, { item: idOf(lent), ...handedOver });
  const alarm = await offer('personal_alarm');
  await worker.finishes(`${at(alarm)}/delivery`, { item: 'elsewhere', ...handedOver });
  const dear = await offer('household_items');
  await worker.finishes(`${at(dear)}/approval`, {
    cost: '640',
    fund: 'none',
    words: 'Everything that was left behind',
  });
  const { body } = await worker.get(at(dear));
  const cost = /support\/costs\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
  const support = await offer('tenancy_support');
  const wrong = await offer('legal');
  const more = '/cases/:id/support/:offer';
  return {
    ...(await housingIn(worker, file)),
    ...(await movesIn(worker, file)),
    ...(await moneyIn(worker, file)),
    ...(await costsIn(worker, file)),
    [more]: goods,
    [`${more}/answer`]: support,
    [`${more}/details`]: furniture,
    [`${more}/approval`]: furniture,
    [`${more}/order`]: agency,
    [`${more}/delivery`]: goods,
    [`${more}/confirmation`]: alarm,
    [`${more}/ending`]: support,
    [`${more}/correction`]: wrong,
    [`${more}/loss`]: phone,
    [`${more}/return`]: phone,
    '/cases/:id/support/costs/:cost': cost,
    '/funds/:fund': fund,
    '/stock/:item': idOf(kept),
    '/stock/:item/return': idOf(lent),
  };
}

/** Something that is lent, added and checked. @returns its address */
async function inStock(worker: Colleague, kind: string, number: string): Promise<string> {
  const item = await worker.finishes('/stock/new', { kind, number, about: 'With its charger' });
  await worker.finishes(`${item}/check`, { works: 'yes', charged: 'yes', emptied: 'yes' });
  return item;
}

const idOf = (path: string) => path.split('/').at(-1) ?? '';
