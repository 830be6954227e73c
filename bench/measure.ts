import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { sessionCookie } from '#kit/http/begin.ts';
import type { Scenario } from './scenarios.ts';

/** What the program has used so far. */
export interface Usage {
  /** Resident memory in bytes. */
  readonly memory: number;
  /** Milliseconds of processor time. */
  readonly busy: number;
}

export interface Served {
  readonly url: string;
  /** Milliseconds from starting the process to its first answer. */
  readonly readyAfter: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts the staff site in a process of its own. */
export async function serve(databaseUrl: string): Promise<Served> {
  const port = await freePort();
  const started = performance.now();
  const child = fork(join(import.meta.dirname, 'server.ts'), {
    stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
  });
  child.stdin?.end(JSON.stringify({ url: databaseUrl, port }));
  await Promise.race([once(child, 'message'), failed(child)]);
  return {
    url: `http://127.0.0.1:${port}`,
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

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** The program's own processor time for one request, in milliseconds. */
  readonly busy: number;
  readonly notAsExpected: number;
}

/** What a signed-in browser sends with every request. */
export interface Signed {
  readonly cookies: string;
  readonly csrf: string;
}

/** Sends one kind of request for `seconds` over `connections`, as one signed-in person. */
export async function measure(
  served: Served,
  signed: Signed,
  scenario: Scenario,
  connections: number,
  seconds: number,
): Promise<Measured> {
  let n = 0;
  const times: number[] = [];
  let notAsExpected = 0;
  const before = await served.usage();
  const { duration, errors } = await new Promise<autocannon.Result>((done, failed) => {
    const run = autocannon(
      {
        url: served.url,
        connections,
        duration: seconds,
        requests: [{ setupRequest: (request) => ({ ...request, ...asSent(scenario.request(++n), signed) }) }],
      },
      (error, result) => (error ? failed(error) : done(result)),
    );
    run.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 400) notAsExpected += 1;
    });
  });
  const after = await served.usage();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    busy: (after.busy - before.busy) / times.length,
    notAsExpected: notAsExpected + errors,
  };
}

export function asSent({ path, form }: ReturnType<Scenario['request']>, { cookies, csrf }: Signed) {
  if (!form) return { method: 'GET' as const, path, headers: { cookie: cookies } };
  return {
    method: 'POST' as const,
    path,
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  };
}

/** Signs a browser in by its session: fetches a page and keeps its cookies and its proof of origin. */
export async function browse(served: Served, session: string): Promise<Signed> {
  const response = await fetch(`${served.url}/cases`, { headers: { cookie: `${sessionCookie}=${session}` } });
  const body = await response.text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1];
  if (response.status !== 200 || !csrf) throw new Error(`The first page answered ${response.status}`);
  const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookies: [`${sessionCookie}=${session}`, ...given].join('; '), csrf };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
