import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { type Asked, httpService, json } from '../../../tests/http-service.ts';
import { notify } from './notify.ts';

const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506';
const key = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const apiKey = `team_of_a-council-${serviceId}-${key}`;
const templateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const parcel = { id: '01976f2e-1', to: '+447700900123', words: 'Please call Sam, when you can.', sender: '' };
const now = () => Temporal.Instant.from('2026-07-01T09:00:00Z');
const token = 't'.repeat(40);

/** As much of Notify as its documentation says, with one template: `template` in place of `((message))`. */
async function service(
  t: TestContext,
  { template = '((message))', sends = 201, said = {}, listed = [] as object[] } = {},
) {
  const answers = (asked: Asked) => {
    const { personalisation } = asked.body === '' ? {} : JSON.parse(asked.body);
    if (asked.path.endsWith('/preview'))
      return [
        200,
        { id: templateId, type: 'sms', body: template.replace('((message))', personalisation.message) },
      ];
    if (asked.method === 'POST') return [sends, sends === 201 ? { id: 'n-1', reference: parcel.id } : said];
    return asked.path.includes('?') ? [200, { notifications: listed }] : [200, said];
  };
  const server = await httpService(t, (asked, response) => {
    const [status, body] = answers(asked);
    json(response, status as number, body);
  });
  const settings = { url: server.url, templateId, apiKey, callbackToken: token };
  return { ...server, carrier: notify(settings, now) };
}

test('Notify is asked with a token of its own, our id as the reference and the words in the one field', async (t) => {
  const { carrier, asked } = await service(t);
  assert.deepEqual(await carrier.carry(parcel), { how: 'taken', carrierId: 'n-1' });
  const sent = asked.find(({ path }) => path === '/v2/notifications/sms');
  assert.deepEqual(JSON.parse(sent?.body ?? ''), {
    phone_number: parcel.to,
    template_id: templateId,
    personalisation: { message: parcel.words },
    reference: parcel.id,
  });
  const [head = '', claims = '', signature] = (sent?.headers.authorization ?? '')
    .replace('Bearer ', '')
    .split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  assert.deepEqual(read(head), { typ: 'JWT', alg: 'HS256' });
  assert.deepEqual(read(claims), { iss: serviceId, iat: 1_782_896_400 });
  assert.equal(signature, createHmac('sha256', key).update(`${head}.${claims}`).digest('base64url'));
});

test('where the look beforehand took too long, nothing is asked to be sent', async (t) => {
  const { carrier, asked } = await service(t);
  assert.deepEqual(await carrier.carry(parcel, () => asked.length === 0), {
    how: 'not_reached',
    fault: 'held_up',
  });
  assert.deepEqual(
    asked.map(({ path }) => path),
    [`/v2/template/${templateId}/preview`],
  );
});

test('a template with words of its own sends nothing', async (t) => {
  const { carrier, asked } = await service(t, { template: 'Quillbrook Homes: ((message))' });
  assert.deepEqual(await carrier.carry(parcel), { how: 'refused', fault: 'other_words' });
  assert.deepEqual(
    asked.map(({ path }) => path),
    [`/v2/template/${templateId}/preview`],
  );
});

test('marks and accents that Notify changes are no other words; letters that it would lose are', async (t) => {
  const changes = await service(t, { template: "Please call Sam, cafe - it's open" });
  const words = 'Please call Sam, café – it’s open';
  assert.equal((await changes.carrier.carry({ ...parcel, words })).how, 'taken');
  const loses = await service(t, { template: '????? ?? ???' });
  assert.equal((await loses.carrier.carry({ ...parcel, words: 'يرجى الاتصال بسام' })).how, 'refused');
});

test('Notify’s refusals are kept by their code and never in their words', async (t) => {
  const errors = (error: string) => ({ errors: [{ error, message: `phone_number ${parcel.to} is not …` }] });
  const refused = await service(t, { sends: 400, said: errors('ValidationError') });
  assert.deepEqual(await refused.carrier.carry(parcel), { how: 'refused', fault: '400 ValidationError' });
  const limited = await service(t, { sends: 429, said: errors('RateLimitError') });
  assert.deepEqual(await limited.carrier.carry(parcel), { how: 'not_reached', fault: '429 RateLimitError' });
  const fell = await service(t, { sends: 500, said: errors('Exception') });
  assert.deepEqual(await fell.carrier.carry(parcel), { how: 'not_known', fault: '500 Exception' });
  const wordy = await service(t, { sends: 400, said: errors(`not to ${parcel.to}`) });
  assert.deepEqual(await wordy.carrier.carry(parcel), { how: 'refused', fault: '400' });
});

test('what Notify says became of a message', async (t) => {
  const stateWhere = async (status: string) => {
    const { carrier } = await service(t, { said: { id: 'n-1', status } });
    return carrier.stateOf?.('n-1');
  };
  assert.deepEqual(await stateWhere('delivered'), { how: 'arrived' });
  assert.deepEqual(await stateWhere('sending'), { how: 'on_its_way' });
  assert.deepEqual(await stateWhere('permanent-failure'), {
    how: 'not_arrived',
    fault: 'permanent-failure',
    gone: true,
  });
  assert.deepEqual(await stateWhere('temporary-failure'), {
    how: 'not_arrived',
    fault: 'temporary-failure',
    gone: false,
  });
  assert.equal((await stateWhere('something new'))?.how, 'not_known');
});

test('a message that may have left is looked for by our own reference', async (t) => {
  const there = await service(t, { listed: [{ id: 'n-9', reference: parcel.id, status: 'delivered' }] });
  assert.deepEqual(await there.carrier.find?.(parcel.id), { how: 'there', carrierId: 'n-9' });
  assert.match(there.asked[0]?.path ?? '', /reference=01976f2e-1/);
  assert.deepEqual(await (await service(t)).carrier.find?.(parcel.id), { how: 'not_there' });
  const others = await service(t, { listed: [{ id: 'n-9', reference: 'another' }] });
  assert.equal((await others.carrier.find?.(parcel.id))?.how, 'not_known');
});

test('Notify is believed by its bearer token alone', async (t) => {
  const { carrier } = await service(t);
  const body = Buffer.from(
    JSON.stringify({ id: 'n-1', reference: parcel.id, to: parcel.to, status: 'delivered' }),
  );
  const by = (authorization?: string) => carrier.hear?.({ headers: { authorization }, body });
  assert.deepEqual(by(`Bearer ${token}`), { carrierId: 'n-1', became: { how: 'arrived' } });
  for (const stranger of [undefined, '', 'Bearer ', `Bearer ${token}x`, 'Basic abc'])
    assert.equal(by(stranger), null);
  const unset = notify({ url: 'https://notify.example', templateId, apiKey }, now);
  assert.equal(unset.hear?.({ headers: { authorization: 'Bearer ' }, body }), null);
});
