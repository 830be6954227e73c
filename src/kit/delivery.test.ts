import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterFailure, lease, patience } from './delivery.ts';

const now = Temporal.Instant.from('2026-11-18T10:00Z');
const envelope = (responseCode: number, command = 'RCPT TO') => ({
  code: 'EENVELOPE',
  responseCode,
  command,
});

function waits(fault: Parameters<typeof afterFailure>[0], attempts: number): number | null {
  const outcome = afterFailure(fault, attempts, now);
  return outcome.how === 'later' ? outcome.at.since(now).total('seconds') : null;
}

test('a server that is away is asked ever less often, and every hour in the end', () => {
  const each = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((attempts) => waits({ code: 'ECONNECTION' }, attempts));
  assert.deepEqual(each, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test('what the server says of this very letter, from 500, is for good; below it may be tried again', () => {
  assert.deepEqual(afterFailure(envelope(550), 1, now), { how: 'refused', fault: '550' });
  assert.deepEqual(afterFailure({ code: 'EMESSAGE', responseCode: 552 }, 1, now), {
    how: 'refused',
    fault: '552',
  });
  assert.equal(waits(envelope(451), 1), 30);
  assert.equal(waits({ code: 'EMESSAGE', responseCode: 421 }, 1), 30);
});

test('a refused sign-in or sender is ours to mend: no letter is given up for it', () => {
  assert.equal(waits(envelope(530, 'MAIL FROM'), 3), 120);
  assert.equal(waits(envelope(550, 'MAIL FROM'), 3), 120);
  assert.equal(waits(envelope(554, 'DATA'), 3), 120);
  assert.equal(waits({ code: 'EAUTH', responseCode: 535 }, 3), 120);
});

test('what is unknown is tried again', () => {
  assert.equal(waits({}, 1), 30);
  assert.equal(waits(envelope(0), 1), 30);
});

test('a program has more time to send than a server may take, and there are tries enough before it is given up', () => {
  assert.ok(lease.total('minutes') >= 5);
  assert.ok(patience.total('hours') >= 4 * 24);
});
