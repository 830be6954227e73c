import { smtp } from '#kit/carriers/smtp.ts';
import { createPool } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { london, testServices } from '../../../tests/site.ts';
import { jobs } from './jobs.ts';

/** A program of its own that sends what may leave, until it has nothing left to do or is killed. */
const [, , database = '', organisation = '', url = '', at = ''] = process.argv;
const pool = createPool(database, 2);
const services = {
  ...testServices({ app: pool } as never, { now: () => london(at), set() {} }),
  carriers: { email: smtp({ url, from: 'sam@mail.example' }) },
};
process.stdout.write('ready\n');
for (const job of jobs) if (job.name === 'messages') await job.run(services, organisation as OrganisationId);
await pool.end();
