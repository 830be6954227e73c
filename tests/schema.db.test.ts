import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from './catalogue/checks.ts';
import { testDatabase } from './database.ts';

test('the catalogue of the migrated database', async (t) => {
  const { owner } = await testDatabase(t);
  const client = await owner.connect();
  try {
    for (const { holds, complaints, broken } of checks) {
      await t.test(holds, async () => assert.deepEqual(await complaints(client), []));
      await t.test(`${holds}: caught when broken`, async () => {
        const before = await complaints(client);
        for (const statements of broken) {
          await client.query('begin');
          await client.query(statements);
          const found = await complaints(client);
          await client.query('rollback');
          assert.equal(found.length > before.length, true, `not caught: ${statements}`);
        }
      });
    }
  } finally {
    client.release();
  }
});
