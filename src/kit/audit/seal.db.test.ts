import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { sql, transact } from '#kit/sql.ts';
import type { TestDatabase } from '../../../tests/database.ts';
import { ownServer } from '../../../tests/own-server.ts';
import { addLandlord, type TestLandlord, testClock, testServices } from '../../../tests/site.ts';
import { writeEvent } from '../event.ts';
import { newId } from '../ids.ts';
import type { Services } from '../services.ts';
import { isAnySealingBehind, isSealingBehind } from './behind.ts';
import { beginning, nextChunk } from './events.ts';
import { openSeal, seal } from './seal.ts';
import { type Verification, verifySeals } from './verify.ts';

interface Audited {
  readonly database: TestDatabase;
  readonly services: Services;
  readonly landlord: TestLandlord;
  add(events: number): Promise<void>;
  /** @param most into one seal */
  seal(most?: number): Promise<number>;
  /** Seals until so many events are. */
  sealAll(events: number, most?: number): Promise<void>;
  verify(): Promise<Verification>;
  /** As somebody who has the database in their hands. */
  tamper(text: string): Promise<void>;
}

/** A seal waits for whatever is in flight on the whole server. */
const ownDatabase = ownServer();

async function theRecord(t: TestContext): Promise<Audited> {
  const database = await ownDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const landlord = await addLandlord(services, 'vivid-2023');
  const { organisation } = landlord;
  const scope = { organisation, system: true } as const;
  const author = { organisation, staff: null, now: services.now() };
  const sealOnce = async (most?: number) =>
    (await transact(services.db, scope, (tx) => seal(tx, organisation, services.now(), most))).events;
  return {
    database,
    services,
    landlord,
    add: (events) =>
      transact(services.db, scope, async (tx) => {
        for (let number = 0; number < events; number += 1)
          await writeEvent(tx, author, {
            name: 'case.viewed',
            caseId: newId(),
            data: { number, words: 'a\nb "c"' },
          });
      }),
    seal: sealOnce,
    async sealAll(events, most) {
      let sealed = 0;
      // What was just committed, or a clone that is being made, may be in flight for another moment.
      for (let tries = 0; sealed < events && tries < 300; tries += 1) {
        sealed += await sealOnce(most);
        if (sealed < events) await pause(100);
      }
      assert.equal(sealed, events);
    },
    verify: () => transact(services.db, scope, (tx) => verifySeals(tx, organisation)),
    async tamper(text) {
      const result = await database.owner.query(text);
      assert.ok((result.rowCount ?? 0) > 0, 'the tampering touched nothing');
    },
  };
}

/** Three seals of three events each. */
async function sealed(t: TestContext): Promise<Audited> {
  const world = await theRecord(t);
  for (let number = 0; number < 3; number += 1) {
    await world.add(3);
    await world.sealAll(3);
  }
  return world;
}

const kinds = ({ faults }: Verification) => faults.map(({ kind, seal: number }) => [kind, number]);
const second = '(select id from event order by txid, id offset 4 limit 1)';

test('an untouched record verifies, and an empty minute makes no seal', async (t) => {
  const world = await sealed(t);
  assert.equal(await world.seal(), 0);
  await world.add(2);
  const { head, ...found } = await world.verify();
  assert.deepEqual(found, { seals: 3, events: 9, unsealed: 2, faults: [] });
  assert.equal(head?.number, 3);
});

for (const [what, change] of [
  ['its words', `data = '{"number": 1}'`],
  ['its time', `at = at + interval '1 microsecond'`],
  ['who did it', `staff_id = '00000000-0000-7000-8000-000000000000'`],
  ['its name', `name = 'case.opened'`],
  ['its case', 'case_id = null'],
] as const)
  test(`an event of which somebody changed ${what} is found`, async (t) => {
    const world = await sealed(t);
    await world.tamper(`update event set ${change} where id = ${second}`);
    const { faults } = await world.verify();
    assert.deepEqual(
      faults.map(({ kind, seal: number, sealed: before, found }) => [kind, number, before, found]),
      [['events-changed', 2, 3, 3]],
    );
    assert.ok(faults[0]?.first && faults[0].last, 'with the time between which it lies');
  });

test('a deleted event is found', async (t) => {
  const world = await sealed(t);
  await world.tamper(`delete from event where id = ${second}`);
  assert.deepEqual(kinds(await world.verify()), [['events-missing', 2]]);
});

test('all events of a seal deleted are found', async (t) => {
  const world = await sealed(t);
  await world.tamper('delete from event where txid < (select before_txid from event_seal where number = 1)');
  assert.deepEqual(kinds(await world.verify()), [['events-missing', 1]]);
});

