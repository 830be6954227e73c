import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Failure } from '../failure.ts';

/** The parts of a spreadsheet file, each a stream. */
export interface Parts {
  has(name: string): boolean;
  /** @throws Failure where more comes out than a spreadsheet can hold */
  open(name: string): AsyncGenerator<string>;
  close(): void;
}

/** A workbook has a few dozen parts. */
const partsAtMost = 5_000;

/**
 * Opens a zip file by its directory. What comes out of it is counted, because a small file may hold anything.
 * @param mostOut how much may come out of it in one reading, in bytes
 */
export async function openParts(path: string, name: string, mostOut: number): Promise<Parts> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw notOne(name, cause);
  });
  try {
    return partsOf(zip, await directoryOf(zip, name), name, mostOut);
  } catch (cause) {
    zip.close();
    throw cause instanceof Failure ? cause : notOne(name, cause);
  }
}

async function directoryOf(zip: ZipFile, name: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= partsAtMost) throw tooLarge(name);
    if (entry.isEncrypted()) throw locked(name);
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string, mostOut: number): Parts {
  return {
    has: (part) => entries.has(part.toLowerCase()),
    async *open(part) {
      const entry = entries.get(part.toLowerCase());
      if (!entry) throw notOne(name);
      let out = 0;
      const decoder = new TextDecoder();
      let stream: Readable | undefined;
      try {
        stream = await zip.openReadStreamPromise(entry);
        for await (const chunk of stream as AsyncIterable<Uint8Array>) {
          out += chunk.length;
          if (out > mostOut) throw tooLarge(name);
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder.decode();
      } catch (cause) {
        throw cause instanceof Failure ? cause : notOne(name, cause);
      } finally {
        stream?.destroy();
      }
    },
    close: () => zip.close(),
  };
}

export function tooLarge(name: string): Failure {
  return new Failure(
    `${name} holds more than a spreadsheet can be read for.`,
    'Save each of its sheets as “CSV UTF-8” and import those.',
  );
}

export function notOne(name: string, cause?: unknown): Failure {
  return new Failure(
    `${name} cannot be read as a spreadsheet.`,
    'Open it, save it as “Excel workbook (.xlsx)” or “CSV UTF-8”, and try again.',
    cause,
  );
}

function locked(name: string): Failure {
  return new Failure(
    `${name} is protected by a password.`,
    'Take the password away in Excel, and try again.',
  );
}
