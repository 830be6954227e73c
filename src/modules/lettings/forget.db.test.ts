import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#kit/sql.ts';
import { aHoldingLandlord as aLandlord } from '../../../tests/holding-landlord.ts';
import { checksKept, jobs } from './jobs.ts';

test('what lettings asked is forgotten after 400 days; what it met stays in the case', async (t) => {
  const { arrange, opening, organisation, send, database, services } = await aLandlord(t);
  await opening({ person: 'P1' });
  const home = { address: '9 Harbour Walk', postcode: 'PL4 8AA' };
  for (const household of ['P1', 'P3', 'P1']) await send('/api/v1/move-checks', { household, ...home });
  const goes = async () => {
    for (const job of jobs) await job.run(services, organisation);
  };
  const count = async (what: string) =>
    (await database.owner.query(`select count(*)::int as n from ${what}`)).rows[0].n;
  const before = services.now().subtract(checksKept);
  await arrange(sql`update move_check set asked_at = ${before.add({ hours: 1 })}
    where organisation_id = ${organisation}`);
  await goes();
  assert.equal(await count('move_check'), 3, 'not a day earlier');
  await arrange(sql`update move_check set asked_at = ${before.subtract({ hours: 1 })}
    where organisation_id = ${organisation} and id in (select id from move_check order by asked_at, id limit 2)`);
  const met = await count('move_check_met');
  assert.ok(met > 0);
  await goes();
  assert.equal(await count('move_check'), 1);
  assert.equal(await count('move_check_met'), met);
  const { rows } = await database.owner.query("select data from event where name = 'retention.applied'");
  assert.deepEqual(
    rows.map(({ data }) => data),
    [{ moveChecks: 2 }],
  );
});
