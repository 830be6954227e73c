import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff, writeNotices } from '#modules/account/index.ts';
import { standingOf } from '../systems.ts';
import { systemsOf } from './systems.ts';

/** Tells administrators, once each time, of every system that has stopped asking. */
export async function tellOfSilence(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const silent = (await systemsOf(tx, organisation)).filter((each) => standingOf(each, now) === 'silent');
  for (const { id, lastAt, madeAt } of silent) {
    const told = await tx.run(sql`insert into hold_silence (organisation_id, system_id, since, told_at)
      values (${organisation}, ${id}, ${lastAt ?? madeAt}, ${now}) on conflict do nothing`);
    if (told === 0) continue;
    await record(tx, office, { name: 'hold-system.fell-silent', subjectId: id });
    const administrators = await listStaff(tx, organisation, { roles: ['administrator'] });
    const staffIds = administrators.map((each) => each.id);
    await writeNotices(tx, office, { staffIds, kind: 'system_silent', aboutId: id });
  }
}
