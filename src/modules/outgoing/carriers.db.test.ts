import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import type { Carriers } from '#kit/carrier.ts';
import { render } from '#kit/html.ts';
import { sql } from '#kit/sql.ts';
import { addTeam, teamOf } from '#modules/cases/testing.ts';
import { testSite } from '../../../tests/site.ts';
import { testWords } from './carriers.ts';
import { jobs } from './jobs.ts';
import { carrierRoutes } from './routes/carriers.ts';
import { carrierStandings } from './store/carrier-standing.ts';
import { askForTest } from './store/carrier-tests.ts';
import { messagesStanding } from './store/messages-standing.ts';
import { agrees, program, remembering, writes } from './testing.ts';
import { carriersPage } from './views/carriers.ts';

const anyRow = z.object({ id: z.uuid() });

const path = '/messages-that-leave';

async function desk(t: TestContext, carriers: Carriers = {}) {
  const site = await testSite(t, carrierRoutes);
  Object.assign(site.services, { carriers });
  const landlord = await site.landlord('vivid-2023');
  const administrator = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  const run = async () => {
    for (const job of jobs) await job.run(site.services, landlord.organisation);
  };
  return {
    site,
    landlord,
    administrator,
    run,
    ask: (given: Record<string, string>) => administrator.post(`${path}/test`, given),
  };
}

test('an administrator reads by what messages leave; whoever works on cases does not', async (t) => {
  const { site, landlord, administrator } = await desk(t, { text: remembering() });
  const { body } = await administrator.get(path);
  assert.match(body, /a service for tests<br>Set up\. Nothing has left by it yet/);
  assert.match(body, /Not set up/);
  const manager = await site.colleague(landlord, ['da_manager']);
  assert.equal((await manager.get(path)).statusCode, 403);
  assert.equal((await manager.post(`${path}/test`, { channel: 'email' })).statusCode, 403);
});

test('a test goes to the administrator alone, in words that nobody chooses; its number is forgotten', async (t) => {
  const [text, email] = [remembering(), remembering()];
  const { site, administrator, run, ask } = await desk(t, { text, email });
  assert.equal((await ask({ channel: 'text', phone: '07700 900999', words: 'Anything' })).statusCode, 303);
  assert.equal(
    (await ask({ channel: 'email', phone: '07700 900999', to: 'ren@example.test' })).statusCode,
    303,
  );
  await run();
  await run();
  const sent = ({ parcels }: typeof text) => parcels.map(({ to, words, sender }) => [to, words, sender]);
  assert.deepEqual(sent(text), [['+447700900999', testWords, '']]);
  assert.deepEqual(sent(email), [[`${administrator.staff}@example.test`, testWords, '']]);
  const { rows } = await site.database.owner.query("select 1 from carrier_test where phone <> ''");
  assert.equal(rows.length, 0);
  const { rows: events } = await site.database.owner.query(
    "select data from event where name = 'carrier.test-asked' order by data ->> 'channel'",
  );
  assert.deepEqual(events, [{ data: { channel: 'email' } }, { data: { channel: 'text' } }]);
  assert.match((await administrator.get(path)).body, /A text message, [^<]*: taken by the service/);
});

test('what is wrong with a number is said beside it, and a sixth test within the hour is refused', async (t) => {
  const { ask } = await desk(t, { text: remembering() });
  const wrong = await ask({ channel: 'text', phone: '01632 960001' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /id="phone-error"[\s\S]*?Enter a mobile number of here/);
  assert.match(wrong.body, /value="01632 960001"/);
  for (let each = 0; each < 5; each += 1) assert.equal((await ask({ channel: 'email' })).statusCode, 303);
  const sixth = await ask({ channel: 'email' });
  assert.equal(sixth.statusCode, 403);
  assert.match(sixth.body, /five test messages/);
});

test('a service that fails is said with its code and since when, until it works again', async (t) => {
  let away = true;
  const email = remembering(({ id }) =>
    away ? { how: 'not_reached', fault: 'ECONNREFUSED' } : { how: 'taken', carrierId: id },
  );
  const { site, administrator, run, ask } = await desk(t, { email });
  await ask({ channel: 'email' });
  await run();
  const failing = (await administrator.get(path)).body;
  assert.match(failing, /Fails\s*<\/strong> Since 18 November 2026,[^<:]*<code>ECONNREFUSED<\/code>/);
  const health = async () => (await site.app.inject({ url: '/health' })).body;
  assert.doesNotMatch(await health(), /messages/);
  site.clock.set(site.clock.now().add({ minutes: 16 }));
  assert.match(await health(), /^messages: failing$/m);
  away = false;
  await ask({ channel: 'email' });
  await run();
  assert.match(
    (await administrator.get(path)).body,
    /Worked when last used\s*<\/strong> It last took a message: 18 November 2026\./,
    'the day alone',
  );
  assert.doesNotMatch(await health(), /messages/);
});

test('that another service worked before is not told of the one that is set up now', async (t) => {
  const { site, administrator, run, ask } = await desk(t, { text: remembering() });
  await ask({ channel: 'text', phone: '07700 900999' });
  await run();
  assert.match(
    (await administrator.get(path)).body,
    /Worked when last used[\s\S]*said of none that it arrived/,
  );
  Object.assign(site.services, { carriers: { text: { ...remembering(), name: 'sms.example' } } });
  const changed = (await administrator.get(path)).body;
  assert.match(
    changed,
    /sms\.example<br>Set up\. Nothing has left by it yet\. Until 18 November 2026 it was another, “a service/,
  );
  assert.doesNotMatch(changed, /Worked/);
  await ask({ channel: 'text', phone: '07700 900999' });
  await run();
  assert.match((await administrator.get(path)).body, /sms\.example<br><strong[^>]*>\s*Worked when last used/);
});

test('how many stand how is told in numbers from which nobody can tell of one, and of no case', async (t) => {
  const team = await teamOf(t);
  const { run } = program(team, { text: remembering() });
  const caseId = await team.open(team.worker);
  await agrees(team, caseId, { shared: 'yes', whoMightAnswer: 'his mother' });
  for (let each = 0; each < 2; each += 1) await writes(team, caseId);
  await run();
  const [counts, standings] = await team.as(team.administrator, async (tx) => [
    await messagesStanding(tx, team.organisation),
    await carrierStandings(tx, team.organisation),
  ]);
  const { rows } = await team.db.pool.query('select 1 from message');
  assert.equal(rows.length, 0, 'no message is theirs to read');
  const page = render(
    carriersPage({ names: {}, standings, counts, tests: [], day: () => 'today', when: () => 'now' }),
  );
  const said = page.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');
  assert.match(said, /Held until somebody of the team has looked fewer than 5/);
  assert.match(said, /In doubt: nobody knows whether they left none/);
  assert.match(said, /not agreed, not sure or not asked about fewer than 5/);
  assert.doesNotMatch(said, /mother|Please call|\b2\b/);
});

test('another landlord’s messages are not counted, and only administrators see what was tested', async (t) => {
  const team = await teamOf(t);
  const another = await addTeam(team.db, team.behind);
  const caseId = await team.open(team.worker);
  await writes(team, caseId);
  assert.deepEqual(
    await another.as(another.administrator, (tx) => messagesStanding(tx, another.organisation)),
    [],
  );
  await team.as(team.administrator, (tx, who) => askForTest(tx, who, 'email', ''));
  const seenBy = (staff: typeof team.worker) =>
    team.as(staff, async (tx) => (await tx.rows(anyRow, sql`select id from carrier_test`)).length);
  assert.deepEqual([await seenBy(team.administrator), await seenBy(team.worker)], [1, 0]);
});
