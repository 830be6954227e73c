import type { Fields } from './policy/form.ts';
import type { Colleague } from './policy/office.ts';

export const wishes: Fields = {
  ...{ kind: 'transfer', words: 'Somewhere he does not know, near my sister.', bedrooms: '2' },
  ...{ adaptations: 'No stairs', schools: 'Teo stays at Mill School', withWhom: 'Lettings' },
};

export const asSecure: Fields = {
  ...{ home: '4 Quay Row, second floor', landlord: '', heldType: 'assured_periodic' },
  ...{ offeredType: 'assured_periodic', words: 'Free from Monday' },
};

export const lessSecure: Fields = {
  ...asSecure,
  home: '9 Fore Street',
  offeredType: 'starter',
  timeCounts: 'no',
};

export const knowingly: Fields = {
  ...{ words: 'I know that it is a trial for a year. I want it all the same.', legal: 'had' },
  why: 'No other home of ours is free before January',
};

/** @returns the page of the move */
export const wishesToMove = (worker: Colleague, file: string, more: Fields = {}) =>
  worker.finishes(`${file}/moves/new`, { ...wishes, ...more });

/** A home is offered. @returns where what they say to it is written down */
export async function isOffered(worker: Colleague, move: string, home: Fields = asSecure): Promise<string> {
  await worker.finishes(`${move}/offers/new`, home);
  const { body } = await worker.get(move);
  const offers = [...body.matchAll(/href="(\/cases\/[0-9a-f-]{36}\/moves\/offers\/[0-9a-f-]{36})\/answer"/g)];
  return offers[0]?.[1] ?? '';
}

/** It is put to a manager. @returns the page on which it is decided */
export async function lesserIsPut(worker: Colleague, move: string, offer: string): Promise<string> {
  await worker.finishes(`${offer}/lesser`, knowingly);
  const { body } = await worker.get(move);
  return /href="(\/cases\/[0-9a-f-]{36}\/moves\/decisions\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
}

const last = (path: string) => path.split('/').at(-1) ?? '';

/** A move with offers, one of which waits for a manager, and where they must not be housed. @returns ids */
export async function movesIn(worker: Colleague, file: string): Promise<Readonly<Record<string, string>>> {
  const move = await wishesToMove(worker, file);
  const offer = await isOffered(worker, move);
  const lesser = await isOffered(worker, move, lessSecure);
  const decision = await lesserIsPut(worker, move, lesser);
  await worker.finishes(`${file}/moves/places/new`, {
    kind: 'postcode',
    place: 'EX1 2',
    why: 'His mother lives there',
  });
  await worker.finishes(`${file}/moves/away/new`, { whereabouts: 'refuge' });
  const { body } = await worker.get(`${file}/moves`);
  const found = (what: string) => new RegExp(`/moves/${what}/([0-9a-f-]{36})/ending`).exec(body)?.[1] ?? '';
  return {
    '/cases/:id/moves/:move': last(move),
    '/cases/:id/moves/offers/:offer': last(offer),
    '/cases/:id/moves/offers/:offer/lesser': last(lesser),
    '/cases/:id/moves/decisions/:decision': last(decision),
    '/cases/:id/moves/places/:place': found('places'),
    '/cases/:id/moves/away/:away': found('away'),
  };
}
