import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as account from '#modules/account/index.ts';
import { testDatabase } from '../tests/database.ts';
import { browser, testClock, testServices, testSite } from '../tests/site.ts';
import { demonstrationCode, demonstrationSignIns, loadDemonstration } from './index.ts';
import { saysCosts, saysMoney, saysStepsOverIncome, saysWhatLeft } from './leaving.fixture.ts';
import { saysWhatASecondPersonSaw, saysWhenTheOfficeIsClosed, saysWhoIsOnCall } from './office.fixture.ts';
import { landlords } from './script/landlords.ts';
import { shownSeason } from './script/season.ts';
import { count, counting, knownPeople, organisations, promises, sealedWhole } from './testing.ts';

// Over 20 s: four months of casework at two landlords are played through the program, four times.
/** What `npm start` waits for the first time: raise it only for what a visitor sees. */
const mostADay = 408;
const moments = { 'a Wednesday at eleven': '2026-11-18T11:00', 'a Sunday afternoon': '2026-11-22T16:40' };

for (const [when, present] of Object.entries(moments)) {
  test(`the demonstration, loaded on ${when}`, async (t) => {
    const { site, statements } = await load(t, present);
    const { database, services } = site;
    const figures = await promises(database);
    await t.test('a day of a landlord is played with no more statements than it was given', () => {
      const days = landlords.length * shownSeason.days;
      assert.ok(statements / days < mostADay, `${statements / days}: a first start waits for each of them`);
    });

    await t.test('there are two invented landlords, one under each policy', async () => {
      const { rows } = await database.owner.query(
        'select slug, pack_id, demonstration from organisation order by 1',
      );
      assert.deepEqual(rows, [
        { slug: 'quillbrook', pack_id: 'vivid-2023', demonstration: true },
        { slug: 'wrenfold', pack_id: 'livv-2024', demonstration: true },
      ]);
    });

    await t.test('each promise with a deadline has been kept, and under each policy some were broken', () => {
      for (const { slug, packId } of landlords) {
        const clocks = services.packs
          .find(packId)
          .commitments.filter(({ measure }) => measure.kind === 'clock');
        const never = clocks.filter(({ id }) => !count(figures, slug, id, 'met')).map(({ id }) => id);
        assert.deepEqual(never, [], `never kept at ${slug}`);
        assert.ok(count(figures, slug, 'first-contact', 'breached') > 0);
        assert.ok(count(figures, slug, 'triage', 'breached') > 0);
      }
    });

    await t.test('of the first contacts that ended, between 80 and 97 in a hundred were in time', () => {
      for (const { slug } of landlords) {
        const [met, broken] = ['met', 'breached'].map((each) => count(figures, slug, 'first-contact', each));
        const share = (met ?? 0) / ((met ?? 0) + (broken ?? 0));
        assert.ok(share > 0.8 && share < 0.97, `${share} at ${slug}`);
      }
    });

    await t.test('a manager’s plan was counted apart', () => {
      for (const { slug } of landlords) assert.ok(count(figures, slug, 'first-contact', 'met_by_plan') > 0);
    });

    await t.test('the board has figures for every promise and every piece of evidence', async () => {
      const { rows } = await database.owner.query(
        'select distinct slug, commitment from promise_day join organisation using (organisation_id)',
      );
      for (const { slug, packId } of landlords)
        for (const { id, measure } of services.packs.find(packId).commitments)
          if (measure.kind === 'clock' || measure.kind === 'evidence')
            assert.ok(
              rows.some((row) => row.slug === slug && row.commitment === id),
              `${id} at ${slug}`,
            );
    });

    await t.test(
      'right now promises are fresh, half gone, nearly due and broken, and somebody is in danger',
      async () => {
        const { rows } = await database.owner.query(`select slug, escalated, outcome from obligation
        join organisation using (organisation_id) where outcome is null or fulfilled_at is null`);
        for (const { slug } of landlords) {
          const here = rows.filter((row) => row.slug === slug);
          for (const escalated of [0, 1, 2])
            assert.ok(
              here.some((row) => row.outcome === null && row.escalated === escalated),
              `${escalated} at ${slug}`,
            );
          assert.ok(here.some((row) => row.outcome === 'breached'));
        }
        const untriaged = await database.owner.query(`select organisation_id from disclosure
        where triaged_at is null and immediate_danger = 'yes' group by 1`);
        assert.equal(untriaged.rows.length, 2);
      },
    );

    await t.test('nothing has happened in the future, and every sweep has told whom it should', async () => {
      const now = services.now().toString();
      for (const [table, column] of dated) {
        const { rows } = await database.owner.query(
          `select count(*)::int as late from ${table} where ${column} > $1`,
          [now],
        );
        assert.equal(rows[0].late, 0, `${table}.${column}`);
      }
      const { rows } = await database.owner.query(
        'select count(*)::int as due from obligation where next_look_at < $1',
        [now],
      );
      assert.equal(rows[0].due, 0);
    });

    await t.test('one landlord loaded a tool of its own, and asked with it in an open case', async () => {
      const { rows } = await database.owner.query(`select slug, title, c.closed_at is null as open, ending,
          risk_level as level
        from risk_instrument i join organisation using (organisation_id)
          join risk_assessment a using (organisation_id, instrument)
          join case_file c on c.organisation_id = a.organisation_id and c.id = a.case_id`);
      const judged = { open: true, ending: 'finished', level: 'high' };
      assert.deepEqual(rows, [{ slug: 'quillbrook', title: 'Larkhaven lantern', ...judged }]);
    });

    await t.test('an open case at high risk is there to be looked at', async () => {
      const { rows } = await database.owner.query(`select slug from case_file
        join organisation using (organisation_id) where risk_level = 'high' and closed_at is null group by 1`);
      assert.equal(rows.length, landlords.length);
    });

    await t.test('everybody’s phone is one that nobody answers', async () => {
      const { rows } = await database.owner.query('select distinct unnest(phones) as phone from person');
      assert.ok(rows.length > 300);
      for (const { phone } of rows) assert.match(phone, /^\+44(7700900|1632960|2079460)\d{3}$/);
      const written = await database.owner.query(`select string_agg(concat_ws(' ', verbatim, contact_value,
        informant_contact, route_details::text, promised), ' ') as words from disclosure`);
      for (const [number] of written.rows[0].words.matchAll(/\b0\d[\d ]{8,}\d\b/g))
        assert.match(number, /^(07700 900|01632 960|020 7946 0)\d{3}$/);
    });

    await t.test('some people agreed to a mailbox beside their phone, with terms of its own', async () => {
      const { rows } = await database.owner.query(
        "select distinct value from agreed_way where channel = 'email' and do_not <> ''",
      );
      assert.deepEqual(rows, [{ value: 'own.mailbox@example.org' }]);
    });

    for (const says of [
      saysWhatLeft,
      saysStepsOverIncome,
      saysMoney,
      saysCosts,
      saysWhatASecondPersonSaw,
      saysWhenTheOfficeIsClosed,
    ])
      await says(t, database);
    await saysWhoIsOnCall(t, services, database);
    await t.test('nobody is called like somebody whom the public knows', async () => {
      const { rows } = await database.owner.query(`select given_name || ' ' || family_name as name from person
        union select name from staff union select alleged_name from disclosure`);
      for (const { name } of rows) assert.ok(!knownPeople.includes(name), name);
    });

    await t.test('no event holds anybody’s name', async () => {
      const people = await database.owner.query(`select family_name as name from person
        union select split_part(name, ' ', 2) from staff`);
      const events = await database.owner.query('select distinct data::text as data from event');
      for (const { data } of events.rows)
        for (const { name } of people.rows) assert.ok(!data.includes(name), `${name} in ${data}`);
    });

    await t.test('the record is sealed and verifies', async () => {
      for (const organisation of await organisations(database)) {
        const verified = await sealedWhole(services, organisation);
        assert.deepEqual(verified.faults, []);
        assert.equal(verified.unsealed, 0);
        assert.ok(verified.events > 1_000);
      }
    });

    await t.test('everybody of whom a visitor is told can sign in with what is printed', async () => {
      const told = await demonstrationSignIns(services);
      assert.equal(told.length, 24);
      for (const { landlord, email, password, code } of told) {
        const { slug } = landlords.find(({ name }) => name === landlord) as (typeof landlords)[number];
        const visitor = browser(site.app, '' as never, '');
        await visitor.post('/sign-in', { landlord: slug, email, password });
        await visitor.get('/second-factor');
        if (code !== null) await visitor.post('/second-factor', { code });
        assert.equal((await visitor.get('/account')).statusCode, 200, email);
      }
    });

    await t.test('loading it again changes nothing', async () => {
      await loadDemonstration(services, () => {});
      assert.equal((await organisations(database)).length, 2);
    });
  });
}

