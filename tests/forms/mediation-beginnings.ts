import type { LivedIn } from '../lived-in.ts';
import {
  anArrangedMediation,
  anOpenMediation,
  asksForMediation,
  isPutToManager,
} from '../mediation-lived-in.ts';
import { aCase } from '../policy/steps.ts';

const part =
  (name: string) =>
  async ({ office }: LivedIn) => ({
    on: `${await asksForMediation(office, await aCase(office.worker))}/${name}`,
  });

/** What must have happened before the forms about mediation are offered. */
export const mediationBeginnings = {
  '/cases/:id/mediation/:mediation/wish': part('wish'),
  '/cases/:id/mediation/:mediation/test': part('test'),
  '/cases/:id/mediation/:mediation/advice': part('advice'),
  '/cases/:id/mediation/:mediation/stopping': part('stopping'),
  '/cases/:id/mediation/:mediation/manager': async ({ office }: LivedIn) => ({
    on: `${(await anOpenMediation(office)).mediation}/manager`,
  }),
  '/cases/:id/mediation/decisions/:decision': async ({ office }: LivedIn) => ({
    on: await isPutToManager(office, (await anOpenMediation(office)).mediation),
  }),
  '/cases/:id/mediation/:mediation/arrangement': async ({ office }: LivedIn) => {
    const { mediation } = await anOpenMediation(office);
    await office.manager.finishes(await isPutToManager(office, mediation), { decision: 'approved' });
    return { on: `${mediation}/arrangement` };
  },
  '/cases/:id/mediation/:mediation/outcome': async ({ office }: LivedIn) => ({
    on: `${(await anArrangedMediation(office)).mediation}/outcome`,
  }),
};
