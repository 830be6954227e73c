import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { stopwatch } from '../now.ts';
import { aBounce, aBounceInBase64, anAbsence, aReply, ownDomain } from './letters.fixture.ts';
import { readReturn } from './replies.ts';

const id = '01976f2e-7a10-7c11-8d00-000000000001';
const read = async (letter: string) => {
  const email = await PostalMime.parse(letter, { forceRfc822Attachments: true });
  const returned = readReturn(email, ownDomain, '1');
  return returned && [returned.kind, returned.messageId, returned.gone, returned.words];
};

test('a reply, an absence and a bounce are told apart', async () => {
  assert.deepEqual(await read(aReply(id)), ['reply', id, false, 'Yes, ring me on Thursday.']);
  assert.deepEqual(await read(anAbsence(id)), ['automatic', id, false, 'I am away.']);
  assert.deepEqual(await read(aBounce(id)), ['bounce', id, true, '5.1.1']);
});

test('a bounce that quotes ours in base64, and answers nothing by its id, is one of ours', async () => {
  for (const type of ['message/rfc822', 'text/rfc822-headers'])
    assert.deepEqual(await read(aBounceInBase64(id, type)), ['bounce', id, true, '5.1.1'], type);
});

test('a full mailbox is not gone; what is only late, or arrived, is no answer', async () => {
  assert.deepEqual(await read(aBounce(id, { status: '5.2.2' })), ['bounce', id, false, '5.2.2']);
  assert.deepEqual(await read(aBounce(id, { status: '4.4.1' })), ['bounce', id, false, '4.4.1']);
  assert.equal(await read(aBounce(id, { action: 'delayed' })), null);
  assert.equal(await read(aBounce(id, { action: 'delivered' })), null);
});

test('nothing but the id of our own message says what an e-mail is about', async () => {
  const strangers = aReply(id).replaceAll('@mail.example>', '@elsewhere.example>');
  assert.equal(await read(strangers), null);
  assert.equal(await read(aReply('no-id')), null);
  const quoted =
    aReply(id).replace(/^(In-Reply-To|References):.*\n/gm, '') + `\n> Message-ID: <${id}@mail.example>\n`;
  assert.equal(await read(quoted), null, 'not even in what it quotes');
});

test('an e-mail of markup alone is read as words, and what it points to is nothing', async () => {
  const markup = aReply(id, '<p>Yes</p><script>alert(1)</script><img src="https://track.example/1">').replace(
    'text/plain',
    'text/html',
  );
  const [, , , words] = (await read(markup)) ?? [];
  assert.match(String(words), /^Yes/);
  assert.doesNotMatch(String(words), /alert|<|track/);
});

test('markup that nobody closes is read in no time, and its words are kept', async () => {
  const inMarkup = (words: string) => aReply(id, words).replace('text/plain', 'text/html');
  const took = stopwatch();
  for (const begun of ['<', '<p ', '<script>', '<style ', '</', '<!--'])
    await read(inMarkup(`<b>Yes</b>${begun.repeat(400_000 / begun.length)}`));
  assert.ok(took() < 3_000, `${took()} ms`);
  const [, , , words] = (await read(inMarkup('<p>I earn < 5 a day</p>'))) ?? [];
  assert.match(String(words), /I earn/);
  const [, , , kept] = (await read(inMarkup('<b>Ring me</b> on Monday, not < 9'))) ?? [];
  assert.match(String(kept), /^Ring me {1,2}on Monday, not < 9/);
  const [, , , page] = (await read(inMarkup('<STYLE>p{}</STYLE><p>Yes</p><Script>x'))) ?? [];
  assert.equal(page, 'Yes');
});
