import type { Job } from '#kit/jobs.ts';
import { serviceIs } from '../store/carrier-standing.ts';
import { areEmailsOfOurs, keepPlace, keepReturn, placeOf } from '../store/returns.ts';
import { asTheProgram } from './in-office.ts';

/** Looks into the mailbox for what came back after messages, and keeps it with the case. */
export const collecting: Job = {
  name: 'replies',
  every: Temporal.Duration.from({ minutes: 1 }),
  async run(services, organisation) {
    const { replies } = services.carriers;
    if (!replies) return;
    const inOffice = asTheProgram(services, organisation);
    const place = await inOffice((tx) => placeOf(tx, organisation));
    const collected = await replies.collect(
      place,
      (one) => inOffice((tx, office) => keepReturn(tx, office, one)),
      async (ids) => ids.length > 0 && (await inOffice((tx) => areEmailsOfOurs(tx, organisation, ids))),
    );
    await inOffice(async (tx, office) => {
      const fault = collected.how === 'failed' ? collected.fault : null;
      await serviceIs(tx, office, { channel: 'replies', service: replies.name }, fault);
      if (collected.how === 'collected') await keepPlace(tx, organisation, collected.place);
    });
  },
};
