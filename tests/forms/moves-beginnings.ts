import type { LivedIn } from '../lived-in.ts';
import { isOffered, lesserIsPut, lessSecure, wishesToMove } from '../moves-lived-in.ts';
import { aCase } from '../policy/steps.ts';

async function lesserOffered({ office: { worker } }: LivedIn) {
  const move = await wishesToMove(worker, await aCase(worker));
  return { move, offer: await isOffered(worker, move, lessSecure) };
}

/** What must have happened before these forms about moves are offered, each once. */
export const moveBeginnings = {
  '/cases/:id/moves/:move/step': async ({ office: { worker } }: LivedIn) => ({
    on: `${await wishesToMove(worker, await aCase(worker))}/step`,
  }),
  '/cases/:id/moves/:move/offers/new': async ({ office: { worker } }: LivedIn) => ({
    on: `${await wishesToMove(worker, await aCase(worker))}/offers/new`,
  }),
  '/cases/:id/moves/:move/felt': async ({ office: { worker } }: LivedIn) => {
    const move = await wishesToMove(worker, await aCase(worker));
    await worker.finishes(`${move}/step`, { step: 'moved' });
    return { on: `${move}/felt` };
  },
  '/cases/:id/moves/offers/:offer/answer': async ({ office: { worker } }: LivedIn) => {
    const move = await wishesToMove(worker, await aCase(worker));
    return { on: `${await isOffered(worker, move)}/answer` };
  },
  '/cases/:id/moves/offers/:offer/lesser': async (world: LivedIn) => ({
    on: `${(await lesserOffered(world)).offer}/lesser`,
  }),
  '/cases/:id/moves/decisions/:decision': async (world: LivedIn) => {
    const { move, offer } = await lesserOffered(world);
    return { on: await lesserIsPut(world.office.worker, move, offer) };
  },
  '/cases/:id/moves/away/new': async ({ office: { worker } }: LivedIn) => ({
    on: `${await aCase(worker)}/moves/away/new`,
  }),
};
