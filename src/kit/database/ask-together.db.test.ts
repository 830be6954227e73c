import assert from 'node:assert/strict';
import { test } from 'node:test';
import type pg from 'pg';
import { testDatabase } from '../../../tests/database.ts';

const named = (name: string, text: string, values: readonly unknown[] = []) => ({
  name,
  text,
  values: [...values],
});

/** A test over one connection, which is thrown away at its end. */
function over(sentence: string, work: (client: pg.PoolClient) => Promise<void>): void {
  test(sentence, async (t) => {
    const client = await (await testDatabase(t)).owner.connect();
    try {
      await work(client);
    } finally {
      client.release(true);
    }
  });
}

/** How many times the server said that it is ready for the next message. */
function answers(client: pg.PoolClient): () => number {
  let number = 0;
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('readyForQuery', () => {
    number += 1;
  });
  return () => number;
}

const reason = (settled: PromiseSettledResult<unknown> | undefined) =>
  settled?.status === 'rejected' ? String(settled.reason.message) : settled?.status;

over('what is asked in one go is one message, and each gets its own rows', async (client) => {
  const answered = answers(client);
  for (const _ of ['parsed', 'known']) {
    const before = answered();
    const [one, none, two, same] = await Promise.all([
      client.query(named('one', 'select $1::int as one, null as nothing', [1])),
      client.query(named('none', 'select 1 where false')),
      client.query(named('two', "select * from (values ('a'), ('b')) as each (letter)")),
      client.query(named('one', 'select $1::int as one, null as nothing', [2])),
    ]);
    assert.equal(answered() - before, 1);
    assert.deepEqual(one.rows, [{ one: 1, nothing: null }]);
    assert.deepEqual([none.rows, none.rowCount], [[], 0]);
    assert.deepEqual(two.rows, [{ letter: 'a' }, { letter: 'b' }]);
    assert.deepEqual(same.rows, [{ one: 2, nothing: null }]);
  }
});

over('where one fails, those behind it are not run, and what failed can be asked again', async (client) => {
  await client.query({ text: 'create temporary table written (n int)' });
  const asked = (by: number) => [
    client.query(named('before', 'select 1 as one')),
    client.query(named('divided', 'select 10 / $1::int as number', [by])),
    client.query(named('behind', 'insert into written values ($1) returning n', [by])),
  ];
  const [before, failed, behind] = await Promise.allSettled(asked(0));
  assert.equal(before?.status, 'fulfilled');
  assert.equal(reason(failed), 'division by zero');
  assert.equal(reason(behind), 'division by zero');
  const [, divided, written] = await Promise.all(asked(5));
  assert.deepEqual([divided?.rows, written?.rows], [[{ number: 2 }], [{ n: 5 }]]);
  const { rows } = await client.query({ text: 'select n from written' });
  assert.deepEqual(rows, [{ n: 5 }], 'the first was never written');
});

over('a statement that does not parse leaves its name free', async (client) => {
  await assert.rejects(client.query(named('free', 'selekt 1')), /syntax error/);
  assert.deepEqual((await client.query(named('free', 'select 1 as one'))).rows, [{ one: 1 }]);
});

over('rows that look otherwise than they did are asked about anew', async (client) => {
  const all = named('all', 'select * from changed');
  await client.query({ text: 'create temporary table changed (a int)' });
  await client.query({ text: 'insert into changed values (1)' });
  assert.deepEqual((await client.query(all)).rows, [{ a: 1 }]);
  await client.query({ text: "alter table changed add column b text not null default 'x'" });
  await assert.rejects(client.query(all), /cached plan must not change result type/);
  assert.deepEqual((await client.query(all)).rows, [{ a: 1, b: 'x' }]);
});

over('a value that cannot be read fails its own statement and no other', async (client) => {
  const [endless, next] = await Promise.allSettled([
    client.query(named('endless', "select 'infinity'::timestamptz as at union all select now()")),
    client.query(named('next', 'select 1 as one')),
  ]);
  assert.match(String(reason(endless)), /Temporal error/);
  assert.deepEqual(next.status === 'fulfilled' && next.value.rows, [{ one: 1 }]);
});

over('a value that cannot be written is refused before anything is sent', async (client) => {
  const before = client.query(named('before', 'select 1 as one'));
  assert.throws(() => client.query(named('odd', 'select $1::text', [{ large: 1n }])), /BigInt/);
  assert.deepEqual((await before).rows, [{ one: 1 }]);
  assert.deepEqual((await client.query(named('odd', 'select $1::text as odd', [1]))).rows, [{ odd: '1' }]);
});

over('each of many may take its time', async (client) => {
  Object.assign((client as unknown as { connectionParameters: object }).connectionParameters, {
    query_timeout: 400,
  });
  const asked = [1, 2, 3].map(() => client.query(named('slow', 'select pg_sleep(0.25)')));
  assert.equal((await Promise.all(asked)).length, 3);
});

over('what is asked otherwise waits for what was asked before it', async (client) => {
  await client.query('create temporary table kept (n int)');
  await client.query({ text: 'begin' });
  const [written] = await Promise.all([
    client.query(named('keep', 'insert into kept values (1)')),
    client.query('rollback'),
  ]);
  assert.equal(written.rowCount, 1);
  assert.deepEqual((await client.query({ text: 'select n from kept' })).rows, []);
});

over('a server that says nothing for too long is left, and all that was asked is told so', async (client) => {
  client.on('error', () => {});
  Object.assign((client as unknown as { connectionParameters: object }).connectionParameters, {
    query_timeout: 200,
  });
  const asked = await Promise.allSettled([
    client.query(named('long', 'select pg_sleep(30)')),
    client.query(named('behind', 'select 1')),
  ]);
  assert.deepEqual(asked.map(reason), ['Query read timeout', 'Query read timeout']);
  await assert.rejects(client.query({ text: 'select 1' }));
});
