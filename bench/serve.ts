import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '#kit/free-port.ts';

/** What the program has used so far. */
export interface Usage {
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
}

export interface Served {
  readonly url: string;
  /** Answers every request with one page of 20 KB that is ready, without the program and without SQL. */
  readonly floorUrl: string;
  /** The process of PostgreSQL that starts the others; null where the system does not tell. */
  readonly database: number | null;
  /** Milliseconds from starting the process to its first answer. */
  readonly readyAfter: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the staff site in a process of its own, as `npm start` starts it. */
export async function serve(databaseUrl: string, database: number | null): Promise<Served> {
  const [port, floor] = [await freePort(), await freePort()];
  const started = performance.now();
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
  });
  child.stdin?.end(JSON.stringify({ url: databaseUrl, port, floor }));
  await Promise.race([once(child, 'message'), failed(child)]);
  return {
    url: `http://127.0.0.1:${port}`,
    floorUrl: `http://127.0.0.1:${floor}`,
    database,
    readyAfter: performance.now() - started,
    async usage() {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage as Usage;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function failed(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`The site did not start (exit ${code})`);
}
