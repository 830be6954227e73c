import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stopwatch } from '../now.ts';
import { aBounce, aBounceInBase64, anAbsence, aReply, ownDomain } from './letters.fixture.ts';
import { ownIdsIn } from './own-ids.ts';

const id = '01976f2e-7a10-7c11-8d00-000000000001';
const idsIn = (letter: string) => ownIdsIn(Buffer.from(letter), ownDomain);

test('of a reply, an absence and a bounce the id of our message is found before they are taken apart', () => {
  for (const letter of [aReply(id), anAbsence(id), aBounce(id)]) assert.deepEqual(idsIn(letter), [id]);
  assert.deepEqual(idsIn(aReply(id).replaceAll(id, id.toUpperCase())), [id], 'however a program writes it');
});

test('what a server quotes in base64 is looked into as well, and no more of it than a part is long', () => {
  for (const type of ['message/rfc822', 'text/rfc822-headers']) {
    const letter = aBounceInBase64(id, type);
    assert.ok(!letter.includes(id), 'its id stands nowhere as it is read');
    assert.deepEqual(idsIn(letter), [id]);
    assert.deepEqual(idsIn(letter.replaceAll('\n', '\r\n')), [id]);
  }
  const took = stopwatch();
  const part = `--b\nContent-Transfer-Encoding: base64\n\n`;
  assert.deepEqual(idsIn(`${part}${'QUJD\n'.repeat(400_000)}`), []);
  assert.deepEqual(idsIn(part.repeat(20_000)), []);
  assert.deepEqual(idsIn('Content-Transfer-Encoding: base64'.repeat(20_000)), []);
  assert.ok(took() < 2_000, `${took()} ms`);
});

test('an id that a mail server broke in two is found as well', () => {
  assert.deepEqual(idsIn(`Message-ID: <${id.slice(0, 20)}=\r\n${id.slice(20)}@${ownDomain}>`), [id]);
});

test('a stranger’s letter names none of ours: other domains, other ids', () => {
  assert.deepEqual(idsIn(aReply(id).replaceAll(`@${ownDomain}>`, '@elsewhere.example>')), []);
  assert.deepEqual(idsIn('From: a@stranger.example\n\nBuy this'), []);
});

test('a letter that names thousands is looked up for twenty, and read through in no time', () => {
  const took = stopwatch();
  const many = Array.from(
    { length: 8_000 },
    (_, at) => `<01976f2e-7a10-7c11-8d00-${at.toString(16).padStart(12, '0')}@${ownDomain}>`,
  );
  assert.equal(idsIn(many.join(' ')).length, 20);
  for (const begun of ['<', '<01976f2e-', '<01976f2e-7a10-7c11-8d00-000000000001@'])
    assert.deepEqual(idsIn(begun.repeat(500_000 / begun.length)), []);
  assert.ok(took() < 1_000, `${took()} ms`);
});
