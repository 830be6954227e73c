import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newFileKey, sealing } from './sealing.ts';

/** What is known of a file once it has streamed by: it was never plain on a disk, or whole in memory. */
export interface Received {
  /** Opens the sealed file, and no other. */
  readonly key: Buffer;
  readonly sha256: Buffer;
  readonly bytes: number;
  /** Its first bytes, by which its type is found. */
  readonly head: Buffer;
}

const headBytes = 128 * 1024;

/** Seals what arrives into a file, and reckons its hash as it streams by. */
export async function receive(arriving: Readable, path: string): Promise<Received> {
  const key = newFileKey();
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  async function* watched() {
    for await (const part of arriving as AsyncIterable<Buffer>) {
      hash.update(part);
      if (bytes < headBytes) head.push(part);
      bytes += part.length;
      yield part;
    }
  }
  await pipeline(sealing(key, watched()), createWriteStream(path, { mode: 0o600 }));
  return { key, sha256: hash.digest(), bytes, head: Buffer.concat(head).subarray(0, headBytes) };
}
