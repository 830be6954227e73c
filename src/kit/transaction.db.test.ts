import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { testDatabase } from '../../tests/database.ts';
import { newId } from './ids.ts';
import { sql, type Tx, transact } from './sql.ts';

const organisation = newId<OrganisationId>();
const system = { organisation, system: true } as const;
const row = z.object({ slug: z.string() });

function addLandlord(tx: Tx, id: OrganisationId, slug: string): void {
  tx.write(sql`insert into organisation (organisation_id, slug, name, pack_id, created_at)
    values (${id}, ${slug}, ${slug}, 'vivid-2023', '2026-11-18T11:00Z')`);
}

const landlords = (tx: Tx) => tx.rows(row, sql`select slug from organisation`);

test('what is written without waiting is there for whatever is asked next, and afterwards', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const within = await transact(db, system, async (tx) => {
    addLandlord(tx, organisation, 'first');
    return landlords(tx);
  });
  assert.deepEqual(within, [{ slug: 'first' }]);
  assert.deepEqual(await transact(db, system, landlords), [{ slug: 'first' }]);
});

test('where that fails nothing is kept, and whoever asked is told why it did', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const nothingAfter = transact(db, system, async (tx) => addLandlord(tx, organisation, 'Not A Slug'));
  await assert.rejects(nothingAfter, /organisation_slug_check/);
  const askedAfter = transact(db, system, async (tx) => {
    addLandlord(tx, organisation, 'Not A Slug');
    return landlords(tx);
  });
  await assert.rejects(askedAfter, /organisation_slug_check/);
  assert.deepEqual(await transact(db, system, landlords), []);
});

test('what refuses by itself is heard, whatever was written before', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const refused = transact(db, system, async (tx) => {
    addLandlord(tx, organisation, 'first');
    await landlords(tx);
    throw new Error('not like this');
  });
  await assert.rejects(refused, /not like this/);
  assert.deepEqual(await transact(db, system, landlords), []);
});

test('once it has ended, nothing more can be asked in it: its connection is somebody else’s by then', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const late = Promise.withResolvers<unknown>();
  const refused = transact(db, system, (tx) =>
    Promise.all([
      Promise.reject(new Error('not like this')),
      landlords(tx)
        .then(() => landlords(tx))
        .then(() => landlords(tx))
        .then(() => addLandlord(tx, organisation, 'late'))
        .then(late.reject, late.resolve),
    ]),
  );
  await assert.rejects(refused, /not like this/);
  await transact(db, system, async (tx) => {
    await landlords(tx);
    await late.promise;
  });
  assert.match(String(await late.promise), /has ended/);
  assert.deepEqual(await transact(db, system, landlords), []);
});
