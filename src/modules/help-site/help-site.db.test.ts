import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { buildHelpSite } from '#kit/http/sites.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addColleague, addLandlord, london, testClock, testServices } from '../../../tests/site.ts';
import { takeHelpReports } from '../disclosures/index.ts';
import { helpRoutes, helpShell } from './index.ts';

const words = 'I am scared to go home.\nPlease ring, never write.';

async function street(t: TestContext) {
  const database = await testDatabase(t);
  const clock = testClock('2026-11-22T23:40');
  const services = testServices(database, clock);
  const asThePublic = { ...services, db: { pool: database.public, checkRows: true } };
  const app = await buildHelpSite(asThePublic, { routes: helpRoutes, shell: helpShell });
  t.after(() => app.close());
  const landlord = await addLandlord(services, 'livv-2024', 'example-homes');
  const { organisation } = landlord;
  await transact(services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into helpline (organisation_id, id, line_id, name, phone, says, checked_on, place, made_at)
      values (${organisation}, ${newId()}, ${newId()}, 'National line', '0808 157 0000', 'Day and night, free',
        '2026-11-02', 1, ${clock.now()})`),
  );
  const send = (fields: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url: '/example-homes/tell-us',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ reported_for: 'me', verbatim: words, ...fields }).toString(),
    });
  const rows = async (query: string) => (await database.owner.query(query)).rows;
  const get = (url: string) => app.inject({ method: 'GET', url });
  return { database, services, clock, app, landlord, organisation, send, rows, get };
}

test('the first page is calm and small, and needs neither a cookie nor a script', async (t) => {
  const { get } = await street(t);
  assert.equal((await get('/')).headers.location, '/example-homes');
  const page = await get('/example-homes');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /<title>Help<\/title>/);
  assert.match(page.body, /call 999/i);
  assert.match(page.body, /press <strong>55<\/strong>/);
  assert.match(page.body, /0808 157 0000/);
  assert.match(page.body, /Checked on 2 November 2026/);
  assert.equal(page.headers['set-cookie'], undefined);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  const [style] = /\/assets\/[^"]+\.css/.exec(page.body) ?? [];
  const css = await get(style ?? '');
  assert.equal(css.statusCode, 200);
  assert.ok(page.body.length + css.body.length < 30 * 1024, `${page.body.length + css.body.length} bytes`);
  const elsewhere = [...page.body.matchAll(/(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g)];
  assert.deepEqual(
    elsewhere.map(([link]) => link),
    [],
  );
});

test('several landlords are listed plainly', async (t) => {
  const { services, get } = await street(t);
  await addLandlord(services, 'vivid-2023', 'other-homes');
  const page = await get('/');
  assert.match(page.body, /href="\/example-homes"/);
  assert.match(page.body, /href="\/other-homes"/);
});

test('leaving asks the browser to forget this site, and says to nobody where one was', async (t) => {
  const { get } = await street(t);
  const exit = await get('/exit');
  assert.equal(exit.statusCode, 303);
  assert.equal(exit.headers.location, 'https://www.bbc.co.uk/weather');
  assert.match(String(exit.headers['clear-site-data']), /"cache"/);
  assert.equal(exit.headers['referrer-policy'], 'no-referrer');
});

test('the safety page promises nothing that a browser does not keep', async (t) => {
  const { get } = await street(t);
  const { body } = await get('/example-homes/safety');
  assert.match(body, /history remains/i);
  assert.match(body, /cannot see whether there is software/i);
  assert.match(body, /Three ways to leave/);
});

test('a report lands on the triage board once, however often it is sent and taken', async (t) => {
  const { services, organisation, send, rows, get } = await street(t);
  const form = await get('/example-homes/tell-us');
  const id = /name="_submission" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const sent = {
    _submission: id,
    contact_channel: 'phone',
    contact_value: '07700 900321',
    safe_to_contact: 'yes',
  };
  const first = await send(sent);
  assert.equal(first.statusCode, 303, first.body);
  assert.equal(first.headers.location, '/example-homes/thanks');
  assert.equal((await send(sent)).statusCode, 303);
  assert.equal((await rows('select from help_report')).length, 1);
  await Promise.all([takeHelpReports(services, organisation), takeHelpReports(services, organisation)]);
  await takeHelpReports(services, organisation);
  const disclosures = await rows(
    'select id, verbatim, route, received_at, contact_value, recorded_by from disclosure',
  );
  assert.equal(disclosures.length, 1);
  assert.equal(disclosures[0].id, id);
  assert.equal(disclosures[0].verbatim, words);
  assert.equal(disclosures[0].route, 'web_form');
  assert.equal(disclosures[0].recorded_by, null);
  assert.equal(disclosures[0].received_at.toString(), '2026-11-22T23:40:00Z');
  const [promise] = await rows("select due_at from obligation where commitment = 'first-contact'");
  assert.equal(promise.due_at.toString(), '2026-11-23T17:00:00Z', 'told on Sunday night, due on Monday');
});

test('in danger everybody on the team is told as soon as it is taken', async (t) => {
  const { services, landlord, organisation, send, rows } = await street(t);
  const team = [
    await addColleague(services, landlord, ['da_worker']),
    await addColleague(services, landlord, ['da_manager']),
  ];
  await addColleague(services, landlord, ['director']);
  await send({ immediate_danger: 'yes' });
  await takeHelpReports(services, organisation);
  const told = await rows("select staff_id from notification where kind = 'danger' order by staff_id");
  assert.deepEqual(
    told.map(({ staff_id }) => staff_id),
    team.toSorted(),
  );
});

test('the thank-you page is neutral, and no confirmation is sent', async (t) => {
  const { get } = await street(t);
  const { body } = await get('/example-homes/thanks');
  assert.match(body, /<title>Thank you<\/title>/);
  assert.doesNotMatch(body, /abuse|violence|report/i);
});

test('whoever leaves no safe way is told that nobody can answer', async (t) => {
  const { get, send } = await street(t);
  const unsafe = await send({ safe_to_contact: 'no', contact_value: '07700 900321' });
  assert.equal(unsafe.headers.location, '/example-homes/thanks?reply=no');
  assert.match((await get('/example-homes/thanks?reply=no')).body, /Nobody can answer you/);
  assert.doesNotMatch((await get('/example-homes/thanks')).body, /Nobody can answer you/);
});

test('something missing keeps every word that was typed', async (t) => {
  const { send, rows } = await street(t);
  const answer = await send({ reported_for: '', contact_value: '07700 900321' });
  assert.equal(answer.statusCode, 422);
  assert.match(answer.body, /<title>Error: Help<\/title>/);
  assert.match(answer.body, /I am scared to go home\./);
  assert.match(answer.body, /07700 900321/);
  assert.equal((await rows('select from help_report')).length, 0);
});

test('a program that fills in what nobody sees is thanked and kept nowhere', async (t) => {
  const { send, rows } = await street(t);
  const answer = await send({ website: 'https://spam.example' });
  assert.equal(answer.headers.location, '/example-homes/thanks');
  assert.equal((await rows('select from help_report')).length, 0);
});

test('one address cannot flood the team, and a book cannot be sent', async (t) => {
  const { send } = await street(t);
  const statuses: number[] = [];
  for (let sent = 0; sent < 12; sent += 1) statuses.push((await send({})).statusCode);
  assert.deepEqual(statuses.slice(0, 10), Array(10).fill(303));
  assert.deepEqual(statuses.slice(10), [429, 429]);
  const flood = await street(t);
  assert.equal((await flood.send({ verbatim: 'x'.repeat(300_000) })).statusCode, 413);
});

test('on a closed day, and just before, every page says when somebody is there, and nothing says why', async (t) => {
  const { services, clock, landlord, organisation, get } = await street(t);
  const [manager, deputy] = [
    await addColleague(services, landlord, ['da_manager']),
    await addColleague(services, landlord, ['da_manager']),
  ];
  const as = (staff: typeof manager) => ({ organisation, staff, roles: ['da_manager'] }) as const;
  const closure = newId<string>();
  await transact(services.db, as(manager), (tx) =>
    tx.run(sql`insert into office_closure (organisation_id, id, first_day, last_day, reason, proposed_at, proposed_by)
      values (${organisation}, ${closure}, '2026-12-24', '2026-12-31', 'Our secret reason', ${clock.now()},
        ${manager})`),
  );
  const says = async (page: string) =>
    (await get(`/example-homes${page}`)).body.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  clock.set(london('2026-12-24T11:00'));
  assert.match(await says(''), /somebody reads it today until 17:00/, 'proposed is not agreed');
  clock.set(london('2026-11-22T23:40'));
  await transact(services.db, as(deputy), (tx) =>
    tx.run(sql`update office_closure set decision = 'approved', decided_at = ${clock.now()}, decided_by = ${deputy},
      version = 2 where id = ${closure}`),
  );
  for (const page of ['', '/tell-us', '/thanks', '/thanks?reply=no']) {
    clock.set(london('2026-12-23T16:00'));
    assert.match(
      await says(page),
      /today until 17:00, and after that not before Monday 4 January 2027 at 09:00/,
    );
    clock.set(london('2026-12-24T11:00'));
    const closed = await says(page);
    assert.match(closed, /nobody may read it before Monday 4 January 2027 at 09:00/);
    assert.match(closed, /Until then, in danger, call 999; or talk to somebody at one of the numbers/);
    assert.doesNotMatch(closed, /secret|Christmas|holiday|closed|closure/i);
  }
});

test('the public role reads which days are closed, and neither since when nor by whom nor why', async (t) => {
  const { database, organisation } = await street(t);
  const db = { pool: database.public, checkRows: true };
  const reads = (query: string) => transact(db, { organisation }, (tx) => tx.run(sql([query])));
  assert.equal(await reads('select day, opened_at from closed_day'), 0);
  for (const query of [
    'select agreed_at from closed_day',
    'select closure_id from closed_day',
    'select from office_closure',
  ])
    await assert.rejects(reads(query), /permission denied/, query);
});

test('the public role can add a report and can read nothing, not even that one', async (t) => {
  const { database, organisation, send } = await street(t);
  await send({});
  const db = { pool: database.public, checkRows: true };
  const tables = [
    'help_report',
    'disclosure',
    'triage',
    'staff',
    'person',
    'case_file',
    'event',
    'obligation',
  ];
  for (const table of tables) {
    await assert.rejects(
      transact(db, { organisation }, (tx) => tx.run(sql([`select from ${table}`]))),
      /permission denied/,
      table,
    );
  }
  await assert.rejects(
    transact(db, { organisation }, (tx) => tx.run(sql`update help_report set taken_at = now()`)),
    /permission denied/,
  );
});

test('a report cannot be added for another landlord than the one that was asked', async (t) => {
  const { database, services, organisation } = await street(t);
  const other = await addLandlord(services, 'vivid-2023', 'other-homes');
  const db = { pool: database.public, checkRows: true };
  await assert.rejects(
    transact(db, { organisation }, (tx) =>
      tx.run(sql`insert into help_report (organisation_id, id, received_at, fields)
        values (${other.organisation}, ${newId()}, ${services.now()}, '{}')`),
    ),
    /row-level security/,
  );
});

test('an address that is no landlord’s is not there', async (t) => {
  const { get } = await street(t);
  assert.equal((await get('/nobody')).statusCode, 404);
  assert.equal((await get('/nobody/tell-us')).statusCode, 404);
});
