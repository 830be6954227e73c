import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../failure.ts';
import { type FileStore, Missing, type Stored, storedNameForm } from './store.ts';

/** Sealed files in a folder that only we may enter. @param folder is made with the first file */
export function folderStore(folder: string): FileStore {
  return {
    kind: 'folder',
    place: 'The folder “files” of the data folder',
    async put(name, path) {
      const to = join(folder, name);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      const under = `${to}.part`;
      await copyFile(path, under);
      await onDisk(under);
      await rename(under, to);
      await onDisk(dirname(to));
    },
    async open(name) {
      const stream = createReadStream(join(folder, name));
      await opened(stream);
      return stream;
    },
    remove: (name) => rm(join(folder, name), { force: true }),
    list: (organisation) => listed(folder, organisation),
  };
}

/** Written through to the disk: a row that tells of it must not outlive its bytes when the power fails. */
async function onDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function opened(stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', (error) => reject(codeOf(error) === 'ENOENT' ? new Missing('No such file') : error));
  });
}

async function* listed(folder: string, organisation: string): AsyncIterable<Stored> {
  for (const part of await inFolder(join(folder, organisation))) {
    for (const file of await inFolder(join(folder, organisation, part))) {
      const name = `${organisation}/${part}/${file}`;
      const plain = name.replace(/\.part$/, '');
      if (!storedNameForm.test(plain)) continue;
      const { mtime } = await stat(join(folder, name));
      yield { name, at: Temporal.Instant.fromEpochMilliseconds(mtime.getTime()) };
    }
  }
}

async function inFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}
