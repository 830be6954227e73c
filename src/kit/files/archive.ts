import { randomInt } from 'node:crypto';
import { Readable } from 'node:stream';

/** One file of an archive, as it streams by. */
export interface Archived {
  readonly name: string;
  open(): Promise<Readable>;
}

/**
 * A ZIP of files, each encrypted with AES-256 under a password, as it streams by: it is never whole in memory, and
 * never plain on a disk. The names in it are not encrypted.
 */
export async function archive(files: readonly Archived[], password: string): Promise<Readable> {
  const { configure, ZipWriter } = await import('@zip.js/zip.js');
  configure({ useWebWorkers: false });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(writable, { password, encryptionStrength: 3, zipCrypto: false, level: 0 });
  const written = (async () => {
    for (const { name, open } of files) await zip.add(name, Readable.toWeb(await open()) as ReadableStream);
    await zip.close();
  })();
  const out = Readable.fromWeb(readable as Parameters<typeof Readable.fromWeb>[0]);
  written.catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

/** Without those that are mistaken for one another on the phone or on paper. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** 118 random bits in groups that can be read out: `k7mq-…`. Kept nowhere. */
export function newPassphrase(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 6 }, group).join('-');
}
