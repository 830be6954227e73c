import type { Job } from '#kit/jobs.ts';
import { settleTest, takeTest } from '../store/carrier-tests.ts';
import { asTheProgram } from './in-office.ts';

/** Sends what administrators had sent to themselves, to see whether a service works. */
export const testing: Job = {
  name: 'carrier-tests',
  every: Temporal.Duration.from({ seconds: 5 }),
  async run(services, organisation) {
    const inOffice = asTheProgram(services, organisation);
    for (;;) {
      const taken = await inOffice(takeTest);
      if (taken === null) return;
      const carrier = services.carriers[taken.channel];
      const carried = carrier
        ? await carrier.carry(taken.parcel)
        : ({ how: 'not_reached', fault: 'not_set_up' } as const);
      await inOffice((tx, office) => settleTest(tx, office, taken, carried, carrier?.name ?? ''));
    }
  },
};
