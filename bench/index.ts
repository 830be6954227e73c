import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { OrganisationId } from '#rules/facts.ts';
import { bareRate } from './bare.ts';
import { count } from './counted.ts';
import { type Documents, makeDocuments } from './documents.ts';
import { type Ground, prepareGround } from './ground.ts';
import { casesPerWorker } from './load/numbers.ts';
import { measure, warmUp } from './measure.ts';
import { type Row, report, reportDocuments, reportSent } from './report.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { type Sent, sendMessages } from './sending.ts';
import { type Served, serve } from './serve.ts';
import { browse, type Signed } from './signed.ts';
import { timeStatements } from './statements.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '8' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string' },
    statements: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`npm run bench -- [--cases 10000,100000,400000] [--seconds 8] [--connections 1,8]
                 [--only "open a case,my day"] [--statements]

Loads cases with everything that stands around them straight into a database of its own, then measures the program
signed in: the wall, the audit and the whole page included. Prints one table and writes bench/results/<time>.json.
Then 50 chronologies of 500 entries at once as PDF, as Word and as CSV, for what memory they take (“documents”), and
hundreds of e-mails that wait to be sent (“sending”).
--statements prints how long each statement of a request takes alone instead.`);
  process.exit(0);
}

const sizes = options.cases.split(',').map(Number);
const seconds = Number(options.seconds);
const connections = options.connections.split(',').map(Number);
const wanted = options.only?.split(',').map((name) => name.trim());

const ground = await prepareGround(process.env.LINTEL_BENCH_DATA ?? join(tmpdir(), 'lintel-bench'));
const rows: Row[] = [];
const documents: Documents[] = [];
const sent: Sent[] = [];
try {
  for (const cases of sizes) {
    const started = performance.now();
    await ground.grow(cases);
    const took = Math.round((performance.now() - started) / 1000);
    console.log(`${cases.toLocaleString('en-GB')} cases loaded in ${took} s`);
    const asked = scenarios(cases, Temporal.Now.instant()).filter(
      ({ name }) => !wanted || wanted.includes(name),
    );
    await (options.statements ? printStatements(ground, asked) : measureAll(ground, cases, asked));
  }
} finally {
  await ground.close();
}
if (!options.statements) await publish();

async function measureAll(
  { app, site, url, postmaster, signIn, minutely }: Ground,
  cases: number,
  asked: readonly Scenario[],
): Promise<void> {
  const { session, signed } = await signIn();
  const served = await serve(url, postmaster);
  try {
    const browsing = await browse(served.url, session);
    const nothing: Scenario = {
      name: 'floor: no SQL, 20 KB',
      target: null,
      budget: { trips: 0, statements: 0 },
      request: () => ({ path: '/' }),
    };
    for (const each of connections) {
      await add({ ...served, url: served.floorUrl }, nothing, each, null);
    }
    for (const scenario of asked) {
      await minutely();
      const counted = await count(app, site, signed, scenario);
      await warmUp(served, browsing, scenario);
      for (const each of scenario.connections ? [scenario.connections] : connections) {
        const bare = await bareRate(app, site, signed, scenario, each, Math.min(seconds, 4));
        await add(served, scenario, each, { ...counted, bare });
      }
    }

    async function add(on: typeof served, scenario: Scenario, open: number, database: Row['database']) {
      const measured = await measure(on, browsing, scenario, open, seconds);
      const { memory, peak } = await served.usage();
      const { readyAfter } = served;
      rows.push({ ...measured, cases, scenario, connections: open, memory, peak, database, readyAfter });
      console.log(report(rows.slice(-1), false));
    }
    if (!wanted || wanted.includes('documents')) {
      documents.push(...(await manyDocuments(served, signIn, cases)));
      console.log(reportDocuments(documents.slice(-3)));
    }
    if (!wanted || wanted.includes('sending')) {
      sent.push(await sendMessages(app, served, signed.organisation as OrganisationId));
      console.log(sent.slice(-1).map(reportSent).join());
    }
  } finally {
    await served.stop();
  }
}

/** Asked for by as many colleagues as there are, since one person is given only so many in a minute. */
async function manyDocuments(served: Served, signIn: Ground['signIn'], cases: number) {
  const [beside] = scenarios(cases, Temporal.Now.instant());
  if (!beside) throw new Error('There is no page to ask for');
  const people: Signed[] = [];
  for (let worker = 1; worker <= Math.min(10, cases / casesPerWorker); worker += 1)
    people.push(await browse(served.url, (await signIn(worker)).session));
  return makeDocuments(served, people, beside);
}

async function printStatements({ app, site, signIn }: Ground, asked: readonly Scenario[]): Promise<void> {
  const { signed } = await signIn();
  for (const scenario of asked) {
    const timed = await timeStatements(app, site, signed, scenario);
    const sum = timed.reduce((all, { microseconds }) => all + microseconds, 0);
    console.log(
      `\n${scenario.name}: ${timed.length} statements, ${Math.round(sum)} µs above as many “select 1”`,
    );
    for (const { trip, microseconds, text } of timed)
      console.log(
        `${String(trip).padStart(2)} ${String(Math.round(microseconds)).padStart(6)} ${text.slice(0, 140)}`,
      );
  }
}

async function publish(): Promise<void> {
  console.log(report(rows));
  console.log(reportDocuments(documents));
  console.log(sent.map(reportSent).join('\n'));
  await mkdir('bench/results', { recursive: true });
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '-');
  const file = join('bench/results', `${at}.json`);
  const machine = { cores: cpus().length, memory: totalmem(), load: loadavg() };
  await writeFile(file, JSON.stringify({ machine, seconds, rows, documents, sent }, null, 2));
  console.log(`Written to ${file}`);
}
