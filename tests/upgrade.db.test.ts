import assert from 'node:assert/strict';
import test from 'node:test';
import { connect } from '#kit/database/connect.ts';
import { migrate, readMigrations } from '#kit/database/migrate.ts';
import { prepareRoles } from '#kit/database/roles.ts';
import { newId } from '#kit/ids.ts';
import { bareDatabase } from './database.ts';

/** The last migration of Lintel 0.5.0, the last one that was released. */
const released = 64;

test('a Lintel 0.5.0 with a case in it is upgraded, and finds what it had', async (t) => {
  const client = await connect(await bareDatabase(t));
  t.after(() => client.end());
  await prepareRoles(client);
  const migrations = await readMigrations();
  await migrate(client, migrations.slice(0, released));
  const [organisation_id, home, tenancy, person, file] = [newId(), newId(), newId(), newId(), newId()];
  const add = (table: string, values: Readonly<Record<string, unknown>>) => {
    const of = { organisation_id, ...values };
    const places = Object.keys(of).map((_, nth) => `$${nth + 1}`);
    return client.query(
      `insert into ${table} (${Object.keys(of).join()}) values (${places.join()})`,
      Object.values(of),
    );
  };
  const at = '2026-11-18T10:00:00Z';
  await add('organisation', {
    ...{ slug: 'quillbrook', name: 'Quillbrook Homes', pack_id: 'vivid-2023', created_at: at },
  });
  await add('property', {
    ...{ id: home, reference: 'P1', address_lines: ['3 Sea Lane'], postcode: 'PO1 1AA' },
  });
  await add('search_token', { subject: 'property', token: 'sea', subject_id: home });
  await add('tenancy', {
    ...{ id: tenancy, reference: 'T1', property_id: home, tenure: 'social_rent', tenancy_type: 'secure' },
  });
  await add('person', { id: person, reference: 'R1', given_name: 'Rosa', family_name: 'Quince' });
  await add('case_file', {
    ...{ id: file, reference: 'C-2222', state: 'contacted', opened_at: at, pack_id: 'vivid-2023' },
    ...{ pack_version: '2', person_id: person, property_id: home, tenancy_id: tenancy },
  });
  await add('plan_option', {
    ...{ id: newId(), case_id: file, kind: 'counselling', answer: 'taken', own_words: 'Yes' },
    ...{ offered_on: '2026-11-18', recorded_at: at },
  });
  await add('disclosure', {
    ...{
      id: newId(),
      reference: 'D-2222',
      received_at: at,
      recorded_at: at,
      route: 'phone',
      told_by: 'person',
    },
    ...{ verbatim: 'He says I may not see my sister.', immediate_danger: 'no', person_name: 'Rosa Quince' },
  });

  await migrate(client, migrations);
  const one = async (sql: string) => (await client.query(sql)).rows[0];
  assert.deepEqual(await one('select kind, property_id from case_home'), {
    ...{ kind: 'register', property_id: home },
  });
  assert.deepEqual(await one('select kind, case_id from support_offer'), {
    ...{ kind: 'counselling', case_id: file },
  });
  assert.deepEqual(await one('select step, words from support_step'), { step: 'taken', words: 'Yes' });
  assert.ok((await one('select count(*)::int as found from disclosure_word')).found > 0);
  const tokens = await one(
    "select count(*)::int as homes, count(home_order)::int as placed from search_token where subject = 'property'",
  );
  assert.ok(tokens.homes > 0);
  assert.equal(tokens.placed, tokens.homes);
  assert.deepEqual(
    await one(`select count(*)::int as open from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not relforcerowsecurity`),
    { open: 0 },
  );
});
