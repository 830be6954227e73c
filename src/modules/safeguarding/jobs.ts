import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { weighFacts } from './store/weigh.ts';

/** What was entered anywhere is weighed within seconds, behind no wall: nobody has to think of it. */
export const jobs: readonly Job[] = [
  {
    name: 'facts-that-ask',
    every: Temporal.Duration.from({ seconds: 10 }),
    async run(services, organisation) {
      for (let weighed = 200; weighed === 200; )
        weighed = await transact(services.db, { organisation, system: true }, async (tx) =>
          weighFacts(tx, await officeOf(tx, services, organisation)),
        );
    },
  },
];
