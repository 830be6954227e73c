import type { Colleague } from './policy/office.ts';

export const toldOfADebt = {
  ...{ kind: 'coerced_debt', way: 'phone' },
  words: 'He made me sign for the car. The letters come to me.',
};

/** What they say of money, what became of it, and what advice brought. @returns ids, by where they are needed */
export async function moneyIn(worker: Colleague, file: string): Promise<Readonly<Record<string, string>>> {
  await worker.finishes(`${file}/money/new`, toldOfADebt);
  const page = async () => (await worker.get(`${file}/money`)).body;
  const matter = /\/money\/([0-9a-f-]{36})\/step/.exec(await page())?.[1] ?? '';
  await worker.finishes(`${file}/money/${matter}/step`, {
    ...{
      step: 'reviewed',
      adviser: 'Ola Brandt, Otherton Citizens Advice',
      words: 'She need not pay before June',
    },
  });
  await worker.finishes(`${file}/money/gains/new`, {
    ...{ kind: 'benefit', weekly: '24.50', known: 'seen', adviser: 'Ola Brandt, Otherton Citizens Advice' },
  });
  return {
    '/cases/:id/money/:matter': matter,
    '/cases/:id/money/gains/:gain':
      /\/money\/gains\/([0-9a-f-]{36})\/correction/.exec(await page())?.[1] ?? '',
  };
}
