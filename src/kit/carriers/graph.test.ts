import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { httpService, json } from '../../../tests/http-service.ts';
import { graph } from './graph.ts';

const parcel = { id: '01976f2e-1', to: 'ren@example.test', words: 'Please call Sam.', sender: 'Sam' };

interface Microsoft {
  signsIn?: number;
  answers?: number;
  code?: string;
}

async function microsoft(t: TestContext, { signsIn = 200, answers = 202, code = '' }: Microsoft = {}) {
  const service = await httpService(t, ({ path }, response) => {
    const token = { access_token: `token-${service.asked.length}`, expires_in: 3_600 };
    if (path.endsWith('/token'))
      json(response, signsIn, signsIn === 200 ? token : { error: 'invalid_client' });
    else json(response, answers, { error: { code, message: `to ${parcel.to}` } });
  });
  let at = Temporal.Instant.from('2026-07-01T09:00:00Z');
  const { url } = service;
  const settings = {
    signIn: url,
    url,
    tenant: 'mail.example',
    client: 'c-1',
    secret: 's&cret',
    mailbox: 'sam@mail.example',
  };
  return {
    ...service,
    carrier: graph(settings, () => at),
    later: (hours: number) => {
      at = at.add({ hours });
    },
    sent: () => service.asked.filter(({ path }) => path.endsWith('/sendMail')),
    signedIn: () => service.asked.filter(({ path }) => path.endsWith('/token')),
  };
}

test('Graph is given the words as they are, and told to keep no copy of them', async (t) => {
  const { carrier, sent, signedIn } = await microsoft(t);
  assert.deepEqual(await carrier.carry(parcel), { how: 'taken', carrierId: '<01976f2e-1@mail.example>' });
  assert.match(
    signedIn()[0]?.body ?? '',
    /^grant_type=client_credentials&client_id=c-1&client_secret=s%26cret&scope=/,
  );
  const [asked] = sent();
  assert.equal(asked?.path, '/v1.0/users/sam%40mail.example/sendMail');
  assert.equal(asked?.headers.authorization, 'Bearer token-1');
  assert.deepEqual(JSON.parse(asked?.body ?? ''), {
    message: {
      subject: 'A message for you',
      body: { contentType: 'Text', content: parcel.words },
      toRecipients: [{ emailAddress: { address: parcel.to } }],
      internetMessageId: '<01976f2e-1@mail.example>',
      from: { emailAddress: { address: 'sam@mail.example', name: 'Sam' } },
    },
    saveToSentItems: false,
  });
});

test('one sign-in serves until shortly before it ends', async (t) => {
  const { carrier, signedIn, later } = await microsoft(t);
  await carrier.carry(parcel);
  await carrier.carry(parcel);
  assert.equal(signedIn().length, 1);
  later(1);
  await carrier.carry(parcel);
  assert.equal(signedIn().length, 2);
});

test('a sign-in that ended early is asked for anew at the next try', async (t) => {
  const { carrier, signedIn } = await microsoft(t, { answers: 401, code: 'InvalidAuthenticationToken' });
  assert.deepEqual(await carrier.carry(parcel), {
    how: 'not_reached',
    fault: '401 InvalidAuthenticationToken',
  });
  await carrier.carry(parcel);
  assert.equal(signedIn().length, 2);
});

test('whoever is not let in has handed nothing over; what Graph refuses or loses is told apart', async (t) => {
  const locked = await microsoft(t, { signsIn: 401 });
  assert.deepEqual(await locked.carrier.carry(parcel), {
    how: 'not_reached',
    fault: 'sign_in 401 invalid_client',
  });
  assert.deepEqual(locked.sent(), []);
  const refused = await microsoft(t, { answers: 400, code: 'ErrorInvalidRecipients' });
  assert.deepEqual(await refused.carrier.carry(parcel), {
    how: 'refused',
    fault: '400 ErrorInvalidRecipients',
  });
  const fell = await microsoft(t, { answers: 504 });
  assert.deepEqual(await fell.carrier.carry(parcel), { how: 'not_known', fault: '504' });
});
