import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { aRunningCase, at, attempt, text } from '#modules/cases/pages.fixture.ts';
import { staffRoutes } from '../src/app.ts';
import { london } from './site.ts';

const agreed = { channel: 'phone', value: '07700 900123', voicemail: 'yes', agreed: 'yes', _version: '0' };
const atWork = {
  ...{ channel: 'phone', name: 'her phone at work', value: '07700 900456', shared: 'no', agreed: 'yes' },
};
const aCall = {
  ...{ channel: 'call', purpose: 'talk', length: '30', interpreter: 'not_needed' },
  ...at('starts', '2026-11-20T14:00'),
};

/** On Wednesday two numbers are agreed, and a call is planned for Friday over the one at work, by a colleague. */
async function aPlannedCall(t: TestContext, packId: string) {
  const running = await aRunningCase(t, packId, staffRoutes);
  const { worker, landlord, site, caseId } = running;
  const page = `/cases/${caseId}/contact`;
  const colleague = await site.colleague(landlord, ['da_worker'], 'The colleague');
  await worker.post(`${page}/new`, agreed);
  await worker.post(`${page}/ways/new`, atWork);
  const way = /\/contact\/ways\/([0-9a-f-]{36})"/.exec((await worker.get(page)).body)?.[1] ?? '';
  const planned = await worker.post(`/cases/${caseId}/diary/new`, {
    ...aCall,
    ...{ over: way, staffId: colleague.staff },
  });
  assert.equal(planned.statusCode, 303, text(planned.body));
  const call = new URL(planned.headers.location ?? '', 'http://x').pathname;
  return { ...running, page, way, colleague, call };
}
type Running = Awaited<ReturnType<typeof aPlannedCall>>;

/** Everywhere a planned call is shown, and to whom. */
const places = [
  ['its own page', 'worker', ({ call }: Running) => call],
  ['the diary of the case', 'worker', ({ caseId }: Running) => `/cases/${caseId}/diary`],
  ['every page of the case', 'worker', ({ caseId }: Running) => `/cases/${caseId}/people`],
  ['the overview', 'worker', ({ caseId }: Running) => `/cases/${caseId}`],
  ['the day of whoever leads the case', 'worker', () => '/day'],
  ['the day of whoever rings', 'colleague', () => '/day'],
  ['the diary of whoever rings', 'colleague', () => '/diary'],
  ['the diary of the team', 'manager', () => '/diary/team'],
] as const;

async function marked(running: Running): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, who, path] of places) {
    const { statusCode, body } = await running[who].get(path(running));
    assert.equal(statusCode, 200, name);
    if (/no longer agreed/i.test(text(body))) found.push(name);
  }
  return found;
}
const everywhere = places.map(([name]) => name);

const undone: Readonly<Record<string, (running: Running) => Promise<{ readonly statusCode: number }>>> = {
  'it is ended': ({ worker, page, way }) =>
    worker.post(`${page}/ways/${way}/ending`, { because: 'not_safe' }),
  'its times are others': ({ worker, page, way }) =>
    worker.post(`${page}/ways/${way}`, {
      ...{ ...atWork, _version: '1', 'safe1-days': ['3'], 'safe1-from': '10:00', 'safe1-to': '11:00' },
    }),
  'it is a time never to use': ({ worker, page }) =>
    worker.post(`${page}/new`, {
      ...{ ...agreed, _version: '1', 'never1-days': ['5'], 'never1-from': '13:00', 'never1-to': '15:00' },
    }),
  'somebody else answered it': ({ worker, caseId, way }) =>
    worker.post(`/cases/${caseId}/contacts/new`, {
      ...attempt('someone_else_answered', '2026-11-18T10:03'),
      ...{ begunBy: 'us', over: way, suspicion: 'yes' },
    }),
  'no safe way is known': ({ worker, page }) =>
    worker.post(`${page}/new`, { ...agreed, _version: '1', channel: 'none', value: '' }),
};

for (const packId of ['vivid-2023', 'livv-2024'])
  for (const [why, happens] of Object.entries(undone))
    test(`${packId}: a call that is planned over a way is marked everywhere once ${why}`, async (t) => {
      const running = await aPlannedCall(t, packId);
      const { site } = running;
      assert.deepEqual(await marked(running), [], 'while it is agreed nothing is said');
      site.clock.set(london('2026-11-18T10:05'));
      const answer = await happens(running);
      assert.equal(answer.statusCode, 303);
      assert.deepEqual(await marked(running), everywhere);
      const day = text((await running.colleague.get('/day')).body);
      assert.match(day, /agree anew before .*Friday 20 November.*14:00, or cancel it/);
      assert.doesNotMatch(day, /Nothing is due today/);
      const notices = text((await running.colleague.get('/notifications')).body);
      assert.match(notices, /Something speaks against an appointment/);
    });

test('moved to a way that is agreed, agreed anew or cancelled, it is marked nowhere any more', async (t) => {
  const running = await aPlannedCall(t, 'vivid-2023');
  const { worker, colleague, page, way, call } = running;
  const ended = await worker.post(`${page}/ways/${way}/ending`, { because: 'not_safe' });
  assert.match(text((await worker.get(ended.headers.location ?? '')).body), /no longer agreed/i);
  await worker.post(`${page}/ways/${way}`, { ...atWork, _version: '2' });
  assert.deepEqual(await marked(running), [], 'agreed anew');
  await worker.post(`${page}/ways/${way}/ending`, { because: 'not_safe' });
  assert.deepEqual(await marked(running), everywhere);
  const moved = { ...aCall, over: 'first', staffId: colleague.staff, _version: '1' };
  const answer = await worker.post(`${call}/move`, moved);
  assert.equal(answer.statusCode, 303, text(answer.body));
  assert.deepEqual(await marked(running), []);
});

test('a call that was promised for four is marked where it stands, whether or not it is in the diary', async (t) => {
  const { worker, caseId, site } = await aRunningCase(t, 'vivid-2023', staffRoutes);
  const page = `/cases/${caseId}/contact`;
  await worker.post(`${page}/new`, agreed);
  const promised = await worker.post(`/cases/${caseId}/contacts/new`, {
    ...attempt('spoke_safely', '2026-11-18T10:00'),
    ...{
      begunBy: 'us',
      notes: 'She spoke of last night',
      stillRight: 'same',
      ...at('ring', '2026-11-18T16:00'),
    },
  });
  assert.equal(promised.statusCode, 303, text(promised.body));
  const seen = async () => {
    const shown = [page, `/cases/${caseId}`, '/day', '/diary', `/cases/${caseId}/diary`];
    const bodies = await Promise.all(shown.map(async (each) => text((await worker.get(each)).body)));
    return bodies.map((body) => /no longer agreed/i.test(body));
  };
  assert.deepEqual(await seen(), [false, false, false, false, false]);
  const call = /href="(\/calls\/[0-9a-f-]+)"/.exec((await worker.get(page)).body)?.[1] ?? '';
  site.clock.set(london('2026-11-18T10:10'));
  const none = await worker.post(`${page}/new`, { ...agreed, _version: '1', channel: 'none', value: '' });
  assert.equal(none.statusCode, 303);
  assert.deepEqual(await seen(), [true, true, true, true, true]);
  const own = text((await worker.get(call)).body);
  assert.match(own, /No longer agreed: agree anew before .*16:00/);
  assert.match(own, /Do not ring before then/);
  assert.match(text((await worker.get('/day')).body), /Look before anybody rings/);
});
