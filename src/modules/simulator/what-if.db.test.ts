import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { testSite } from '../../../tests/site.ts';
import { routes } from './index.ts';

const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** A landlord with so many first contacts made two hours after something was told, one in ten the next day. */
async function aYear(t: TestContext, ended: number) {
  const site = await testSite(t, routes, '2026-11-18T10:00');
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const told = Temporal.Instant.from('2026-10-05T09:00:00Z');
  await transact({ pool: site.database.owner, checkRows: true }, { organisation }, async (tx) => {
    for (let nth = 0; nth < ended; nth += 1) {
      const [disclosure, startedAt] = [newId(), told.add({ hours: 24 * (nth % 5) })];
      const late = nth % 10 === 0;
      const at = startedAt.add({ hours: late ? 26 : 2 });
      await tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route,
            told_by, verbatim,
          immediate_danger)
        values (${organisation}, ${disclosure}, ${`D-${nth}`}, ${startedAt}, ${startedAt}, 'phone',
          'person', 'Words', 'no')`);
      await tx.run(sql`insert into obligation (organisation_id, id, commitment, pack_id, pack_version, disclosure_id,
          started_at, due_at, escalate_at, outcome, ended_at, fulfilled_at)
        values (${organisation}, ${newId()}, 'first-contact', 'vivid-2023', '2023-10', ${disclosure}, ${startedAt},
          ${startedAt.add({ hours: 8 })}, ${[startedAt]}, ${late ? 'breached' : 'met'}, ${at}, ${late ? at : null})`);
    }
  });
  return { site, landlord };
}

const unchanged = {
  promise: '',
  unit: 'as_now',
  amount: '',
  told: '0',
  colleagues: '1',
  hoursADay: '5',
  minutesToTriage: '30',
  minutesToContact: '75',
  minutesACaseAWeek: '60',
  weeksACaseIsOpen: '11',
};

test('a policy owner sees what a tighter promise would have cost last year, in rounded figures (V5)', async (t) => {
  const { site, landlord } = await aYear(t, 40);
  const director = await site.colleague(landlord, ['director']);
  assert.match(text((await director.get('/board/what-if')).body), /What if the policy were different\?/);
  const change = { ...unchanged, promise: 'first-contact', unit: 'working_hours', amount: '1' };
  const page = await director.post('/board/what-if', change);
  assert.equal(page.statusCode, 200);
  assert.match(text(page.body), /Contact on the same working day” were due within 1 working hour/);
  assert.match(text(page.body), /Contact on the same working day about 40 fewer than 5 about 40 about 40/);
});

test('without a change, last year is what it was', async (t) => {
  const { site, landlord } = await aYear(t, 60);
  const manager = await site.colleague(landlord, ['da_manager']);
  const page = await manager.post('/board/what-if', unchanged);
  assert.match(text(page.body), /Contact on the same working day about 60 about 5 about 60 about 5/);
});

test('what was typed wrongly is said beside the field and kept', async (t) => {
  const { site, landlord } = await aYear(t, 30);
  const director = await site.colleague(landlord, ['director']);
  const page = await director.post('/board/what-if', { ...unchanged, unit: 'working_hours', told: 'lots' });
  assert.equal(page.statusCode, 422);
  assert.match(page.body, /Choose the promise that would change/);
  assert.match(page.body, /value="lots"/);
});

test('too few promises say nothing, and another landlord’s are never counted', async (t) => {
  const { site } = await aYear(t, 40);
  const other = await site.landlord('livv-2024');
  const director = await site.colleague(other, ['director']);
  assert.match(text((await director.post('/board/what-if', unchanged)).body), /not enough has happened yet/);
});

test('before a year can be played again, the page says what is needed, how long it takes, what it shows', async (t) => {
  const { site, landlord } = await aYear(t, 13);
  const director = await site.colleague(landlord, ['director']);
  const words = text((await director.get('/board/what-if')).body);
  assert.match(words, /needs 20 promises that ended within the last 12 months/);
  const [said] = /So far there are [^.]*\./.exec(words) ?? [];
  assert.equal(said, 'So far there are at least 10.', 'small figures are told to nobody exactly');
  assert.match(words, /some weeks of casework are usually enough/);
  assert.match(words, /What it will show which promises would have been broken/);
  assert.doesNotMatch(words, /Play last year again/);
});

test('whoever works on cases without owning the policy does not try it out', async (t) => {
  const { site, landlord } = await aYear(t, 0);
  const worker = await site.colleague(landlord, ['da_worker']);
  assert.equal((await worker.get('/board/what-if')).statusCode, 403);
});

test('the figures are kept from everybody else by the database itself', async (t) => {
  const { site, landlord } = await aYear(t, 3);
  const { organisation } = landlord;
  for (const [role, seen] of [
    ['director', 3],
    ['da_worker', 0],
    ['contractor', 0],
  ] as const) {
    const { rows } = await site.database.app.query(
      `select count(*)::int as seen from (select set_config('lintel.organisation', $1, false),
        set_config('lintel.roles', $2, false)) asked,
        lateral (select * from lintel.promise_history('2026-01-01', '2027-01-01')) history`,
      [organisation, role],
    );
    assert.equal(rows[0].seen, seen, role);
  }
});
