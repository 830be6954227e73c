import type { LivedIn } from '../lived-in.ts';
import { answers, asks, opensFile, speaksOfAProgramme } from '../own-files-lived-in.ts';
import { feared } from '../perpetrators-lived-in.ts';
import { aCase } from '../policy/steps.ts';

const today = { 'referred-day': '18', 'referred-month': '11', 'referred-year': '2026' };

/** In a file of their own, kept by whoever sees every page. */
async function begun({ office, everybody }: LivedIn): Promise<string> {
  return speaksOfAProgramme(office.worker, await opensFile(everybody, office.worker, 'P3'));
}

async function mayGo(world: LivedIn): Promise<string> {
  const programme = await begun(world);
  await asks(world.office.worker, programme);
  await answers(world.office.deputy, 'may_go');
  return programme;
}

/** What must have happened before the forms about somebody’s own file are offered. */
export const ownFileBeginnings = {
  '/cases/:id/enforcement/programme-safety': async ({ office }: LivedIn) => {
    const file = await aCase(office.worker);
    await feared(office, file);
    return { on: `${file}/enforcement/programme-safety`, by: office.worker };
  },
  '/own-files/:file/programmes/:programme/referral': async (world: LivedIn) => ({
    on: `${await mayGo(world)}/referral`,
  }),
  '/own-files/:file/programmes/:programme/outcome': async (world: LivedIn) => {
    const programme = await mayGo(world);
    await world.office.worker.finishes(`${programme}/referral`, { words: 'By telephone, today', ...today });
    return { on: `${programme}/outcome` };
  },
};
