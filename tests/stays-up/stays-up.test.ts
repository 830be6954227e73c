import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { installedBinaries } from '#kit/database/binaries.ts';
import { type Cluster, claim, start, stop, superuserUrl } from '#kit/database/cluster.ts';
import { openEmbedded } from '#kit/database/embedded.ts';
import { chosenHome, reachableBinaries } from '#kit/database/place.ts';
import { unprivilegedAccount } from '#kit/database/unprivileged.ts';
import { mailServer } from '../mail-server.ts';
import { inFull } from '../property.ts';
import { busyDay } from './busy-day.ts';
import { startProgram } from './program.ts';

/** `npm run test:long` ends it twenty times; every run of the tests three times. */
const times = inFull ? 20 : 3;

async function dataFolder(t: TestContext): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'lintel-up-'));
  await chmod(data, 0o711);
  t.after(() => rm(data, { recursive: true, force: true }));
  return data;
}

/** By its mail server. */
const posted = (url: string) => ({ SMTP_URL: url, MAIL_FROM: 'lintel@example.test' });

function clusterOf(data: string): Cluster {
  const home = chosenHome(data);
  const account = unprivilegedAccount(join(home, 'cluster'));
  return { home, account, binaries: reachableBinaries(installedBinaries(), account), fast: false };
}

test('a database that is restarted under twelve busy people costs nobody a word', async (t) => {
  const data = await dataFolder(t);
  await (await openEmbedded({ data })).close({ leaveRunning: true });
  const cluster = clusterOf(data);
  const port = claim(cluster)?.port ?? 0;
  const administrator = new pg.Client(superuserUrl(cluster, port));
  await administrator.connect();
  await administrator.query('create database lintel');
  await administrator.end();
  t.after(() => stop(cluster));
  const owner = superuserUrl(cluster, port, 'lintel');
  const mail = await mailServer(t);
  const program = await startProgram({
    DATABASE_URL: owner,
    LINTEL_DATA: await dataFolder(t),
    ...posted(mail.url),
  });
  t.after(() => program.stop());
  const restart = async () => {
    await stop(cluster);
    assert.equal(await start(cluster, port), undefined);
  };
  t.diagnostic(await busyDay(program, owner, { times, strike: restart, received: mail.letters }));
  assert.equal(await program.stop(), 0);
});

test('a database of its own that is killed under twelve busy people is started again', async (t) => {
  const data = await dataFolder(t);
  const mail = await mailServer(t);
  const program = await startProgram({ LINTEL_DATA: data, ...posted(mail.url) });
  t.after(() => program.stop());
  const cluster = clusterOf(data);
  const { port } = claim(cluster) ?? { port: 0 };
  const killed: number[] = [];
  const kill = async () => {
    const { pid } = claim(cluster) ?? { pid: 0 };
    killed.push(pid);
    process.kill(pid, 'SIGKILL');
  };
  t.diagnostic(
    await busyDay(program, superuserUrl(cluster, port, 'lintel'), {
      times,
      strike: kill,
      received: mail.letters,
    }),
  );
  assert.equal(new Set(killed).size, times, 'each time it was another server');
  assert.match(program.said(), /the embedded database ended: it is started again/);
  assert.equal(await program.stop(), 0);
  assert.equal(
    await readFile(join(cluster.home, 'cluster/postmaster.pid'), 'utf8').catch(() => 'stopped'),
    'stopped',
  );
});
