import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { send } from '../bench/bare.ts';
import { count } from '../bench/counted.ts';
import { addLandlord, loadCases } from '../bench/load/index.ts';
import { casesPerWorker, idOf, openOneIn } from '../bench/load/numbers.ts';
import { scenarios } from '../bench/scenarios.ts';
import { addSession } from '../bench/session.ts';
import { benchSite, proofFor } from '../bench/site.ts';
import { schemasBuilt } from './built.ts';
import { testDatabase } from './database.ts';

test('a page that people wait for asks no more of the database than it was given', async (t) => {
  const database = await testDatabase(t);
  const landlord = await addLandlord(database.owner);
  await loadCases(database.owner, landlord, 0, casesPerWorker);
  // As the server does by itself a minute later: without it every table counts as empty.
  await database.owner.query('analyze');
  const site = await benchSite(database.app);
  t.after(() => site.close());
  const session = await addSession(database.app, landlord, idOf('worker', 1));
  const signed = await proofFor(site, session);
  await t.test('what the bench loads is what pages can show', async () => {
    const planned = idOf('case', openOneIn);
    for (const path of [
      '/notifications',
      `/cases/${planned}`,
      `/cases/${planned}/plan`,
      '/diary',
      '/disclosures',
    ]) {
      const { statusCode } = await site.inject({ url: path, headers: { cookie: signed.cookies } });
      assert.equal(statusCode, 200, path);
    }
  });
  for (const scenario of scenarios(casesPerWorker, Temporal.Now.instant())) {
    await t.test(scenario.name, async () => {
      const { budget } = scenario;
      const { trips, statements } = await count(database.app, site, signed, scenario);
      assert.deepEqual({ trips, statements }, budget, 'more is slower; where it is fewer, lower the budget');
    });
    await t.test(`${scenario.name}, and builds no schema`, async () => {
      assert.equal(await schemasBuilt(() => send(site, signed, scenario, 3)), 0);
    });
  }
});

test('a schema that a request builds is counted', async () => {
  assert.equal(await schemasBuilt(async () => z.object({ name: z.string() })), 2);
  const refused = z.string().min(2);
  assert.equal(await schemasBuilt(async () => refused.safeParse('')), 0);
});
