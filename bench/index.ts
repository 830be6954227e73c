import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '#kit/database/embedded.ts';
import { readMigrations } from '#kit/database/migrate.ts';
import { prepareDatabase } from '#kit/database/prepare.ts';
import { createPool } from '#kit/sql.ts';
import { bareRate } from './bare.ts';
import { addLandlord, loadCases } from './load.ts';
import { browse, measure, serve } from './measure.ts';
import { type Row, report } from './report.ts';
import { scenarios } from './scenarios.ts';
import { addSession } from './session.ts';

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000,100000,400000' },
    seconds: { type: 'string', default: '8' },
    only: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (options.help) {
  console.log(`npm run bench -- [--cases 10000,100000] [--seconds 8] [--only "open a case"]

Loads cases with 30 entries each straight into a database of its own, then measures the program signed in: the wall,
the audit and the whole page included. Prints one table and writes bench/results/<time>.json.`);
  process.exit(0);
}

const sizes = options.cases.split(',').map(Number);
const seconds = Number(options.seconds);
const connections = [1, 8];
const data = process.env.LINTEL_BENCH_DATA ?? join(tmpdir(), 'lintel-bench');

const server = await openEmbedded({ data, fast: false });
const database = 'lintel_bench';
const administration = createPool(server.url('postgres'), 1);
await administration.query(`drop database if exists ${database} with (force)`);
await administration.query(`create database ${database} template template0`);
const { serving } = await prepareDatabase({
  url: server.url(database),
  secret: 'the secret of a benchmark',
  migrations: await readMigrations(),
});
const owner = createPool(server.url(database), 2, 0);
const app = createPool(serving.app, 10);

const rows: Row[] = [];
try {
  const landlord = await addLandlord(owner);
  let loaded = 0;
  for (const cases of sizes) {
    const started = performance.now();
    await loadCases(owner, landlord, loaded, cases);
    await owner.query('vacuum analyze');
    loaded = cases;
    console.log(
      `${cases.toLocaleString('en-GB')} cases loaded in ${Math.round((performance.now() - started) / 1000)} s`,
    );
    await measureSize(cases);
  }
} finally {
  await Promise.all([owner.end(), app.end()]);
  await administration.query(`drop database if exists ${database} with (force)`);
  await administration.end();
  await server.close();
}
console.log(report(rows));
await mkdir('bench/results', { recursive: true });
const file = join(
  'bench/results',
  `${Temporal.Now.instant().toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.json`,
);
await writeFile(
  file,
  JSON.stringify({ machine: { cores: cpus().length, memory: totalmem() }, seconds, rows }, null, 2),
);
console.log(`Written to ${file}`);

async function measureSize(cases: number): Promise<void> {
  const landlord = (await owner.query('select organisation_id, id from staff order by id limit 1')).rows[0];
  const session = await addSession(app, landlord.organisation_id, landlord.id);
  const served = await serve(serving.app);
  try {
    const signed = await browse(served, session);
    for (const scenario of scenarios(cases, Temporal.Now.instant())) {
      if (options.only && scenario.name !== options.only) continue;
      await measure(served, signed, scenario, 8, 2);
      for (const connection of connections) {
        const measured = await measure(served, signed, scenario, connection, seconds);
        const { memory } = await served.usage();
        const bare = await bareRate(app, session, scenario, connection, Math.min(seconds, 4));
        rows.push({
          cases,
          scenario,
          connections: connection,
          ...measured,
          memory,
          bare,
          readyAfter: served.readyAfter,
        });
        console.log(report(rows.slice(-1), false));
      }
    }
  } finally {
    await served.stop();
  }
}