test('it is played as well where two stories of one case meet, as they do before this night', async (t) => {
  const { site } = await load(t, '2026-12-01T02:20');
  const { rows } = await site.database.owner.query('select slug from organisation order by slug');
  assert.deepEqual(
    rows.map(({ slug }) => slug),
    landlords.map(({ slug }) => slug),
  );
});

test('a load that fails half-way leaves nothing behind', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T11:00'));
  const failing = (share: number) => {
    if (share > 0.1) throw new Error('the power went');
  };
  await assert.rejects(loadDemonstration(services, failing), /the power went/);
  for (const table of ['organisation', 'staff', 'person', 'case_file', 'event']) {
    const { rows } = await database.owner.query(`select count(*)::int as left from ${table}`);
    assert.equal(rows[0].left, 0, table);
  }
});

test('the code that the command prints is the one that the accounts take', () => {
  const now = Temporal.Instant.from('2026-11-18T11:00:00Z');
  assert.match(demonstrationCode(now).code, /^\d{6}$/);
  assert.equal(demonstrationCode(now.add({ seconds: 5 })).code, demonstrationCode(now).code);
});

const dated = [
  ['event', 'at'],
  ['disclosure', 'recorded_at'],
  ['case_entry', 'recorded_at'],
  ['contact', 'happened_at'],
  ['notification', 'at'],
  ['case_file', 'opened_at'],
] as const;

async function load(t: TestContext, present: string) {
  const site = await testSite(t, account.routes, present, { keepDraft: account.keepDraft });
  const shares: number[] = [];
  const sent = counting(site.services.db.pool);
  await loadDemonstration(site.services, (share) => shares.push(share));
  assert.deepEqual(
    shares,
    shares.toSorted((one, other) => one - other),
    'progress only grows',
  );
  assert.equal(shares.at(-1), 1);
  return { site, statements: sent() };
}
