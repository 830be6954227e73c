import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packs } from '#packs/index.ts';
import { parsePack } from '#packs/schema.ts';
import type { Pack } from '#rules/pack.ts';

/**
 * The packs that come with Lintel, and those that a landlord mounts as `*.json` in a folder.
 * @param folder none: only those that come with Lintel.
 * @throws Error that names the file, the path within it and the reason, all of them at once. A policy that is partly
 *   read would be partly kept, so nothing starts with a broken one.
 */
export async function loadPacks(folder?: string): Promise<readonly Pack[]> {
  if (folder === undefined) return packs;
  const loaded = [...packs];
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new Error(`The folder of policy packs cannot be read: ${folder}`, { cause });
  });
  for (const file of files.filter((name) => name.endsWith('.json')).toSorted()) {
    const pack = await readPack(folder, file);
    if (loaded.some((other) => other.id === pack.id))
      throw new Error(
        `The policy pack ${file} is broken:\n  id: "${pack.id}" is already the id of another pack`,
      );
    loaded.push(pack);
  }
  return loaded;
}

async function readPack(folder: string, file: string): Promise<Pack> {
  const read = parsePack(parseJson(await readFile(join(folder, file), 'utf8'), file));
  if (read.ok) return read.pack;
  const lines = read.problems.map(({ path, reason }) => `  ${path}: ${reason}`);
  throw new Error([`The policy pack ${file} is broken:`, ...lines].join('\n'));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The policy pack ${file} is broken:\n  the file: is not JSON (${reason})`, { cause });
  }
}
