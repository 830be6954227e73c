import type { Job } from '#kit/jobs.ts';
import { transact } from '#kit/sql.ts';
import { forgetOld, tellOfOldDrafts } from './store/forget.ts';

/** What nobody needs any longer is not kept. */
export const jobs: readonly Job[] = [
  {
    name: 'account.forget',
    every: Temporal.Duration.from({ hours: 24 }),
    async run(services, organisation) {
      const author = { organisation, staff: null, now: services.now() };
      await transact(services.db, { organisation, system: true }, async (tx) => {
        await tellOfOldDrafts(tx, author);
        await forgetOld(tx, author);
      });
    },
  },
];
