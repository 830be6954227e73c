import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { testSite } from '../../../tests/site.ts';
import { routes } from './index.ts';

const text = (body: string) => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** A team of three, on Wednesday 18 November 2026 at ten. */
async function aTeam(t: TestContext) {
  const site = await testSite(t, routes, '2026-11-18T10:00');
  const landlord = await site.landlord('vivid-2023');
  const manager = await site.colleague(landlord, ['da_manager'], 'Mo Manager');
  const ada = await site.colleague(landlord, ['da_worker'], 'Ada Worker');
  const ben = await site.colleague(landlord, ['da_worker'], 'Ben Worker');
  const absence = async () => {
    const { rows } = await site.database.owner.query('select id from absence order by id desc limit 1');
    return String(rows[0]?.id);
  };
  return { site, landlord, manager, ada, ben, absence };
}

const hours = (more: Readonly<Record<string, string>>) => ({ _version: '0', ...more });

describe('the rota', () => {
  test('shows the office’s hours until somebody says other ones', async (t) => {
    const { ada } = await aTeam(t);
    assert.match(text((await ada.get('/rota')).body), /Ada Worker 09:00 to 17:00/);
    const saved = await ada.post(
      '/rota/hours',
      hours({
        'wednesday-starts': '8.30',
        'wednesday-ends': '12:00',
        'saturday-starts': '10:00',
        'saturday-ends': '11:00',
      }),
    );
    assert.equal(saved.headers.location, '/rota');
    const rota = text((await ada.get('/rota')).body);
    assert.match(
      rota,
      /Ada Worker Not working Not working 08:30 to 12:00 Not working Not working 10:00 to 11:00/,
    );
    assert.match(rota, /On duty now:.*Ada Worker until 12:00/);
    assert.match(rota, /Sat 21/, 'a weekend that is worked is shown');
  });

  test('hours that make no sense are asked for again, day by day, and nothing is lost', async (t) => {
    const { ada } = await aTeam(t);
    const wrong = await ada.post(
      '/rota/hours',
      hours({
        'monday-starts': '9',
        'monday-ends': '17:00',
        'friday-starts': '17:00',
        'friday-ends': '09:00',
      }),
    );
    assert.equal(wrong.statusCode, 422);
    assert.match(text(wrong.body), /Monday: say whether 9 is in the morning or in the evening: 9am or 9pm/);
    assert.match(text(wrong.body), /Friday: the end comes after the beginning/);
    assert.match(wrong.body, /value="9"/);
  });

  test('of two who change the same hours, the second is shown what is there and loses nothing', async (t) => {
    const { ada, manager } = await aTeam(t);
    await ada.post('/rota/hours', hours({ 'monday-starts': '10:00', 'monday-ends': '12:00' }));
    const second = await manager.post(
      `/rota/colleagues/${ada.staff}/hours`,
      hours({ 'monday-starts': '13:00', 'monday-ends': '15:00' }),
    );
    assert.equal(second.statusCode, 409);
    assert.match(text(second.body), /Somebody else changed these hours meanwhile/);
    assert.match(second.body, /value="13:00"/);
  });

  test('only a manager changes the hours of somebody else, and only of the team', async (t) => {
    const { site, landlord, ada, ben, manager } = await aTeam(t);
    assert.equal((await ben.get(`/rota/colleagues/${ada.staff}/hours`)).statusCode, 403);
    const caretaker = await site.colleague(landlord, ['colleague'], 'Cara Taker');
    assert.equal((await manager.get(`/rota/colleagues/${caretaker.staff}/hours`)).statusCode, 404);
    assert.equal((await caretaker.get('/rota')).statusCode, 403);
  });

  test('an absence says who covers, and ends when its colleague is back', async (t) => {
    const { ada, ben, absence } = await aTeam(t);
    const recorded = await ada.post('/rota/absences/new', {
      ...day('first', '2026-11-18'),
      ...day('last', '2026-11-20'),
      deputyId: ben.staff,
    });
    assert.equal(recorded.headers.location, '/rota');
    const away = text((await ben.get('/rota')).body);
    assert.match(away, /Ada Worker 09:00 to 17:00 09:00 to 17:00 Away Away Away/);
    assert.match(away, /Ada Worker 18 November 2026 20 November 2026 Ben Worker/);
    const refused = await ben.post(`/rota/absences/${await absence()}/return`);
    assert.equal(refused.statusCode, 403, 'who is back is said by oneself or a manager');
    assert.equal((await ada.post(`/rota/absences/${await absence()}/return`)).headers.location, '/rota');
    assert.match(text((await ada.get('/rota')).body), /Nobody is, as far as is recorded here/);
  });

  test('a manager records it for somebody who fell ill, until further notice; nobody else does', async (t) => {
    const { ada, ben, manager } = await aTeam(t);
    const ill = { ...day('first', '2026-11-18'), leaves: '13:00', staffId: ada.staff };
    assert.equal((await ben.post('/rota/absences/new', ill)).statusCode, 403);
    assert.equal((await manager.post('/rota/absences/new', ill)).headers.location, '/rota');
    const rota = text((await manager.get('/rota')).body);
    assert.match(
      rota,
      /Wednesday 18 November 2026 at 13:00 Not known yet Nobody who is there: name somebody/,
    );
    assert.match(rota, /09:00 to 13:00 Away Away/);
  });

  test('nobody covers who is away too, or for themselves', async (t) => {
    const { ada, ben } = await aTeam(t);
    await ben.post('/rota/absences/new', day('first', '2026-11-17'));
    const away = { ...day('first', '2026-11-18'), deputyId: ben.staff };
    assert.match(text((await ada.post('/rota/absences/new', away)).body), /This colleague is away then too/);
    const self = await ada.post('/rota/absences/new', { ...away, deputyId: ada.staff });
    assert.match(text(self.body), /nobody covers for themselves/);
    const backwards = { ...day('first', '2026-11-18'), ...day('last', '2026-11-17') };
    assert.match(text((await ada.post('/rota/absences/new', backwards)).body), /The last day comes before/);
  });

  test('what a colleague says of themselves is on no list, and can be taken back', async (t) => {
    const { site, ada, manager } = await aTeam(t);
    const before = text((await manager.get('/rota')).body);
    await ada.post('/rota/about-you', { gender: 'woman' });
    assert.match((await ada.get('/rota/about-you')).body, /value="woman" checked/);
    assert.equal(text((await manager.get('/rota')).body), before);
    await ada.post('/rota/about-you', { gender: '' });
    const { rows } = await site.database.owner.query('select from worker_gender');
    assert.equal(rows.length, 0);
    const { rows: events } = await site.database.owner.query(
      "select data from event where name = 'staff.changed'",
    );
    assert.doesNotMatch(JSON.stringify(events), /woman/, 'the record says that it changed, never to what');
  });

  test('an address with a week that is none shows this week', async (t) => {
    const { ada } = await aTeam(t);
    assert.match(text((await ada.get('/rota?week=nothing')).body), /Week of 16 November 2026/);
    assert.match(text((await ada.get('/rota?week=2026-12-29')).body), /Week of 28 December 2026/);
    assert.match(text((await ada.get('/rota?week=2026-12-29')).body), /Ada Worker Office closed/);
  });
});
