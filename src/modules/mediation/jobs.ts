import type { Job } from '#kit/jobs.ts';
import { officeOf } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { tellOfMediationShut } from './store/remind.ts';

/** Time and other pages shut what was agreed: whoever leads the case is told, and owes that it is stopped. */
export const jobs: readonly Job[] = [
  {
    name: 'mediation-shut-again',
    every: Temporal.Duration.from({ minutes: 5 }),
    async run(services, organisation) {
      await transact(services.db, { organisation, system: true }, async (tx) =>
        tellOfMediationShut(tx, await officeOf(tx, services, organisation)),
      );
    },
  },
];
