import autocannon from 'autocannon';
import { median } from './median.ts';
import { busyWithChildren, stolen } from './processor.ts';
import type { Scenario } from './scenarios.ts';
import type { Served } from './serve.ts';
import type { Signed } from './signed.ts';
import { asSent } from './signed.ts';

/** Each measurement is made in so many parts, so that one can be told from another. */
const parts = 4;
/** Parts that differ by more than this from one another were disturbed. */
const steady = 0.2;

/** Milliseconds of processor time for one request. */
export interface Busy {
  readonly program: number;
  /** Null where the system does not tell. */
  readonly database: number | null;
  readonly generator: number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds until the answer was there. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly busy: Busy;
  /** The largest less the smallest sum of program and database among the parts, over their median. */
  readonly spread: number;
  /** The share of the machine's time that its host took meanwhile. */
  readonly stolen: number;
  readonly noisy: boolean;
  readonly notAsExpected: number;
}

interface Part {
  readonly requests: number;
  readonly seconds: number;
  readonly times: readonly number[];
  readonly wrong: number;
  readonly busy: Busy;
}

let sent = 0;

/** Each connection plans a statement anew five times before it keeps the plan: it is asked more often first. */
const warmUps = 300;

/** Sends one kind of request until every connection of the program has its plans. */
export async function warmUp(served: Served, signed: Signed, scenario: Scenario): Promise<void> {
  const requests = [{ setupRequest: (request: autocannon.Request) => nextOf(request, signed, scenario) }];
  await autocannon({ url: served.url, connections: 10, amount: warmUps, requests });
}

function nextOf(request: autocannon.Request, signed: Signed, scenario: Scenario): autocannon.Request {
  sent += 1;
  return { ...request, ...asSent(scenario.request(sent), signed) };
}

/** Sends one kind of request for `seconds` over `connections`, as one signed-in person. */
export async function measure(
  served: Served,
  signed: Signed,
  scenario: Scenario,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const before = stolen();
  const made: Part[] = [];
  for (let n = 0; n < parts; n += 1)
    made.push(await part(served, signed, scenario, connections, seconds / parts));
  const after = stolen();
  const times = made.flatMap((each) => each.times).sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const sums = made.map(({ busy }) => busy.program + (busy.database ?? 0)).toSorted((a, b) => a - b);
  const spread = ((sums.at(-1) ?? 0) - (sums[0] ?? 0)) / median(sums);
  const taken = before && after ? (after.stolen - before.stolen) / Math.max(1, after.all - before.all) : 0;
  return {
    perSecond: total(made, 'requests') / total(made, 'seconds'),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    busy: {
      program: median(made.map(({ busy }) => busy.program)),
      database: made.some(({ busy }) => busy.database === null)
        ? null
        : median(made.map(({ busy }) => busy.database ?? 0)),
      generator: median(made.map(({ busy }) => busy.generator)),
    },
    spread,
    stolen: taken,
    noisy: spread > steady || taken > 0.05,
    notAsExpected: total(made, 'wrong'),
  };
}

async function part(
  served: Served,
  signed: Signed,
  scenario: Scenario,
  connections: number,
  duration: number,
): Promise<Part> {
  const times: number[] = [];
  let wrong = 0;
  const before = await busyNow(served);
  const { duration: seconds, errors } = await new Promise<autocannon.Result>((done, failed) => {
    const run = autocannon(
      {
        url: served.url,
        connections,
        duration,
        requests: [{ setupRequest: (request) => nextOf(request, signed, scenario) }],
      },
      (error, result) => (error ? failed(error) : done(result)),
    );
    run.on('response', (_client, status, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (status >= 400) wrong += 1;
    });
  });
  const after = await busyNow(served);
  const each = (one: number, other: number) => (other - one) / Math.max(1, times.length);
  return {
    requests: times.length,
    seconds,
    times,
    wrong: wrong + errors,
    busy: {
      program: each(before.program, after.program),
      database:
        before.database === null || after.database === null ? null : each(before.database, after.database),
      generator: each(before.generator, after.generator),
    },
  };
}

async function busyNow(served: Served) {
  const { user, system } = process.cpuUsage();
  return {
    program: (await served.usage()).busy,
    database: busyWithChildren(served.database),
    generator: (user + system) / 1000,
  };
}

function total<K extends 'requests' | 'seconds' | 'wrong'>(made: readonly Part[], key: K): number {
  return made.reduce((sum, each) => sum + each[key], 0);
}
