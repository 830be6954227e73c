import { z } from 'zod';
import { faultInWords } from '#kit/audit/fault-words.ts';
import { verifySeals } from '#kit/audit/verify.ts';
import { progress } from '#kit/progress.ts';
import { type Database, id, sql, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { command } from './command.ts';
import { openGround, silently } from './open.ts';

const landlordRow = z.object({ id: id<OrganisationId>(), name: z.string(), events: z.number() });
type Landlord = z.infer<typeof landlordRow>;

export const verifyAudit = command({
  name: 'verify-audit',
  summary: 'Checks every seal of the record and says where it breaks. Exit status 1 where it does.',
  async run(context) {
    const { ground, close } = await openGround(context.config(), silently);
    try {
      let broken = false;
      for (const landlord of await landlords(ground.app)) {
        const found = await verify(ground.app, landlord);
        const { seals, events, unsealed, faults, head } = found;
        context.print(`${landlord.name}: ${seals} seals over ${events} events, ${unsealed} not yet sealed.`);
        for (const fault of faults) context.print(`  ${faultInWords(fault)}`);
        if (faults.length === 0) context.print('  Every seal is whole.');
        // Whoever holds the database could make the whole chain anew: a head kept elsewhere would betray it.
        if (head) context.print(`  Seal ${head.number} is ${head.hash}: compare it with one kept elsewhere.`);
        broken ||= faults.length > 0;
      }
      return broken ? 1 : undefined;
    } finally {
      await close();
    }
  },
});

async function verify(db: Database, { id: organisation, name, events }: Landlord) {
  const bar = progress(name, events);
  const found = await transact(db, { organisation, system: true }, (tx) =>
    verifySeals(tx, organisation, bar.at),
  );
  bar.end();
  return found;
}

async function landlords(db: Database): Promise<readonly Landlord[]> {
  const found = await transact(db, { organisation: null }, (tx) =>
    tx.rows(
      z.object({ id: id<OrganisationId>(), name: z.string() }),
      sql`select organisation_id as id, name from organisation order by created_at`,
    ),
  );
  return Promise.all(
    found.map((landlord) =>
      transact(db, { organisation: landlord.id, system: true }, async (tx) => {
        const { events } = await tx.one(
          z.object({ events: z.number() }),
          sql`select coalesce(sum(events), 0)::bigint as events from event_seal
            where organisation_id = ${landlord.id}`,
        );
        return { ...landlord, events };
      }),
    ),
  );
}
