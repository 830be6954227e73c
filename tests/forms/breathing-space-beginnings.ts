import { spaceStands } from '../breathing-space-lived-in.ts';
import type { LivedIn } from '../lived-in.ts';
import { aCase, recordsContact } from '../policy/steps.ts';

const theirWish = { because: 'their_wish', told: 'told', words: 'She rang, and has paid what was owed' };

async function aCaseWithSpace({ office }: LivedIn): Promise<string> {
  const file = await aCase(office.worker);
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T13:10');
  await spaceStands(office, file);
  return file;
}

const standing = (part: string) => async (world: LivedIn) => ({
  on: `${await aCaseWithSpace(world)}/breathing-space/${part}`,
});

/** What must have happened before the forms about breathing space are offered. */
export const spaceBeginnings = {
  '/cases/:id/breathing-space/new': async (world: LivedIn) => {
    const file = await aCaseWithSpace(world);
    await world.office.worker.finishes(`${file}/breathing-space/ending`, theirWish);
    return { on: `${file}/breathing-space/new` };
  },
  '/cases/:id/breathing-space/look': standing('look'),
  '/cases/:id/breathing-space/ending': standing('ending'),
  '/cases/:id/breathing-space/proposals/new': standing('proposals/new'),
  '/cases/:id/breathing-space/telling': async (world: LivedIn) => {
    const file = await aCaseWithSpace(world);
    await world.office.worker.finishes(`${file}/breathing-space/ending`, { ...theirWish, told: 'not_yet' });
    return { on: `${file}/breathing-space/telling` };
  },
};
