import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { test } from 'node:test';
import { readerApart } from './apart.ts';
import { aReply, endlessLetters, ownDomain } from './letters.fixture.ts';

const id = '01976f2e-7a10-7c11-8d00-000000000001';
const asked = (letter: string) => ({ source: Buffer.from(letter), domain: ownDomain, key: '1' });
const endless = endlessLetters(id);

for (const [what, letter] of Object.entries(endless))
  test(`a stranger’s letter holds up nobody, whatever is in it: ${what}`, async (t) => {
    const reader = readerApart(1_000);
    t.after(() => reader.close());
    const held = monitorEventLoopDelay({ resolution: 10 });
    held.enable();
    assert.equal(await reader.read(asked(letter)), null);
    held.disable();
    assert.ok(held.max < 1_000_000_000, `nothing else ran for ${held.max / 1_000_000} ms`);
  });

test('what comes after a letter that cannot be read is read as ever', async (t) => {
  const reader = readerApart(1_000);
  t.after(() => reader.close());
  assert.equal(await reader.read(asked(endless['parts in parts in parts'])), null);
  const read = await reader.read(asked(aReply(id)));
  assert.deepEqual([read?.kind, read?.messageId], ['reply', id]);
});
