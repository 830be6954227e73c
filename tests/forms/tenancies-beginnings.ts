import type { LivedIn } from '../lived-in.ts';
import { atDesk } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import {
  anAnswerWaits,
  anEventConcerns,
  anEventIn,
  asksForChange,
  givenTo,
  isLookedAt,
  says,
} from '../tenancies-lived-in.ts';
import { mediationBeginnings } from './mediation-beginnings.ts';

const busy = ({ ids }: LivedIn) => `/cases/${ids['/cases/:id']}`;

async function aChange({ office }: LivedIn): Promise<string> {
  return asksForChange(office.worker, await aCase(office.worker));
}

/** What must have happened before the forms about changes of tenancies are offered. */
export const tenancyBeginnings = {
  ...mediationBeginnings,
  '/tenancy-events/:event/answer': async ({ office }: LivedIn) => {
    const event = await says(office.worker, 'T-7');
    await isLookedAt(office);
    const { lintel, landlord } = office;
    return { on: `${event}/answer`, by: atDesk(lintel, landlord, await givenTo(office, event)) };
  },
  '/cases/:id/tenancy-events/:check/finding': async (world: LivedIn) => {
    await anEventConcerns(world.office);
    return { on: `${await anEventIn(world.office.worker, busy(world))}/finding` };
  },
  '/cases/:id/tenancy-events/answers/:answer': async (world: LivedIn) => {
    await anEventConcerns(world.office);
    return { on: await anAnswerWaits(world.office, busy(world)) };
  },
  '/cases/:id/tenancy-changes/:change/item': async (world: LivedIn) => ({
    on: `${await aChange(world)}/item`,
  }),
  '/cases/:id/tenancy-changes/:change/step': async (world: LivedIn) => ({
    on: `${await aChange(world)}/step`,
  }),
};
