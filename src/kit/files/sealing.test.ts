import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Altered, newFileKey, sealing, unsealing } from './sealing.ts';

const chunk = 64 * 1024;
const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17];

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(stream));
}

const sealed = (key: Buffer, plain: Buffer) => whole(sealing(key, inPieces(plain, 10_007)));
const opened = (key: Buffer, bytes: Buffer) => whole(unsealing(key, inPieces(bytes, 7_001)));

test('what is sealed comes back, of any length and however it streams', async () => {
  for (const size of sizes) {
    const [key, plain] = [newFileKey(), randomBytes(size)];
    assert.deepEqual(await opened(key, await sealed(key, plain)), plain, `${size} bytes`);
  }
});

test('a file that was changed, cut off, added to or put in another order does not open', async () => {
  const key = newFileKey();
  const good = await sealed(key, randomBytes(3 * chunk + 17));
  const [first, second] = [8, 8 + chunk + 16];
  const flipped = Buffer.from(good);
  flipped[chunk] = (flipped[chunk] ?? 0) ^ 1;
  const swapped = Buffer.concat([
    good.subarray(0, first),
    good.subarray(second, second + chunk + 16),
    good.subarray(first, second),
    good.subarray(second + chunk + 16),
  ]);
  const bad = {
    'a bit': flipped,
    'its end': good.subarray(0, -1),
    'its last chunk': good.subarray(0, 8 + 3 * (chunk + 16)),
    'all but its mark': good.subarray(0, 8),
    everything: Buffer.alloc(0),
    'a byte more': Buffer.concat([good, Buffer.of(0)]),
    'the order': swapped,
  };
  for (const [what, bytes] of Object.entries(bad)) await assert.rejects(opened(key, bytes), Altered, what);
  await assert.rejects(opened(newFileKey(), good), Altered, 'another key');
});
