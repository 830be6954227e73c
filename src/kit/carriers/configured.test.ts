import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Failure } from '../failure.ts';
import { emailCarrier, repliesMailbox, textCarrier } from './configured.ts';

const now = () => Temporal.Instant.from('2026-07-01T09:00:00Z');
const templateId = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const apiKey = `k-${templateId}-${templateId}`;
const send = { url: 'https://sms.example/send', json: { to: '{{to}}', text: '{{words}}' }, id: '/id' };

function settingsFile(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-texts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'texts.json');
  writeFileSync(file, text);
  return file;
}

function saidOf(
  t: TestContext,
  given: unknown,
  secrets: { secret?: string; callbackSecret?: string } = {},
): string {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  try {
    return textCarrier({ file: settingsFile(t, text), ...secrets }, now).name;
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.message;
    throw thrown;
  }
}

test('a service that is set up whole is taken', (t) => {
  assert.equal(saidOf(t, { service: 'notify', templateId }, { secret: apiKey }), 'GOV.UK Notify');
  assert.equal(saidOf(t, { service: 'http', send }), 'sms.example');
});

test('what is wrong is said at the start, with its place and what it should be, and quotes nothing', (t) => {
  assert.match(saidOf(t, { service: 'pigeon' }), /service should be notify or http/);
  assert.match(
    saidOf(t, { service: 'notify', templateId: 'x' }),
    /templateId should be the id of a template/,
  );
  assert.match(saidOf(t, { service: 'notify', templateId }), /LINTEL_TEXTS_SECRET should be a whole API key/);
  const http = (more: object) => saidOf(t, { service: 'http', send: { ...send, ...more } });
  assert.match(http({ url: 'http://sms.example/' }), /send\.url should be an address that begins with https/);
  assert.match(http({ url: 'https://sms.example/{{to}}' }), /send\.url should be an address/);
  assert.match(http({ url: 'https://name:word@sms.example/' }), /send\.url should be an address/);
  assert.match(http({ json: { to: '{{to}}' } }), /send should be with a json or a form in which/);
  assert.match(http({ form: {} }), /send should be with either json or form/);
  assert.match(http({ id: 'id' }), /send\.id should be a place in the answer/);
  const misspelt = saidOf(t, '{"service": "http", "key": hunter2');
  assert.match(misspelt, /cannot be read: it is not JSON/);
  assert.doesNotMatch(misspelt, /hunter2/);
});

test('a secret that is spoken of has to be there', (t) => {
  const headers = { authorization: 'Bearer {{secret}}' };
  assert.match(saidOf(t, { service: 'http', send: { ...send, headers } }), /LINTEL_TEXTS_SECRET should be/);
  const callback = { header: 'x-sign', id: '/id', at: '/s', arrived: ['a'], notArrived: ['b'] };
  assert.match(saidOf(t, { service: 'http', send, callback }), /LINTEL_TEXTS_CALLBACK_SECRET should be/);
});

test('what takes e-mail is checked in the same way', (t) => {
  const said = (given: object, secret?: string) => {
    try {
      return emailCarrier({ file: settingsFile(t, JSON.stringify(given)), ...(secret && { secret }) }, now)
        .name;
    } catch (thrown) {
      if (thrown instanceof Failure) return thrown.message;
      throw thrown;
    }
  };
  const smtp = { service: 'smtp', url: 'smtps://sam@mail.example:465', from: 'Sam <sam@mail.example>' };
  assert.equal(said(smtp, 'a password'), 'mail.example');
  assert.match(said(smtp), /LINTEL_EMAILS_SECRET should be the password/);
  const withPassword = said({ ...smtp, url: 'smtps://sam:hunter2@mail.example' }, 'x');
  assert.match(withPassword, /url should be a mail server without its password/);
  assert.doesNotMatch(withPassword, /hunter2/);
  assert.match(said({ ...smtp, from: 'nobody' }, 'x'), /from should be an e-mail address/);
  const graph = { service: 'graph', tenant: 'mail.example', client: templateId, mailbox: 'sam@mail.example' };
  assert.equal(said(graph, 'a secret'), 'Microsoft Graph');
  assert.match(said(graph), /LINTEL_EMAILS_SECRET should be the client secret/);
  assert.match(said({ ...graph, url: 'http://graph.example' }, 'x'), /url should be an address/);
});

test('the mailbox of answers is signed in to with a password, or as an application, and says which is missing', (t) => {
  const graph = { service: 'graph', tenant: 'mail.example', client: templateId, mailbox: 'sam@mail.example' };
  const said = (replies: object, repliesSecret?: string) => {
    const file = settingsFile(t, JSON.stringify({ ...graph, replies }));
    try {
      return repliesMailbox({ file, ...(repliesSecret && { repliesSecret }) }, now)?.name;
    } catch (thrown) {
      if (thrown instanceof Failure) return thrown.message;
      throw thrown;
    }
  };
  const replies = { host: 'imap.mail.example', user: 'sam@mail.example' };
  const application = { tenant: 'mail.example', client: templateId };
  assert.equal(said({ ...replies, application }, 'a secret'), 'imap.mail.example');
  assert.match(said(replies) ?? '', /LINTEL_EMAILS_REPLIES_SECRET should be the password of the mailbox/);
  assert.match(said({ ...replies, application }) ?? '', /should be the client secret of the application/);
  const open = { ...application, signIn: 'http://sign-in.example' };
  assert.match(
    said({ ...replies, application: open }, 'x') ?? '',
    /application\.signIn should be an address/,
  );
});
