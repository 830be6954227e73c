import assert from 'node:assert/strict';
import test from 'node:test';
import { describeConfig, readConfig } from './config.ts';
import { Failure } from './failure.ts';

const nowhere = '/nonexistent';

function mistakesOf(environment: Record<string, string>): string {
  try {
    readConfig(environment, nowhere);
  } catch (thrown) {
    if (thrown instanceof Failure) return `${thrown.message}\n${thrown.remedy}`;
    throw thrown;
  }
  return 'none';
}

test('with no settings at all Lintel listens on this machine only', () => {
  const { host, port, helpPort, trustProxy, database } = readConfig({}, nowhere);
  assert.deepEqual(
    { host, port, helpPort, trustProxy, database },
    {
      host: '127.0.0.1',
      port: 3000,
      helpPort: 3001,
      trustProxy: false,
      database: {},
    },
  );
});

test('every mistake is named at once, with what it should be', () => {
  const said = mistakesOf({ LINTEL_PORT: 'many', LINTEL_DEMO: 'perhaps', DATABASE_URL: 'mysql://db' });
  assert.match(said, /3 mistakes/);
  assert.match(said, /LINTEL_PORT should be a port number/);
  assert.match(said, /LINTEL_DEMO should be one of auto, on, off/);
  assert.match(said, /DATABASE_URL should be a connection string/);
});

test('a misspelt setting is refused rather than ignored', () => {
  assert.match(mistakesOf({ LINTEL_PROT: '4000' }), /LINTEL_PROT is not a setting/);
});

test('a secret that is too short is refused, and not repeated', () => {
  const said = mistakesOf({ LINTEL_SECRET: 'hunter2' });
  assert.match(said, /LINTEL_SECRET should be at least 32 characters/);
  assert.doesNotMatch(said, /hunter2/);
});

test('an empty setting counts as not set', () => {
  assert.equal(readConfig({ LINTEL_PORT: '', DATABASE_URL: '' }, nowhere).port, 3000);
});

test('mail needs a sender', () => {
  assert.match(mistakesOf({ SMTP_URL: 'smtp://mail.example' }), /MAIL_FROM/);
});

test('the description names every setting once', () => {
  const names = describeConfig().match(/^\| `[A-Z_]+`/gm) ?? [];
  assert.ok(names.length > 15);
  assert.equal(new Set(names).size, names.length);
});