test('an event added to the past is found', async (t) => {
  const world = await sealed(t);
  await world.tamper(`insert into event (organisation_id, id, at, name, txid)
    select organisation_id, gen_random_uuid(), at, name, txid from event where id = ${second}`);
  assert.deepEqual(kinds(await world.verify()), [['events-extra', 2]]);
});

test('a seal edited to fit changed events breaks the chain at the next one', async (t) => {
  const world = await sealed(t);
  await world.tamper(`update event_seal set hash = sha256('x') where number = 2`);
  assert.deepEqual(kinds(await world.verify()), [['seal-changed', 2]]);
});

test('seals taken out of the middle, or off the beginning, leave a gap', async (t) => {
  const world = await sealed(t);
  await world.tamper('delete from event_seal where number = 2');
  assert.ok(kinds(await world.verify()).some(([kind, number]) => kind === 'seal-missing' && number === 3));
  await world.tamper('delete from event_seal where number = 1');
  assert.ok(kinds(await world.verify()).some(([kind, number]) => kind === 'seal-missing' && number === 3));
});

test('a seal computed anew to fit a changed event is betrayed by the seal after it', async (t) => {
  const world = await sealed(t);
  await world.tamper(`update event set data = '{}' where id = ${second}`);
  const { organisation } = world.landlord;
  const { rows } = await world.database.owner.query(
    'select from_txid::text, before_txid::text, previous_hash from event_seal where number = 2',
  );
  const [{ from_txid: from, before_txid: before, previous_hash: previous }] = rows;
  const chunk = await transact(world.services.db, { organisation, system: true }, (tx) =>
    nextChunk(tx, organisation, { ...beginning, txid: from }, before),
  );
  const forged = openSeal(previous)
    .update(chunk?.text ?? '')
    .digest('hex');
  await world.tamper(`update event_seal set hash = '\\x${forged}' where number = 2`);
  assert.deepEqual(kinds(await world.verify()), [['chain-broken', 3]]);
});

test('an event in flight while others are sealed is never skipped', async (t) => {
  const world = await theRecord(t);
  const { organisation } = world.landlord;
  const slow: pg.PoolClient = await world.database.app.connect();
  await slow.query('begin');
  await slow.query(`select set_config('lintel.organisation', $1, true)`, [organisation]);
  await slow.query(
    `insert into event (organisation_id, id, at, name) values ($1, $2, now(), 'case.viewed')`,
    [organisation, newId()],
  );
  await world.add(4);
  assert.equal(await world.seal(), 0, 'nothing behind the transaction in flight is sealed yet');
  await slow.query('commit');
  slow.release();
  await world.sealAll(5);
  assert.deepEqual((await world.verify()).faults, []);
});

test('only the program itself seals, and nobody can take a seal back', async (t) => {
  const world = await sealed(t);
  const { organisation } = world.landlord;
  for (const statement of [sql`update event_seal set events = 1`, sql`delete from event_seal`])
    await assert.rejects(
      transact(world.services.db, { organisation, system: true }, (tx) => tx.run(statement)),
      /permission denied/,
    );
  for (const statement of [sql`update event set name = 'x'`, sql`delete from event`])
    await assert.rejects(
      transact(world.services.db, { organisation, system: true }, (tx) => tx.run(statement)),
      /permission denied/,
    );
  const elsewhere = await transact(world.services.db, { organisation: newId(), system: true }, (tx) =>
    verifySeals(tx, organisation),
  );
  assert.equal(elsewhere.seals, 0);
});

test('after an outage it catches up, so many events a seal, and the chain is whole', async (t) => {
  const world = await theRecord(t);
  for (let number = 0; number < 5; number += 1) await world.add(3);
  await world.add(9);
  await world.add(1);
  await world.sealAll(25, 7);
  const { rows } = await world.database.owner.query('select events from event_seal order by number');
  assert.deepEqual(
    rows.map(({ events }) => events),
    [6, 6, 3, 9, 1],
    'whole transactions, also one that has more than a seal takes',
  );
  const { head, ...found } = await world.verify();
  assert.deepEqual(found, { seals: 5, events: 25, unsealed: 0, faults: [] });
  assert.ok(head);
});

test('what is not sealed for ten minutes is behind, until it is', async (t) => {
  const world = await theRecord(t);
  const { services, landlord, database } = world;
  const { organisation } = landlord;
  const later = services.now().add({ minutes: 11 });
  const behind = (now: Temporal.Instant) =>
    transact(services.db, { organisation, system: true }, (tx) => isSealingBehind(tx, organisation, now));
  await world.add(1);
  assert.equal(await behind(services.now()), false, 'it was recorded just now');
  assert.equal(await behind(later), true);
  assert.equal(await isAnySealingBehind(database.app, later), true);
  await world.sealAll(1);
  assert.equal(await behind(later), false);
  assert.equal(await isAnySealingBehind(database.app, later), false);
});
