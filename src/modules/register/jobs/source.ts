import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { codeOf, Failure, wordsOf } from '#kit/failure.ts';

/** A CSV file, wherever its bytes come from; it can be read more than once. */
export interface Source {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** One on this machine. */
export interface FileSource extends Source {
  readonly path: string;
}

export function fileSource(path: string, name = basename(path)): FileSource {
  return { name, path, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

export function textSource(name: string, text: string): Source {
  const bytes = Buffer.from(text);
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}

/** Its bytes; what keeps them from being read is said in plain words. */
export async function* opened(source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    throw new Failure(
      `${source.name} cannot be read: ${wordsOf(cause)}.`,
      'Check the name of the file, and that you may read it.',
      cause,
    );
  }
}
