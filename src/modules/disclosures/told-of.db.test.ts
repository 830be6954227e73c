import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addColleague, addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { sameName } from './joining.ts';

const flat = { lines: ['Flat 2', 'Mill House', '5 Mill Road', 'Exampleton'] };
const house = { lines: ['1 Bluebell Lane', 'Exampleton'] };

/** An address, what somebody tells, and whether it may be of that home. */
const places: readonly (readonly [typeof flat, string, boolean])[] = [
  [house, '1 Bluebell Lane, Exampleton, EX1 2AB', true],
  [house, '1, bluebell ln', true],
  [house, 'number 1 BLUEBELL LANE', true],
  [house, 'Bluebell Lane 1', true],
  [house, 'somewhere on Bluebell Lane', true],
  [house, '12 Bluebell Lane', false],
  [house, '1a Bluebell Lane', false],
  [house, '1 Bluebell Close', false],
  [house, '12 Bluebell Lane, or was it 1 Bluebell Lane', true],
  [flat, 'Flat 2, Mill House', true],
  [flat, 'flat2 mill hse', true],
  [flat, 'Apartment 2, 5 Mill Rd', true],
  [flat, '5 Mill Road', true],
  [flat, 'Mill House', true],
  [flat, 'Flat 3, Mill House', false],
  [flat, 'Flat 3, 5 Mill Road', false],
  [flat, '6 Mill Road', false],
  [flat, 'Exampleton', false],
];

const numbers: readonly (readonly [string, readonly string[]])[] = [
  ['+44 7700 900123', ['7700900123']],
  ['(0)7700 900 123', ['7700900123']],
  ['0044 7700-900-123', ['7700900123']],
  ['7700900123', ['7700900123']],
  ['07700 900123 / 07700 900124', ['7700900123', '7700900124']],
  ['her number ends in 900123', []],
  ['0123', []],
];

const names: readonly (readonly [string, string])[] = [
  ['Zelda Quince', 'ZELDA  QUINCE'],
  ['Zelda O’Brien', 'zelda obrien'],
  ['Mrs Quince', 'Zelda Quince'],
  ['Zel Quince', 'Zelda May Quince'],
  ['Mia Quince', 'Zelda Quince'],
  ['Ada Moss', 'Zelda Quince'],
  ['', 'Zelda Quince'],
  ['Mrs', 'Zelda Quince'],
  ['Zoë Müller', 'ZOE MULLER'],
];

test('what is told is compared as the finders read it', async (t) => {
  const { owner } = await testDatabase(t);
  const one = async (query: string, values: readonly unknown[]) =>
    (await owner.query(query, [...values])).rows[0].is;
  for (const [{ lines }, said, is] of places)
    assert.equal(
      await one(
        `select coalesce(bool_or(lintel.tells_place(lintel.told_words($2), p.street, p.number, p.flat)), false) as is
          from lintel.home_places($1) p`,
        [lines, said],
      ),
      is,
      `${said} of ${lines.join(', ')}`,
    );
  for (const [said, is] of numbers)
    assert.deepEqual(
      await one('select array(select lintel.numbers_in($1) order by 1) as is', [said]),
      is,
      said,
    );
  for (const [name, another] of names)
    assert.equal(
      await one('select lintel.same_name($1, $2) as is', [name, another]),
      sameName(name, another),
      `${name} and ${another}: PostgreSQL and the program compare alike`,
    );
  assert.equal(await one("select lintel.same_name('Mrs O Brien', 'Zelda O''Brien') as is", []), true);
  assert.equal(await one("select lintel.same_name('王小明', '小明 王') as is", []), false);
  for (const [a, b, is] of [
    ['bluebell ln', 'bluebel ln', true],
    ['church ln', 'chruch ln', true],
    ['church ln', 'birch ln', false],
  ])
    assert.equal(await one('select lintel.one_letter_off($1, $2) as is', [a, b]), is, `${a} and ${b}`);
});

test('words of what was told, and what could tell of those behind a conflict, are read by nobody', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const landlord = await addLandlord(services, 'vivid-2023');
  const { organisation } = landlord;
  const staff = await addColleague(services, landlord, ['da_manager', 'administrator'], 'Somebody');
  await database.owner.query(
    `insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by, verbatim,
        immediate_danger) values ($1, gen_random_uuid(), 'D-1', $2, $2, 'phone', 'person', 'Ring 07700 900123', 'no')`,
    [organisation, services.now().toString()],
  );
  const { rows } = await database.owner.query(
    'select array(select unnest(tokens) order by 1) as tokens from disclosure_told',
  );
  assert.deepEqual(rows, [{ tokens: ['#7700900123', '07700', '900123', 'ring'] }]);
  for (const scope of [
    { organisation, staff, roles: ['da_manager', 'administrator'] as const },
    { organisation, system: true } as const,
  ])
    for (const table of [sql`disclosure_told`, sql`conflict_fact`])
      await assert.rejects(
        transact(services.db, scope as never, (tx) => tx.run(sql`select from ${table}`)),
        /permission denied/,
      );
});
