import type { Fields } from './policy/form.ts';
import type { Colleague } from './policy/office.ts';

export const aRemoval: Fields = {
  ...{ kind: 'removal', stage: 'billed', amount: '240', known: 'bill' },
  words: 'Hollin Removals, for two rooms and a cot',
};

export const aVisit: Fields = { kind: 'visit', hours: '1.5' };

/** The facts that a form offers, each with its name. */
export function factsIn(body: string): readonly string[] {
  return [...body.matchAll(/name="fact"[^>]*value="([0-9a-f-]{36})"/g)].map(([, fact = '']) => fact);
}

/** @returns the page of the move */
const hasMoved = async (worker: Colleague, file: string) => {
  const move = await worker.finishes(`${file}/moves/new`, { kind: 'transfer', words: 'Near her mother.' });
  await worker.finishes(`${move}/step`, { step: 'moved' });
  return move;
};

/** What it cost, what took time, and what was avoided. @returns ids, by where they are needed */
export async function costsIn(worker: Colleague, file: string): Promise<Readonly<Record<string, string>>> {
  await worker.finishes(`${file}/costs/new`, { ...aRemoval, move: 'none' });
  await worker.finishes(`${file}/costs/time/new`, aVisit);
  const move = await hasMoved(worker, file);
  const [fact = ''] = factsIn((await worker.get(`${file}/costs/avoided/new`)).body);
  await worker.finishes(`${file}/costs/avoided/new`, {
    ...{ kind: 'temporary', fact, saidBy: 'Ada Orne, lettings' },
    words: 'The council had a room for her from Monday',
  });
  // It counts no more, so that another one may: for whoever looks at the form something is there that shows it.
  await worker.finishes(`${move}/step`, { step: 'corrected', words: 'It was another day' });
  await hasMoved(worker, file);
  const { body } = await worker.get(`${file}/costs`);
  const found = (part: string) =>
    new RegExp(`/costs/${part}([0-9a-f-]{36})/correction`).exec(body)?.[1] ?? '';
  return {
    '/cases/:id/costs/:cost': found(''),
    '/cases/:id/costs/time/:time': found('time/'),
    '/cases/:id/costs/avoided/:avoided': found('avoided/'),
  };
}
