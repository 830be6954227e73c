import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { testDatabase } from '../../tests/database.ts';
import { newId } from './ids.ts';
import { asOneTransaction, sideBySide } from './one-transaction.ts';
import { type Database, sql, transact } from './sql.ts';

const organisation = newId<OrganisationId>();
const system = { organisation, system: true } as const;

function addLandlord(db: Database, slug: string) {
  const id = slug === 'first' ? organisation : newId<OrganisationId>();
  return transact(db, { organisation: id, system: true }, (tx) =>
    tx.run(sql`insert into organisation (organisation_id, slug, name, pack_id, created_at)
      values (${id}, ${slug}, ${slug}, 'vivid-2023', '2026-11-18T11:00Z')`),
  );
}

function landlords(db: Database): Promise<readonly { readonly slug: string }[]> {
  return transact(db, system, (tx) =>
    tx.rows(z.object({ slug: z.string() }), sql`select slug from organisation order by slug`),
  );
}

test('nobody else sees any of it before the end, and then all of it', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  await asOneTransaction(db, async (inside) => {
    await addLandlord(inside, 'first');
    assert.equal((await landlords(inside)).length, 1);
    assert.equal((await landlords(db)).length, 0);
  });
  assert.deepEqual(await landlords(db), [{ slug: 'first' }]);
});

test('a failure at the end leaves nothing of what went well before it', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const failing = asOneTransaction(db, async (inside) => {
    await addLandlord(inside, 'first');
    throw new Error('the power went');
  });
  await assert.rejects(failing, /the power went/);
  assert.deepEqual(await landlords(db), []);
});

test('a step that fails takes everything back, even where somebody hears of it and goes on', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const failing = asOneTransaction(db, async (inside) => {
    await addLandlord(inside, 'first');
    await assert.rejects(addLandlord(inside, 'Not A Slug'));
  });
  await assert.rejects(failing, /A step failed/);
  assert.deepEqual(await landlords(db), []);
});

test('two steps at once take turns', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  await asOneTransaction(db, async (inside) => {
    await addLandlord(inside, 'first');
    const both = await Promise.all([landlords(inside), landlords(inside)]);
    assert.deepEqual(both, [[{ slug: 'first' }], [{ slug: 'first' }]]);
  });
});

test('what one step opened is shut to the next', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const row = z.object({ opened: z.string().nullable(), together: z.string() });
  await asOneTransaction(db, async (inside) => {
    await transact(inside, system, (tx) =>
      tx.rows(
        z.unknown(),
        sql`select set_config('lintel.opened_case', ${newId<string>()}, true),
          set_config('lintel.opened_cases', ${newId<string>()}, true)`,
      ),
    );
    const { opened, together } = await transact(inside, system, (tx) =>
      tx.one(
        row,
        sql`select lintel.opened_case() as opened, current_setting('lintel.opened_cases') as together`,
      ),
    );
    assert.equal(opened, null);
    assert.equal(together, '');
  });
});

test('two works side by side are kept together, when the second is done', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const first = Promise.withResolvers<void>();
  const ended = sideBySide(db, [
    async (inside) => {
      await addLandlord(inside, 'first');
      first.resolve();
    },
    async (inside) => {
      await addLandlord(inside, 'second');
      await first.promise;
      assert.deepEqual(await landlords(inside), [{ slug: 'second' }]);
      assert.deepEqual(await landlords(db), []);
    },
  ]);
  await ended;
  assert.deepEqual(await landlords(db), [{ slug: 'first' }, { slug: 'second' }]);
});

test('where one of two works fails the other stops, nothing of either is kept, and it is said why', async (t) => {
  const db = { pool: (await testDatabase(t)).app, checkRows: true };
  const failing = sideBySide(db, [
    async (inside) => {
      await addLandlord(inside, 'first');
      throw new Error('the power went');
    },
    async (inside) => {
      for (let nth = 0; ; nth += 1) await addLandlord(inside, `second-${nth}`);
    },
  ]);
  await assert.rejects(failing, /the power went/);
  assert.deepEqual(await landlords(db), []);
});
