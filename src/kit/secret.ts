import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from './database/place.ts';

/** LINTEL_SECRET, or the secret of the data folder, which is made the first time and readable by us alone. */
export function rootSecret(config: Readonly<{ secret?: string; data: string }>): string {
  if (config.secret) return config.secret;
  const file = join(config.data, 'secret');
  if (!existsSync(file)) makeSecret(config.data, file);
  return readFileSync(file, 'utf8').trim();
}

/** By purpose: every page is signed with one of them. */
const derived = new Map<string, { readonly secret: string; readonly key: Buffer }>();

/** A 32-byte key for one purpose; keys for different purposes say nothing about one another. */
export function keyFor(secret: string, purpose: string): Buffer {
  const last = derived.get(purpose);
  if (last?.secret === secret) return last.key;
  const key = Buffer.from(hkdfSync('sha256', secret, '', `lintel ${purpose}`, 32));
  derived.set(purpose, { secret, key });
  return key;
}

/** Linked into place, so that two programs that start at once read the same, whole secret. */
function makeSecret(data: string, file: string): void {
  makeDataFolder(data);
  const ours = `${file}.${process.pid}`;
  writeFileSync(ours, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(ours, file);
  } catch (thrown) {
    if (!existsSync(file)) throw thrown;
  } finally {
    rmSync(ours);
  }
}
