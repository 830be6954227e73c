import { faultInWords } from '#kit/audit/fault-words.ts';
import { type SealedLandlord, sealedLandlords } from '#kit/audit/landlords.ts';
import { verifySeals } from '#kit/audit/verify.ts';
import { progress } from '#kit/progress.ts';
import { type Database, transact } from '#kit/sql.ts';
import { command } from './command.ts';
import { openGround, silently } from './open.ts';

export const verifyAudit = command({
  name: 'verify-audit',
  summary: 'Checks every seal of the record and says where it breaks. Exit status 1 where it does.',
  async run(context) {
    const { ground, close } = await openGround(context.config(), silently);
    try {
      let broken = false;
      for (const landlord of await sealedLandlords(ground.app)) {
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

async function verify(db: Database, { id: organisation, name, events }: SealedLandlord) {
  const bar = progress(name, events);
  const found = await transact(db, { organisation, system: true }, (tx) =>
    verifySeals(tx, organisation, bar.at),
  );
  bar.end();
  return found;
}
