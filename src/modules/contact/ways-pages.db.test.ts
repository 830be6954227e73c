import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRunningCase, at, attempt, text } from '#modules/cases/pages.fixture.ts';
import { addSession, browser, london } from '../../../tests/site.ts';

const agreed = { channel: 'phone', value: '07700 900123', voicemail: 'yes', agreed: 'yes', _version: '0' };
const atWork = {
  channel: 'phone',
  name: 'her phone at work',
  value: '07700 900456',
  shared: 'no',
  'safe1-days': ['3'],
  'safe1-from': '10:00',
  'safe1-to': '11:00',
  doNot: 'Never say who we are',
  agreed: 'yes',
};

async function withWork(t: Parameters<typeof aRunningCase>[0]) {
  const running = await aRunningCase(t);
  const { worker, caseId, site, organisation } = running;
  const page = `/cases/${caseId}/contact`;
  await worker.post(`${page}/new`, agreed);
  const added = await worker.post(`${page}/ways/new`, atWork);
  assert.equal(added.statusCode, 303);
  const way = /\/contact\/ways\/([0-9a-f-]{36})"/.exec((await worker.get(page)).body)?.[1] ?? '';
  const later = async (when: string) => {
    site.clock.set(london(when));
    return browser(site.app, worker.staff, await addSession(site.services, organisation, worker.staff));
  };
  return { ...running, page, way, later };
}

test('before anything is agreed, or where nothing is safe, no further number is taken', async (t) => {
  const { worker, caseId } = await aRunningCase(t);
  const page = `/cases/${caseId}/contact`;
  assert.match(
    text((await worker.get(`${page}/ways/new`)).body),
    /Write down first how they want to be reached/,
  );
  assert.equal((await worker.post(`${page}/ways/new`, atWork)).statusCode, 403);
  await worker.post(`${page}/new`, { ...agreed, channel: 'none', value: '' });
  assert.equal((await worker.post(`${page}/ways/new`, atWork)).statusCode, 403);
});

test('a further number stands under its name, with its own terms; what must not be done stands above', async (t) => {
  const { worker, caseId, page } = await withWork(t);
  const refused = await worker.post(`${page}/ways/new`, { ...atWork, name: '07700 900456', shared: 'yes' });
  assert.equal(refused.statusCode, 422);
  assert.match(text(refused.body), /Call it something that is not the number/);
  assert.match(text(refused.body), /say who might answer or see it/);
  const shown = (await worker.get(page)).body;
  assert.match(text(shown), /Her phone at work/);
  assert.match(
    text((await worker.get(`/cases/${caseId}`)).body),
    /Do not \(her phone at work\) Never say who we are/,
  );
});

test('a number is shown by its own terms or for a reason of its own, and no other with it', async (t) => {
  const { later, page, way } = await withWork(t);
  const worker = await later('2026-11-18T15:00');
  assert.doesNotMatch((await worker.get(page)).body, /07700 900456/, 'it is outside its hours');
  const reason = { reason: 'danger', over: way };
  const once = await worker.post(page, reason);
  assert.match(once.body, /07700 900456/);
  assert.match(text((await worker.get(page)).body), /her phone at work: Somebody may be in danger now/);
  const none = await worker.post(page, { ...reason, over: 'nonsense' });
  assert.equal(none.statusCode, 404);
});

test('where there are several, a try of ours says over which; each is ended and asked again by itself', async (t) => {
  const { later, page, way, caseId } = await withWork(t);
  const worker = await later('2026-11-18T15:00');
  const record = `/cases/${caseId}/contacts/new`;
  const call = attempt('no_answer', '2026-11-18T14:50');
  const unclear = await worker.post(record, call);
  assert.equal(unclear.statusCode, 422);
  assert.match(text(unclear.body), /Say which number, address or place it was/);
  assert.equal((await worker.post(record, { ...call, over: 'first' })).statusCode, 303);
  const outside = await worker.post(record, { ...call, over: way });
  assert.match(text(outside.body), /outside the times that were agreed\. Say what is to be done now/);
  const another = await worker.post(record, { ...call, over: 'another', doNow: 'Ask her whose it was' });
  assert.equal(another.statusCode, 303);
  assert.match(
    text((await worker.get(page)).body),
    /Over another way than was agreed.*This way was not agreed/s,
  );
  const inTime = { ...call, ...at('happened', '2026-11-18T10:40') };
  assert.equal((await worker.post(record, { ...inTime, over: way })).statusCode, 303);
  assert.match(text((await worker.get(page)).body), /Over: her phone at work/);

  const again = await worker.post(`${page}/ways/${way}`, {
    ...{ ...atWork, value: '', unseen: 'yes', text: 'yes' },
    _version: '1',
  });
  assert.equal(again.statusCode, 303, 'a number that was not shown stays where nothing is typed');
  const second = await worker.post(`${page}/ways/${way}`, { ...atWork, _version: '1' });
  assert.equal(second.statusCode, 409, 'somebody else was first');
  assert.equal((await worker.post(`${page}/ways/${way}/ending`, {})).statusCode, 422);
  const twice = [0, 1, 2].map(() => worker.post(`${page}/ways/${way}/ending`, { because: 'not_safe' }));
  const [first, ...others] = (await Promise.all(twice)).map(({ statusCode }) => statusCode).toSorted();
  assert.equal(first, 303);
  assert.ok(
    others.every((status) => status === 404 || status === 409),
    'whoever is second in the same moment is told so',
  );
  assert.equal((await worker.get(`${page}/ways/${way}/ending`)).statusCode, 404);
  assert.match(text((await worker.get(page)).body), /Ended It is not safe any more, or may not be/);
  const after = await worker.post(record, { ...call, over: way });
  assert.match(text(after.body), /outside the times/, 'when it was made it had not been ended');
});
