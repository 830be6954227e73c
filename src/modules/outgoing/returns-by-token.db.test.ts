import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { tokensOf } from '#kit/carriers/client-credentials.ts';
import { aReply, ownDomain } from '#kit/carriers/letters.fixture.ts';
import { imapMailbox } from '#kit/carriers/mailbox.ts';
import { httpService, json } from '../../../tests/http-service.ts';
import { imapServer, imapUser, noImapServer } from '../../../tests/imap-server.ts';

const skip = noImapServer ?? false;
const id = '01976f2e-7a10-7c11-8d00-000000000001';

/** Whoever gives tokens, and a mailbox that takes those and no password, as Exchange Online does. */
async function aMailboxByToken(t: TestContext, { signsIn = 200 } = {}) {
  let good = true;
  const service = await httpService(t, ({ path, body }, response) => {
    if (!path.endsWith('/token'))
      json(response, 200, { active: good && body.includes('token-for-mail'), username: imapUser });
    else if (signsIn === 200) json(response, 200, { access_token: 'token-for-mail', expires_in: 3_600 });
    else json(response, signsIn, { error: 'invalid_client' });
  });
  const server = await imapServer(t, `${service.url}/introspect`);
  const application = { signIn: service.url, tenant: 'mail.example', client: 'c-1', secret: 's&cret' };
  const now = () => Temporal.Instant.from('2026-07-01T09:00:00Z');
  const tokens = tokensOf(application, 'https://mail.example/.default', now);
  const mailbox = imapMailbox({
    ...{ host: '127.0.0.1', port: server.port, user: imapUser, folder: 'INBOX', domain: ownDomain },
    signsIn: { tokens },
  });
  const collect = async () => {
    const kept: string[] = [];
    const collected = await mailbox.collect(
      null,
      async ({ words }) => kept.push(words) > 0,
      async (ids) => ids.includes(id),
    );
    return [collected.how === 'failed' ? collected.fault : collected.how, kept];
  };
  const asked = () => service.asked.filter(({ path }) => path.endsWith('/token'));
  return { server, collect, asked, revoke: () => (good = false) };
}

test('a mailbox that takes no password is read with a token, asked for once', { skip }, async (t) => {
  const { server, collect, asked } = await aMailboxByToken(t);
  server.put(aReply(id));
  assert.deepEqual(await collect(), ['collected', ['Yes, ring me on Thursday.']]);
  assert.deepEqual(await collect(), ['collected', []]);
  assert.equal(server.left(), 0);
  assert.equal(asked().length, 1);
  assert.match(
    asked()[0]?.body ?? '',
    /^grant_type=client_credentials&client_id=c-1&client_secret=s%26cret&scope=/,
  );
});

test('a token that is good no more is said as such, and another is asked for', { skip }, async (t) => {
  const { collect, asked, revoke } = await aMailboxByToken(t);
  revoke();
  assert.deepEqual(await collect(), ['sign_in', []]);
  assert.deepEqual(await collect(), ['sign_in', []]);
  assert.equal(asked().length, 2);
});

test('whoever gives no token is told to the administrator, and no mailbox is asked', { skip }, async (t) => {
  const { collect } = await aMailboxByToken(t, { signsIn: 401 });
  assert.deepEqual(await collect(), ['sign_in 401 invalid_client', []]);
});
