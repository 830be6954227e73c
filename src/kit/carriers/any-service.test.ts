import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { httpService, json } from '../../../tests/http-service.ts';
import { anyService } from './any-service.ts';
import { type HttpService, textService } from './text-service.ts';

const parcel = { id: '0197-1', to: '+447700900123', words: 'Please call "Sam", {{secret}}', sender: '' };
const secret = 'a-key-of-the-service';
const callbackKey = 'k'.repeat(32);

function over(url: string, more: object = {}, send: object = {}) {
  const json = { to: '{{to}}', messages: [{ text: '{{words}}', ref: '{{id}}' }] };
  const headers = { authorization: 'Bearer {{secret}}' };
  const given = {
    service: 'http',
    send: { url: `${url}/v1/messages`, headers, json, id: '/messages/0/id', ...send },
    ...more,
  };
  return anyService(textService.parse(given) as HttpService, { secret, callback: callbackKey });
}

type Answers = readonly [status: number, said: unknown, headers?: Record<string, string>];

async function answering(t: TestContext, [status, said, headers]: Answers, send: object = {}) {
  const service = await httpService(t, (_asked, response) => json(response, status, said, headers));
  return over(service.url, {}, send).carry(parcel);
}

test('a service is spoken to as its settings say, and what somebody wrote can say nothing else', async (t) => {
  const service = await httpService(t, (_asked, response) =>
    json(response, 202, { messages: [{ id: 'm-7' }] }),
  );
  assert.deepEqual(await over(service.url).carry(parcel), { how: 'taken', carrierId: 'm-7' });
  const [asked] = service.asked;
  assert.equal(asked?.headers.authorization, `Bearer ${secret}`);
  assert.deepEqual(JSON.parse(asked?.body ?? ''), {
    to: parcel.to,
    messages: [{ text: parcel.words, ref: parcel.id }],
  });
  const { json: _json, ...form } = { json: 0, form: { To: '{{to}}', Body: '{{words}}' } };
  await over(service.url, {}, { json: undefined, ...form }).carry({ ...parcel, words: 'a&To=+44' });
  assert.equal(service.asked[1]?.body, 'To=%2B447700900123&Body=a%26To%3D%2B44');
});

test('refused for good is what is about this message; what is about us or the hour is tried again', async (t) => {
  assert.deepEqual(await answering(t, [422, {}]), { how: 'refused', fault: '422' });
  assert.deepEqual(await answering(t, [401, {}]), { how: 'not_reached', fault: '401' });
  assert.deepEqual(await answering(t, [307, {}, { location: 'https://elsewhere.example/' }]), {
    how: 'not_reached',
    fault: '307',
  });
  assert.deepEqual(await answering(t, [429, {}, { 'retry-after': '120' }]), {
    how: 'not_reached',
    fault: '429',
    after: 120,
  });
  assert.deepEqual(await answering(t, [429, {}, { 'retry-after': '99999999' }]), {
    how: 'not_reached',
    fault: '429',
    after: 3_600,
  });
});

test('whatever may have come after the message was taken leaves it in doubt', async (t) => {
  for (const status of [303, 408, 409, 500, 502, 503, 504])
    assert.deepEqual(await answering(t, [status, {}]), { how: 'not_known', fault: String(status) });
  assert.equal((await answering(t, [200, { error: 'no such account' }])).how, 'not_known');
  assert.equal((await answering(t, [200, { messages: [{ id: 'x'.repeat(70_000) }] }])).how, 'not_known');
  assert.equal((await answering(t, [503, {}], { notTaken: [503] })).how, 'not_reached');
});

test('a service that answers 200 to what it refuses says so by a word', async (t) => {
  const refused = { at: '/messages/0/status', is: ['6'] };
  const said = { messages: [{ status: 6, id: 'm-1' }] };
  assert.deepEqual(await answering(t, [200, said], { refused }), { how: 'refused', fault: '200 refused' });
});

test('what became of a message is asked, and only words that were agreed are believed', async (t) => {
  let says: unknown = { status: 'DELIVRD' };
  const service = await httpService(t, (_asked, response) => json(response, 200, says));
  const state = {
    url: `${service.url}/m/{{carrierId}}`,
    at: '/status',
    arrived: ['DELIVRD'],
    ...{ notArrived: ['UNDELIV', 'NONUMBER'], gone: ['NONUMBER'] },
  };
  const { stateOf } = over(service.url, { state });
  assert.deepEqual(await stateOf?.('a/b?c'), { how: 'arrived' });
  assert.equal(service.asked[0]?.path, '/m/a%2Fb%3Fc');
  says = { status: 'UNDELIV' };
  assert.deepEqual(await stateOf?.('m'), { how: 'not_arrived', fault: 'not_arrived', gone: false });
  says = { status: 'NONUMBER' };
  assert.deepEqual(await stateOf?.('m'), { how: 'not_arrived', fault: 'not_arrived', gone: true });
  says = { status: 'ACCEPTD' };
  assert.equal((await stateOf?.('m'))?.how, 'on_its_way');
  says = 'gone';
  assert.equal((await stateOf?.('m'))?.how, 'not_known');
});

test('only a list that holds nothing says that a message is not there', async (t) => {
  let says: unknown = { items: [{ ref: parcel.id, id: 'm-3' }] };
  const service = await httpService(t, (_asked, response) => json(response, 200, says));
  const find = { url: `${service.url}/m?ref={{id}}`, list: '/items', reference: 'ref', id: 'id' };
  const { find: found } = over(service.url, { find });
  assert.deepEqual(await found?.(parcel.id), { how: 'there', carrierId: 'm-3' });
  says = { items: [] };
  assert.deepEqual(await found?.(parcel.id), { how: 'not_there' });
  for (says of [{ items: [{ ref: 'other', id: 'm' }] }, {}, { items: null }, 'no'])
    assert.equal((await found?.(parcel.id))?.how, 'not_known');
});

test('what is said in the name of a service is believed only where it signed these very bytes', () => {
  const callback = {
    header: 'X-Signature',
    prefix: 'sha256=',
    id: '/id',
    at: '/status',
    arrived: ['ok'],
    notArrived: ['no'],
  };
  const { hear } = over('https://sms.example', { callback });
  const body = Buffer.from('{"id":"m-1","status":"ok"}');
  const by = (key: string, over = body) => ({
    headers: { 'x-signature': `sha256=${createHmac('sha256', key).update(over).digest('hex')}` },
    body,
  });
  assert.deepEqual(hear?.(by(callbackKey)), { carrierId: 'm-1', became: { how: 'arrived' } });
  assert.equal(hear?.(by('another key')), null);
  assert.equal(hear?.(by(callbackKey, Buffer.from('{"id":"m-1","status":"no"}'))), null);
  assert.equal(hear?.({ headers: {}, body }), null);
  const { 'x-signature': twice } = by(callbackKey).headers;
  assert.equal(hear?.({ headers: { 'x-signature': [twice, twice] }, body }), null);
});
