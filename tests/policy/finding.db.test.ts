import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { type Colleague, openOffice } from './office.ts';
import { aCase, writesDown } from './steps.ts';

/** What the quick find says of some words. */
async function finds(who: Colleague, q: string) {
  await who.get('/find');
  return who.post('/find', { q });
}

test('a case is found by whatever somebody knows of it, by those who may see it (V3.2, V3.5)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker);
  await lintel.database.owner.query("update case_file set described_as = 'Zoë O’Brien-Quill'");
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? 'none';

  for (const typed of [
    'zoe',
    'OBrienQuill',
    reference,
    reference.toLowerCase().replaceAll('-', ''),
    'Carys',
    'zoe carys',
  ])
    await t.test(
      `by “${typed === reference ? 'its reference' : typed.replace(/^c.{8}$/, 'c……')}”`,
      async () => {
        assert.match((await finds(worker, typed)).body, new RegExp(reference));
      },
    );

  await t.test('by whoever leads it, with a name of two letters too', async () => {
    const { owner } = lintel.database;
    await owner.query("update staff set name = 'Bo Li' where id = $1", [worker.staff]);
    for (const typed of ['bo', 'Li', 'zoe li'])
      assert.match((await finds(worker, typed)).body, new RegExp(reference), typed);
    assert.doesNotMatch((await finds(worker, 'b')).body, new RegExp(reference));
  });

  await t.test('every word must belong to it', async () => {
    assert.doesNotMatch((await finds(worker, 'zoe nobody')).body, new RegExp(reference));
  });

  await t.test('whoever has a conflict, and whoever sees no cases, gets what a stranger gets', async () => {
    const stranger = (await finds(worker, 'Grizelda')).body;
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: worker.staff,
      relation: 'neighbour',
      reason: 'Lives across the road',
    });
    const administrator = await office.colleague('administrator');
    for (const who of [worker, administrator]) {
      const { body } = await finds(who, 'zoe obrienquill');
      assert.doesNotMatch(body, new RegExp(`${reference}|Cases</caption>`));
      assert.match(body, /Nothing found/);
      assert.equal(/Nothing found/.test(stranger), true);
    }
    assert.match((await finds(manager, 'zoe')).body, new RegExp(reference));
  });

  await t.test('nothing that was typed stands in an address or in the record', async () => {
    const { rows } = await lintel.database.owner.query(
      "select data::text as data from event where name = 'register.searched'",
    );
    assert.ok(rows.length > 5);
    assert.doesNotMatch(JSON.stringify(rows), /zoe|carys/i);
  });

  await t.test('nothing, and too few digits, are said beside the field', async () => {
    assert.match((await finds(manager, '')).body, /Type a name/);
    for (const typed of ['1', '12', '’']) {
      const short = await finds(manager, typed);
      assert.equal(short.statusCode, 422, typed);
      assert.match(short.body, /Type a name, or more digits/, typed);
    }
  });

  await t.test('one or two letters are a whole name', async () => {
    for (const typed of ['z', 'zo']) {
      const begun = await finds(manager, typed);
      assert.equal(begun.statusCode, 200, typed);
      assert.doesNotMatch(begun.body, new RegExp(reference), 'a beginning would be too many');
    }
    await lintel.database.owner.query("update case_file set described_as = 'Zo Ng'");
    for (const typed of ['zo', 'Ng']) assert.match((await finds(manager, typed)).body, new RegExp(reference));
  });
});

test('what was told is found by the name that was told and by its reference, by those who triage it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const { reference } = await writesDown(worker, {
    person_name: 'Zelda O’Brien-Quill',
    address: '7 Sorrel Yard',
  });
  const [, first = '', second = ''] = /^D-(.{4})-(.{4})$/.exec(reference) ?? [];

  for (const [how, typed] of [
    ['the name as it is written', 'Zelda O’Brien-Quill'],
    ['a part of the name', 'quill'],
    ['the address', 'sorrel yard'],
    ['the reference', reference],
    ['the reference in small letters with spaces', reference.toLowerCase().replaceAll('-', ' ')],
    ['the reference without its letter', `${first} ${second}`.toLowerCase()],
    ['the first half of the reference', `D-${first}`],
    ['a half without the letter', first],
    ['the other half', second.toLowerCase()],
    ['name and reference', `zelda ${first}`],
  ] as const)
    await t.test(`by ${how}`, async () => {
      const { body } = await finds(worker, typed);
      assert.match(
        body,
        new RegExp(`What was told[\\s\\S]*${reference}[\\s\\S]*Zelda O’Brien-Quill[\\s\\S]*Waits in triage`),
      );
      assert.doesNotMatch(body, /Nothing[\w ]*is spelt exactly like that/, 'it is spelt so');
    });

  await t.test('every word must belong to it, and three letters are no reference', async () => {
    assert.doesNotMatch((await finds(worker, `zelda ${reference}x`)).body, new RegExp(`>${reference}<`));
    assert.doesNotMatch((await finds(worker, first.slice(0, 3))).body, new RegExp(`>${reference}<`));
  });

  await t.test(
    'whoever is said to be involved, and whoever triages nothing, gets what a stranger gets',
    async () => {
      const { owner } = lintel.database;
      await owner.query('update disclosure set blocked_staff = array[$1::uuid]', [worker.staff]);
      const administrator = await office.colleague('administrator');
      for (const who of [worker, administrator])
        for (const typed of ['Zelda O’Brien-Quill', reference, first, 'sorrel yard']) {
          const { body } = await finds(who, typed);
          assert.match(body, /Nothing found/);
          assert.doesNotMatch(body, new RegExp(`>${reference}<|What was told`));
        }
      assert.match((await finds(manager, 'quill')).body, new RegExp(reference));
      assert.match((await finds(manager, first)).body, new RegExp(reference));
    },
  );
});

test('only what is spelt otherwise is said to be so', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const file = await aCase(office.worker);
  await lintel.database.owner.query("update case_file set described_as = 'Zoë O’Brien-Quill'");
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await office.worker.get(file)).body)?.[0] ?? 'none';
  for (const typed of [
    reference,
    reference.slice(0, 6),
    reference.slice(2).toLowerCase().replace('-', ' '),
    'zoe',
  ])
    assert.doesNotMatch((await finds(office.worker, typed)).body, /spelt exactly/, typed);
  for (const typed of [reference.slice(0, 6), reference.slice(2).toLowerCase().replace('-', ' ')])
    assert.match((await finds(office.worker, typed)).body, new RegExp(`>${reference}<`), typed);
});

test('the team’s list begins with danger, then with the highest risk, and is narrowed by level', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { worker } = await openOffice(lintel);
  const files: string[] = [];
  for (let each = 0; each < 4; each += 1) files.push(await aCase(worker));
  const [calm, unrated, high, danger] = files.map((file) => file.split('/').at(-1) ?? '');
  const set = (id: string | undefined, what: string) =>
    lintel.database.owner.query(`update case_file set ${what} where id = '${id}'`);
  await set(calm, "risk_level = 'standard'");
  await set(high, "risk_level = 'high'");
  await set(danger, 'immediate_danger = true');
  const order = async (query = '') => {
    const { body } = await worker.get(`/cases/team${query}`);
    const ids = [...body.matchAll(/lintel-reference" href="\/cases\/([0-9a-f-]{36})"/g)];
    return ids.map(([, id]) => id);
  };
  assert.deepEqual(await order(), [danger, high, unrated, calm]);
  assert.deepEqual(await order('?level=high'), [high]);
  assert.deepEqual((await order('?level=none')).toSorted(), [danger, unrated].toSorted());
});
