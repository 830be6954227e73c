import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswer } from './answer.ts';

const jpeg = Buffer.from('ffd8ff00000000ffd9', 'hex');
const page = Buffer.from('<script>alert(1)</script>');
const known = (bytes: number) => ({ bytes, width: 20, height: 10 });
const answer = (said: unknown, ...parts: Buffer[]) =>
  readAnswer(
    Buffer.concat([Buffer.from(`${typeof said === 'string' ? said : JSON.stringify(said)}\n`), ...parts]),
  );

test('two pictures are taken as they are said to be', () => {
  const read = answer({ pictures: [known(9), known(9)] }, jpeg, jpeg);
  assert.ok(read.ok);
  assert.deepEqual([read.whole.bytes, read.small.bytes], [jpeg, jpeg]);
});

test('whatever the process answers that met the file, nothing is kept but a JPEG, and nobody waits for it', () => {
  const answers = {
    'no words of it': answer('{"pictures":'),
    'other words': answer('null'),
    'nothing at all': readAnswer(Buffer.alloc(0)),
    'a page': answer({ pictures: [known(page.length), known(9)] }, page, jpeg),
    'less than it says': answer({ pictures: [known(9), known(90)] }, jpeg, jpeg),
    'more than it says': answer({ pictures: [known(9), known(9)] }, jpeg, jpeg, page),
    'a length below nothing': answer({ pictures: [known(-9), known(9)] }, jpeg, jpeg),
    'a picture of a width that none has': answer(
      { pictures: [known(9), { ...known(9), width: 9e9 }] },
      jpeg,
      jpeg,
    ),
    'a reason that is none': answer({ problem: '<b>', pictures: [] }),
  };
  for (const [what, read] of Object.entries(answers))
    assert.deepEqual(read, { ok: false, problem: 'damaged' }, what);
  assert.deepEqual(answer({ problem: 'locked', pictures: [] }), { ok: false, problem: 'locked' });
});
