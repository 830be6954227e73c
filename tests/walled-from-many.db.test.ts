import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addLandlord, loadCases } from '../bench/load/index.ts';
import { casesPerWorker, idOf } from '../bench/load/numbers.ts';
import { addSession } from '../bench/session.ts';
import { benchSite, proofFor } from '../bench/site.ts';
import { testDatabase } from './database.ts';

test('however many colleagues a case is kept from, that is recorded, holds, and the board goes by it', async (t) => {
  const database = await testDatabase(t);
  const landlord = await addLandlord(database.owner);
  await loadCases(database.owner, landlord, 0, casesPerWorker);
  const site = await benchSite(database.app);
  t.after(() => site.close());
  const staff = idOf('worker', 1);
  const signed = await proofFor(site, await addSession(database.app, landlord, staff));
  const open = (url: string) => site.inject({ url, headers: { cookie: signed.cookies } });
  const owed = async () => {
    const { body } = await open('/board');
    return [...body.matchAll(/(\d+) (?:running|overdue)/g)].reduce(
      (sum, [, number]) => sum + Number(number),
      0,
    );
  };
  const walled = async (id: string) =>
    (await database.owner.query('select count(*) as n from walled_subject where id = $1', [id])).rows[0].n;
  const [few, many] = [idOf('case', 20), idOf('case', 40)];
  assert.equal((await open(`/cases/${many}`)).statusCode, 200);
  const before = await owed();

  for (const [id, number] of [
    [few, 3],
    [many, 400],
  ] as const) {
    const others = 'array(select gen_random_uuid() from generate_series(1, $1::int))';
    await database.owner.query(
      `update case_file set blocked_staff = $3::uuid || ${others}, granted_staff = ${others} where id = $2`,
      [number, id, staff],
    );
    assert.equal(await walled(id), 1, `${number} names`);
    assert.equal((await open(`/cases/${id}`)).statusCode, 404, `${number} names`);
  }
  assert.ok((await owed()) < before, 'what is kept from them is in no figure of theirs');
});
