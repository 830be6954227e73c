import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type TestSite, testSite } from '../../../tests/site.ts';
import { html } from '../html.ts';
import { newId } from '../ids.ts';
import { record } from '../record.ts';
import { createPool, sql, transact } from '../sql.ts';
import { page, redirect } from './answers.ts';
import { type Route, staffRoute } from './route.ts';

/** What waits in a transaction, until a test lets it go on. */
function gate() {
  const entered = Promise.withResolvers<void>();
  const leave = Promise.withResolvers<void>();
  return { entered, leave };
}

let waiting: ReturnType<typeof gate> | null = null;

const routes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/note',
    may: 'own.account',
    records: { nothing: 'a test' },
    handle: async () => page({ title: 'Note', main: () => html`<p>Note</p>` }),
  }),
  staffRoute({
    method: 'POST',
    path: '/note',
    may: 'own.account',
    records: 'person.recorded',
    async handle(ctx) {
      await record(ctx.tx, ctx, { name: 'person.recorded' });
      waiting?.entered.resolve();
      await waiting?.leave.promise;
      return redirect('/note', 'Saved');
    },
  }),
];

const words = 'She called from her sister’s.\nThe dog is with her.';

async function office(t: TestContext) {
  const site = await testSite(t, routes);
  const worker = await site.colleague(await site.landlord('vivid-2023'), ['da_worker']);
  await worker.get('/note');
  return { site, worker };
}

/** As a restart of the server does: every connection of the program ends, in use or not. */
async function cut({ database }: TestSite): Promise<void> {
  await database.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> current_user',
    [database.name],
  );
}

const saved = async ({ database }: TestSite) =>
  (await database.owner.query("select count(*)::int n from event where name = 'person.recorded'")).rows[0].n;

/** The fields of the form that is to be sent again, as a browser reads them. */
function fieldsOf(body: string): Record<string, string> {
  const fields = body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, plain(value)]));
}

const plain = (text: string) =>
  text.replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');

test('a connection that is lost while somebody saves ends their request, not the program', async (t) => {
  const { site, worker } = await office(t);
  waiting = gate();
  const { entered, leave } = waiting;
  const _submission = newId<string>();
  const sent = worker.post('/note', { words, _submission });
  await entered.promise;
  await cut(site);
  leave.resolve();
  waiting = null;
  const answer = await sent;
  assert.equal(answer.statusCode, 503);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.match(answer.body, /It comes back by itself/);
  assert.doesNotMatch(answer.body, /Nothing was changed/, 'nobody knows');

  await t.test('what they typed is in the page, and is saved once when it is sent again', async () => {
    const fields = fieldsOf(answer.body);
    assert.deepEqual([fields.words, fields._submission], [words, _submission]);
    assert.equal((await worker.post('/note', fields)).statusCode, 303);
    assert.equal((await worker.post('/note', fields)).statusCode, 303);
    assert.equal(await saved(site), 1);
  });

  await t.test('nobody else can send it who signs in at the same browser', async () => {
    const landlord = await site.landlord('livv-2024');
    const other = await site.colleague(landlord, ['da_worker']);
    await other.get('/note');
    assert.equal((await other.post('/note', fieldsOf(answer.body))).statusCode, 403);
    assert.equal(await saved(site), 1);
  });
});

test('no room to write is told as that, with what was typed, on the health page too', async (t) => {
  const { site, worker } = await office(t);
  const health = async () => (await site.app.inject('/health')).body;
  assert.equal(await health(), 'ok\n');
  await site.database.owner.query(`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$;
    create trigger no_room before insert on event for each row execute function no_room()`);
  const answer = await worker.post('/note', { words });
  assert.equal(answer.statusCode, 503);
  assert.match(answer.body, /room on its disk/);
  assert.equal(fieldsOf(answer.body).words, words);
  assert.equal((await worker.get('/note')).statusCode, 200, 'what is there can be read');
  assert.equal(await health(), 'degraded\ndatabase: full\n');
  assert.equal((await site.app.inject('/health/ready')).statusCode, 200);
  await site.database.owner.query('drop trigger no_room on event');
  assert.equal((await worker.post('/note', { words })).statusCode, 303);
  assert.equal(await health(), 'ok\n');
});

test('without its database the program lives, is not ready, and says what is wrong', async (t) => {
  const { site, worker } = await office(t);
  const nowhere = createPool('postgresql://lintel_app@127.0.0.1:1/none', 2);
  const { pool } = site.services.db;
  Object.assign(site.services.db, { pool: nowhere });
  t.after(() => nowhere.end());
  const ask = async (path: string) => {
    const { statusCode, body } = await site.app.inject(path);
    return [statusCode, body];
  };
  assert.deepEqual(await ask('/health'), [503, 'degraded\ndatabase: unreachable\n']);
  assert.deepEqual(await ask('/health/ready'), [503, 'database: unreachable\n']);
  assert.deepEqual(await ask('/health/live'), [200, 'ok\n']);
  const answer = await worker.post('/note', { words });
  assert.deepEqual([answer.statusCode, fieldsOf(answer.body).words], [503, words]);
  assert.equal(answer.headers['retry-after'], '5');
  Object.assign(site.services.db, { pool });
  assert.deepEqual(await ask('/health'), [200, 'ok\n']);
});

test('a pool whose every connection was cut serves the next who asks', async (t) => {
  const { site } = await office(t);
  const db = site.services.db;
  const ask = () => transact(db, { organisation: null }, (tx) => tx.run(sql`select pg_sleep(0.05)`));
  await Promise.all(Array.from({ length: 8 }, ask));
  const busy = Promise.allSettled(Array.from({ length: 8 }, ask));
  await cut(site);
  await busy;
  // One that nobody was using is found to be cut a moment later.
  while (db.pool.totalCount > 0) await pause(5);
  await ask();
  const clients = (db.pool as unknown as { _clients: readonly pg.Client[] })._clients;
  assert.ok(clients.every((client) => client.listenerCount('error') > 0));
});
