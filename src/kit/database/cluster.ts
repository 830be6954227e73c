import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { type Binaries, program } from './binaries.ts';
import { serverOptions } from './settings.ts';
import type { Account } from './unprivileged.ts';

/** One PostgreSQL cluster: `cluster` (PostgreSQL's own files), `password` and `port`, in `home`. */
export type Cluster = Readonly<{
  home: string;
  binaries: Binaries;
  account: Account | undefined;
  fast: boolean;
}>;

/** Makes a new, empty cluster in a staging folder that `place.ts` prepared. */
export async function initialise(cluster: Cluster): Promise<void> {
  const password = join(cluster.home, 'password');
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (cluster.account) chownSync(password, cluster.account.uid, cluster.account.gid);
  const { code, output } = await call(cluster, 'initdb', [
    `--pgdata=${folder(cluster)}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(cluster.fast ? ['--no-sync'] : []),
  ]);
  if (code === 0) return;
  throw new Failure(
    `The embedded database could not be made: ${lastLine(output)}.`,
    'Check the free disk space, or set DATABASE_URL to a PostgreSQL server, version 15 to 18.',
  );
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C
 * reaches only us. Answers what went wrong, if anything.
 */
export async function start(cluster: Cluster, port: number): Promise<string | undefined> {
  requireSameMajor(cluster);
  const log = join(folder(cluster), 'start.log');
  rmSync(log, { force: true });
  const { code, output } = await call(cluster, 'pg_ctl', [
    'start',
    `--pgdata=${folder(cluster)}`,
    `--log=${log}`,
    `--options=${serverOptions(port, cluster.fast, socketFolder(cluster))}`,
    '--silent',
    '--wait',
    '--timeout=120',
  ]);
  if (code === 0) return undefined;
  return `${output}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`.trim();
}

/** Stops the server: open transactions are rolled back, everything committed is kept. */
export async function stop(cluster: Cluster): Promise<void> {
  const { code, output } = await call(cluster, 'pg_ctl', [
    'stop',
    `--pgdata=${folder(cluster)}`,
    '--mode=fast',
    '--wait',
    '--timeout=60',
    '--silent',
  ]);
  if (code === 0 || !existsSync(join(folder(cluster), 'postmaster.pid'))) return;
  throw new Failure(
    `The embedded database did not stop: ${lastLine(output)}.`,
    'Nothing is lost; start Lintel again.',
  );
}

/** Where the server makes its socket; '' where the system has none, or the path would be too long or odd for one. */
function socketFolder(cluster: Cluster): string {
  const path = folder(cluster);
  return process.platform !== 'win32' && path.length <= 80 && /^[\w./-]+$/.test(path) ? path : '';
}

/**
 * What the server wrote about itself: its process, its port, and where its socket is, '' for none; nothing when no
 * server claims the cluster.
 */
export function claim(cluster: Cluster): Readonly<{ pid: number; port: number; socket: string }> | undefined {
  const file = join(folder(cluster), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, socket = ''] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid), port: Number(port), socket: socket.trim() };
}

/**
 * Says that the claiming server is dead: its number may be another program's by now, at which PostgreSQL would stop.
 * The rest of the claim stays, because it names the shared memory that keeps a second server from the same files.
 */
export function dropClaim(cluster: Cluster): void {
  const file = join(folder(cluster), 'postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, ['2147483647', ...rest].join('\n'));
  // Its socket is claimed in a file of its own, which would block the start in the same way.
  const socket = socketFolder(cluster);
  if (!socket) return;
  for (const name of readdirSync(socket)) if (name.startsWith('.s.PGSQL.')) rmSync(join(socket, name));
}

/**
 * The superuser's connection string for one database of a cluster that listens on the port; by its socket where it has
 * one, which spares each statement the way through the network's layers.
 */
export function superuserUrl(cluster: Cluster, port: number, database = 'postgres'): string {
  const password = readFileSync(join(cluster.home, 'password'), 'utf8').trim();
  const socket = claim(cluster)?.socket;
  const by = socket ? `?host=${encodeURIComponent(socket)}` : '';
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}${by}`;
}

function folder(cluster: Cluster): string {
  return join(cluster.home, 'cluster');
}

function requireSameMajor(cluster: Cluster): void {
  const made = readFileSync(join(folder(cluster), 'PG_VERSION'), 'utf8').trim();
  if (cluster.binaries.version.startsWith(`${made}.`)) return;
  throw new Failure(
    `The data folder was made by PostgreSQL ${made}; this Lintel brings ${cluster.binaries.version}.`,
    'Back up with the Lintel that made it (lintel backup), then restore into an empty data folder.',
  );
}

function call(
  cluster: Cluster,
  name: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  mkdirSync(cluster.home, { recursive: true });
  return new Promise((resolve, reject) => {
    const child = spawn(program(cluster.binaries, name), args, {
      ...cluster.account,
      cwd: process.platform === 'win32' ? cluster.home : '/',
      env: { ...process.env, LC_ALL: 'C', PGOPTIONS: '', PGPORT: undefined, PGDATA: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.replace(/\.$/, '') || 'it gave no reason';
}
