import { judges, saidIn } from '../counter-allegations-lived-in.ts';
import type { LivedIn } from '../lived-in.ts';
import { feared } from '../perpetrators-lived-in.ts';
import { aCase } from '../policy/steps.ts';

const said = async ({ office }: LivedIn) => saidIn(office, await aCase(office.worker));

/** What must have happened before the forms about who harms whom are offered. */
export const counterBeginnings = {
  '/cases/:id/other-accounts/new': async ({ office }: LivedIn) => {
    const file = await aCase(office.worker);
    await feared(office, file);
    return { on: `${file}/other-accounts/new` };
  },
  '/cases/:id/other-accounts/asking': async ({ office }: LivedIn) => {
    const file = await aCase(office.worker);
    await feared(office, file);
    return { on: `${file}/other-accounts/asking` };
  },
  '/cases/:id/other-accounts/judgement': async (world: LivedIn) => ({
    on: `${await said(world)}/other-accounts/judgement`,
  }),
  '/cases/:id/other-accounts/judgements/:judgement': async (world: LivedIn) => ({
    on: await judges(world.office.worker, await said(world)),
  }),
};
