import { randomUUID } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf, Failure, wordsOf } from '../failure.ts';
import type { Binaries } from './binaries.ts';
import { type Account, canUse } from './unprivileged.ts';

/** Where root keeps what an unprivileged PostgreSQL must reach when the program's own folders are closed to it. */
const shared = '/var/lib/lintel';

/**
 * The folder that holds the cluster, its password and its port: `postgres` in the data folder, unless an earlier
 * start had to put it elsewhere, which `postgres-at` then names.
 */
export function chosenHome(data: string): string {
  const elsewhere = join(data, 'postgres-at');
  return existsSync(elsewhere) ? readFileSync(elsewhere, 'utf8').trim() : join(data, 'postgres');
}

/** Makes the data folder, which others may pass through but not list, and proves that we can write in it. */
export function makeDataFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o711 });
    const probe = join(data, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    throw new Failure(
      `The data folder ${data} cannot be written (${codeOf(cause) ?? wordsOf(cause)}).`,
      'Give this user the right to write there, or set LINTEL_DATA to another folder.',
      cause,
    );
  }
}

/** Chooses the home of a new cluster and makes the folder in which it is prepared. */
export function chooseHome(data: string, account: Account | undefined): { home: string; staging: string } {
  const home = join(data, 'postgres');
  const staging = stagingFolder(home, account);
  if (!account || canUse(account, join(staging, 'cluster'), 'write')) return { home, staging };
  rmSync(staging, { recursive: true });
  const elsewhere = join(shared, randomUUID());
  return { home: elsewhere, staging: stagingFolder(elsewhere, account) };
}

/** Puts a prepared cluster in its place. False when another program was quicker: ours is then thrown away. */
export function settle(data: string, home: string, staging: string): boolean {
  const inside = home === join(data, 'postgres');
  try {
    renameSync(staging, home);
    if (!inside) writeFileSync(join(data, 'postgres-at'), `${home}\n`, { flag: 'wx' });
    return true;
  } catch (thrown) {
    rmSync(staging, { recursive: true, force: true });
    if (!inside) rmSync(home, { recursive: true, force: true });
    if (['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(codeOf(thrown) ?? '')) return false;
    throw thrown;
  }
}

/** The programs, copied once to where the account can run them if it cannot reach the installed ones. */
export function reachableBinaries(binaries: Binaries, account: Account | undefined): Binaries {
  if (!account || canUse(account, join(binaries.root, 'bin'), 'enter')) return binaries;
  const root = join(shared, `postgresql-${binaries.version}`);
  if (!existsSync(root)) withUsualMask(() => copyBinaries(binaries.root, root));
  return { ...binaries, root };
}

function copyBinaries(from: string, to: string): void {
  const copy = `${to}.${randomUUID()}`;
  makeShared();
  cpSync(from, copy, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(copy, to);
  } catch (thrown) {
    rmSync(copy, { recursive: true });
    if (!existsSync(to)) throw thrown;
  }
}

function stagingFolder(home: string, account: Account | undefined): string {
  const staging = `${home}.new-${randomUUID()}`;
  withUsualMask(() => {
    if (home.startsWith(`${shared}/`)) makeShared();
    mkdirSync(staging, { mode: 0o711 });
    mkdirSync(join(staging, 'cluster'), { mode: 0o700 });
  });
  if (account) chownSync(join(staging, 'cluster'), account.uid, account.gid);
  return staging;
}

/** Root's umask may close every new folder to the database's account. */
function withUsualMask(act: () => void): void {
  const before = process.umask(0o022);
  try {
    act();
  } finally {
    process.umask(before);
  }
}

function makeShared(): void {
  try {
    mkdirSync(shared, { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw new Failure(
      'As root the database runs as an unprivileged user, which cannot enter this folder, and ' +
        `${shared} cannot be made.`,
      'Run Lintel as an ordinary user, move it to a folder that everybody may enter, or set DATABASE_URL.',
      cause,
    );
  }
}
