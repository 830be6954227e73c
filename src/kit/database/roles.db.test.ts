import assert from 'node:assert/strict';
import test from 'node:test';
import { bareDatabase, testDatabase } from '../../../tests/database.ts';
import { Failure } from '../failure.ts';
import { connect, urlFor } from './connect.ts';
import { derivedPassword } from './passwords.ts';
import { prepareDatabase } from './prepare.ts';
import { prepareRoles, requireHarmless } from './roles.ts';

test('the serving roles may not bypass, own or become anything', async (t) => {
  const { app, public: help } = await testDatabase(t);
  await requireHarmless(app, 'DATABASE_APP_URL');
  await requireHarmless(help, 'DATABASE_PUBLIC_URL');
});

test('nothing is served as a superuser', async (t) => {
  const { owner } = await testDatabase(t);
  await assert.rejects(requireHarmless(owner, 'DATABASE_APP_URL'), {
    message: /is a superuser.*would not hold/,
  });
});

test('nothing is served as a role that owns a table', async (t) => {
  const { owner, app } = await testDatabase(t);
  await owner.query('create table spare (id uuid); alter table spare owner to lintel_app');
  await assert.rejects(requireHarmless(app, 'DATABASE_APP_URL'), { message: /lintel_app owns tables/ });
});

test('a serving role makes no temporary table and cannot count what it may not read', async (t) => {
  const url = await bareDatabase(t);
  const secret = 'for tests alone';
  await prepareDatabase({ url, secret, migrations: [] });
  for (const role of ['lintel_public', 'lintel_app'] as const) {
    const serving = await connect(urlFor(url, role, derivedPassword(secret, role)));
    try {
      for (const counting of [
        'create temporary table mine (id integer)',
        'select reltuples from pg_class',
        'select relpages from pg_class',
        'select * from pg_class',
        'select n_live_tup, n_tup_ins from pg_stat_all_tables',
        'select seq_tup_read from pg_stat_xact_all_tables',
        'select heap_blks_read from pg_statio_all_tables',
        'select idx_scan from pg_stat_all_indexes',
        'select tup_inserted from pg_stat_database',
        "select pg_total_relation_size('pg_proc')",
        "select pg_relation_size('pg_proc')",
        'select starelid from pg_statistic',
      ])
        await assert.rejects(serving.query(counting), { code: '42501' }, `${role}: ${counting}`);
      await serving.query('select relname from pg_class limit 1');
    } finally {
      await serving.end();
    }
  }
});

test('a login without the right to make roles is told the exact SQL for the administrator', async (t) => {
  const url = await bareDatabase(t);
  await prepareDatabase({ url, secret: 'for tests alone', migrations: [] });
  const administrator = await connect(url);
  const login = `weak_${process.pid}`;
  await administrator.query(`create role ${login} login password 'weak'`);
  const weak = await connect(urlFor(url, login, 'weak'));
  try {
    await assert.rejects(prepareRoles(weak), (thrown) => {
      assert.ok(thrown instanceof Failure);
      assert.match(thrown.remedy, new RegExp(`grant lintel_owner to "${login}";`));
      return true;
    });
  } finally {
    await weak.end();
    await administrator.query(`drop role ${login}`);
    await administrator.end();
  }
});

test('a wrong password is not mistaken for an unreachable server, and is not repeated', async (t) => {
  const url = await bareDatabase(t);
  await assert.rejects(connect(urlFor(url, 'postgres', 'letmein')), (thrown) => {
    assert.ok(thrown instanceof Failure);
    assert.match(thrown.message, /refused the login postgres/);
    assert.doesNotMatch(thrown.message + thrown.remedy, /letmein/);
    return true;
  });
});
