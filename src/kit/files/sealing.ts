import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/*
 * Sealing of whole files, as they stream by: AES-256-GCM in chunks, each authenticated, never all of it in memory. A
 * key seals one file and no other, so that a chunk's number is nonce enough; the last chunk says that it is the last.
 * A chunk that is changed, left out, moved or cut off does not open (the construction is STREAM, as age has it).
 *
 * A sealed file: the mark, then chunks of 64 KiB of plain bytes, each followed by its 16 bytes of authentication.
 */
const mark = Buffer.from('LINTEL1\n');
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const cipherName = 'aes-256-gcm';

/** It was changed, cut off, or is not sealed with this key: nothing of it can be relied on. */
export class Altered extends Error {}

/** A key for one file alone: 32 bytes. */
export function newFileKey(): Buffer {
  return randomBytes(32);
}

/** @param key of this file alone, from `newFileKey` */
export async function* sealing(key: Buffer, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  yield mark;
  let number = 0;
  for await (const { bytes, last } of inChunks(plain, chunkBytes)) {
    const cipher = createCipheriv(cipherName, key, nonceOf(number, last), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    number += 1;
  }
}

/** What was sealed, chunk by chunk, each only once it is known to be whole. Throws `Altered`. */
export async function* unsealing(key: Buffer, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const { bytes, last } of inChunks(withoutMark(sealed), chunkBytes + tagBytes)) {
    if (bytes.length < tagBytes) throw new Altered('It ends too early');
    const decipher = createDecipheriv(cipherName, key, nonceOf(number, last), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const plain = decipher.update(bytes.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw new Altered(`Chunk ${number} was changed`);
    }
    yield plain;
    number += 1;
  }
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

async function* withoutMark(sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let known = false;
  for await (const part of sealed) {
    if (known) {
      yield Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      continue;
    }
    head = Buffer.concat([head, part]);
    if (head.length < mark.length) continue;
    if (!head.subarray(0, mark.length).equals(mark)) throw new Altered('It is not a sealed file');
    known = true;
    yield head.subarray(mark.length);
  }
  if (!known) throw new Altered('It ends too early');
}

interface Chunk {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** Whole chunks; the last one is what is left, also where that is nothing. */
async function* inChunks(stream: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Chunk> {
  let waiting: Buffer[] = [];
  let held = 0;
  for await (const part of stream) {
    waiting.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    held += part.byteLength;
    if (held <= size) continue;
    let whole = Buffer.concat(waiting);
    // One is always kept back: whether it is the last is known only when nothing follows.
    for (; whole.length > size; whole = whole.subarray(size))
      yield { bytes: whole.subarray(0, size), last: false };
    waiting = [whole];
    held = whole.length;
  }
  yield { bytes: Buffer.concat(waiting), last: true };
}
