import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from '#kit/free-port.ts';
import type { OrganisationId } from '#rules/facts.ts';

/** What the program has used so far. */
export interface Usage {
  /** Resident memory in bytes, now and at most since the process started. */
  readonly memory: number;
  readonly peak: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
}

/** Messages of a landlord that are to be sent. */
export interface Waiting {
  readonly organisation: OrganisationId;
  readonly smtp: string;
  readonly runs: number;
}

export interface Served {
  readonly url: string;
  /** Answers every request with one page of 20 KB that is ready, without the program and without SQL. */
  readonly floorUrl: string;
  /** The process of the site. */
  readonly pid: number;
  /** The process of PostgreSQL that starts the others; null where the system does not tell. */
  readonly database: number | null;
  /** Milliseconds from starting the process to its first answer. */
  readonly readyAfter: number;
  usage(): Promise<Usage>;
  /** Sends what waits in the queue to this mail server, by so many runs of the program's job. */
  send(waiting: Waiting): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the staff site in a process of its own, as `npm start` starts it. */
export async function serve(databaseUrl: string, database: number | null): Promise<Served> {
  const [port, floor] = [await freePort(), await freePort()];
  const started = performance.now();
  const { flags, environment } = await leanly();
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, ...flags],
    env: environment,
  });
  child.stdin?.end(JSON.stringify({ url: databaseUrl, port, floor }));
  await Promise.race([once(child, 'message'), failed(child)]);
  const answer = async (asked: 'usage' | Waiting) => {
    child.send(asked);
    const [usage] = await once(child, 'message');
    return usage as Usage;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    floorUrl: `http://127.0.0.1:${floor}`,
    pid: child.pid ?? 0,
    database,
    readyAfter: performance.now() - started,
    usage: () => answer('usage'),
    send: (waiting) => answer(waiting),
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** The flags and the kept compiled code with which `npm start` starts Lintel. */
async function leanly() {
  const { lean } = (await import(new URL('../scripts/lean.mjs', import.meta.url).href)) as {
    lean(given: NodeJS.ProcessEnv): {
      readonly flags: readonly string[];
      readonly environment: NodeJS.ProcessEnv;
    };
  };
  const { flags, environment } = lean(process.env);
  // What this process has compiled so far is kept for it.
  module.flushCompileCache();
  const cache = module.getCompileCacheDir();
  return { flags, environment: cache ? { ...environment, NODE_COMPILE_CACHE: dirname(cache) } : environment };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The site did not start (exit ${code})`);
}
