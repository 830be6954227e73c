import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, Failure } from '../failure.ts';
import { freePort } from '../free-port.ts';
import { installedBinaries } from './binaries.ts';
import { type Cluster, claim, dropClaim, initialise, start, stop, superuserUrl } from './cluster.ts';
import { chooseHome, chosenHome, makeDataFolder, reachableBinaries, settle } from './place.ts';
import { unprivilegedAccount } from './unprivileged.ts';
import { type Watched, watch } from './watch.ts';

/** A running embedded server that this program uses, alone or with others. */
export type Embedded = Readonly<{
  /** Where its files are. */
  home: string;
  /** The superuser's connection string for one of its databases. Never serve a request with it. */
  url: (database: string) => string;
  /** Ends our use; the last program to leave stops the server, unless it is told to leave it running. */
  close: (how?: { leaveRunning: boolean }) => Promise<void>;
}>;

export type EmbeddedOptions = Readonly<{
  /** The data folder; made when missing. */
  data: string;
  /** A fixed port; otherwise a free one is chosen once and remembered. */
  port?: number | undefined;
  /** For tests: no durability. */
  fast?: boolean;
  /** Told when the server ended and when it is there again: it is started again for as long as it is used. */
  said?: (watched: Watched) => void;
}>;

type User = Readonly<{ client: pg.Client; socket: Socket }>;

/** Every program that uses the server shares this lock; who gets it alone is the last one. */
const inUse = 7_253_001;

/** Opens the embedded PostgreSQL of a data folder: makes it the first time, starts it unless it runs already. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { data, port, fast = false, said = () => {} } = options;
  makeDataFolder(data);
  const cluster = await existingOrNew(data, fast);
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const listening = (await running(cluster)) ?? (await startOn(cluster, port));
    const user = listening && (await enter(superuserUrl(cluster, listening)));
    if (user) return handle(cluster, listening, user, said);
    await pause(250);
  }
  throw new Failure(
    'The embedded database starts but does not stay up.',
    `Read the logs in ${cluster.home}/cluster/log, or set DATABASE_URL to another server.`,
  );
}

async function existingOrNew(data: string, fast: boolean): Promise<Cluster> {
  const known = chosenHome(data);
  const account = unprivilegedAccount(join(known, 'cluster'));
  const binaries = reachableBinaries(installedBinaries(), account);
  if (!existsSync(known)) {
    const { home, staging } = chooseHome(data, account);
    await initialise({ home: staging, binaries, account, fast });
    settle(data, home, staging);
  }
  return { home: chosenHome(data), binaries, account, fast };
}

/** The port of the server that already runs for this cluster, once it takes connections. */
async function running(cluster: Cluster): Promise<number | undefined> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const claimed = claim(cluster);
    if (!claimed) return undefined;
    if (!isServer(claimed.pid, cluster)) {
      dropClaim(cluster);
      return undefined;
    }
    if (claimed.port && (await answers(superuserUrl(cluster, claimed.port)))) return claimed.port;
    await pause(100);
  }
  throw new Failure(
    'The embedded database runs but does not answer.',
    `Look at its log in ${cluster.home}/cluster/log; end its process if it hangs; then start Lintel again.`,
  );
}

/** Starts the server. Nothing when another program is starting or stopping it at the same time. */
async function startOn(cluster: Cluster, fixed: number | undefined): Promise<number | undefined> {
  const memory = join(cluster.home, 'port');
  const port = fixed ?? (existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : await freePort());
  const trouble = await start(cluster, port);
  if (trouble === undefined) {
    if (!fixed) writeFileSync(memory, `${port}\n`);
    return port;
  }
  if (/postmaster\.pid|another server might be running|shared memory block/i.test(trouble)) return undefined;
  if (!/could not bind|could not create any TCP/i.test(trouble)) {
    throw new Failure(
      `The embedded database did not start: ${trouble.split('\n').at(-1)}`,
      `Read ${cluster.home}/cluster/start.log, or set DATABASE_URL to another server.`,
    );
  }
  if (fixed) {
    throw new Failure(
      `Port ${fixed}, on which the embedded database should listen, is taken.`,
      'Stop the other program, or set LINTEL_DATABASE_PORT to a free port (or not at all).',
    );
  }
  rmSync(memory, { force: true });
  return undefined;
}

/** Connects and takes our share of the lock. Nothing when the server is just being stopped by its last user. */
async function enter(url: string): Promise<User | undefined> {
  const socket = new Socket();
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lintel (in use)',
    stream: () => socket,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [inUse]);
    // A program that only forgot to close may end all the same.
    socket.unref();
    return { client, socket };
  } catch (thrown) {
    await client.end().catch(() => {});
    if (codeOf(thrown) === '28P01') throw thrown;
    return undefined;
  }
}

/** Where it was before: the program's other connections look for it there. */
async function again(cluster: Cluster, port: number): Promise<User | undefined> {
  const listening = (await running(cluster)) ?? (await startOn(cluster, port));
  if (listening && listening !== port) {
    throw new Failure(
      `The embedded database listens on port ${listening} by now, not on ${port}.`,
      'Start this Lintel again; set LINTEL_DATABASE_PORT, so that all programs use one port.',
    );
  }
  return listening ? enter(superuserUrl(cluster, listening)) : undefined;
}

function handle(cluster: Cluster, port: number, first: User, said: (watched: Watched) => void): Embedded {
  const watched = watch(first, () => again(cluster, port), said);
  return {
    home: cluster.home,
    url: (database) => superuserUrl(cluster, port, database),
    async close({ leaveRunning } = { leaveRunning: false }) {
      const user = await watched.end();
      if (!user) return;
      const { client, socket } = user;
      socket.ref();
      const last = leaveRunning ? false : await isLast(client);
      await client.end().catch(() => {});
      if (last) await stop(cluster);
    },
  };
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [inUse]);
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [inUse]);
    return rows[0].alone;
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Whether the process is a server of this cluster, not another program that was given the number of a dead one. */
function isServer(pid: number, cluster: Cluster): boolean {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster.home);
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
        cluster.home,
      );
    }
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
