import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#kit/free-port.ts';
import { now } from '#kit/now.ts';
import { testDatabase } from '../database.ts';
import { addColleague, addLandlord, addSession, testServices } from '../site.ts';
import { secret as databaseSecret } from '../template.ts';
import { startProgram } from './program.ts';

async function dataFolder(t: TestContext): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'lintel-up-'));
  t.after(() => rm(data, { recursive: true, force: true }));
  return data;
}

/** Says so much to a port, waits a moment, and hangs up without a word. */
async function hangUp(site: string, said: string): Promise<void> {
  const { hostname, port } = new URL(site);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(said);
  await pause(150);
  socket.resetAndDestroy();
  await pause(50);
}

test('whoever hangs up in the middle is no fault of ours in the log', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, { now, set: () => {} });
  const landlord = await addLandlord(services, 'vivid-2023', 'example-homes');
  const staff = await addColleague(services, landlord, ['administrator']);
  const cookie = `lintel_session=${await addSession(services, landlord.organisation, staff)}`;
  const program = await startProgram({
    DATABASE_URL: database.urls.owner,
    LINTEL_SECRET: databaseSecret.padEnd(32, '.'),
    DATABASE_APP_URL: database.urls.app,
    DATABASE_PUBLIC_URL: database.urls.public,
    LINTEL_DATA: await dataFolder(t),
    LINTEL_LOG: 'debug',
  });
  t.after(() => program.stop());
  const head = (method: string, path: string, ...more: readonly string[]) =>
    [`${method} ${path} HTTP/1.1`, 'Host: localhost', `Cookie: ${cookie}`, ...more, '', ''].join('\r\n');
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const upload = 'Content-Type: multipart/form-data; boundary=x';
  const started =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nreference;street';
  for (let each = 0; each < 3; each += 1) {
    await hangUp(program.staff, `${head('POST', '/sign-in', form, 'Content-Length: 900')}email=a`);
    await hangUp(program.staff, head('POST', '/register/import', upload, 'Content-Length: 900') + started);
    await hangUp(
      program.staff,
      `${head('POST', '/register/import', upload, 'Transfer-Encoding: chunked')}5\r\n--x\r\n`,
    );
    await hangUp(program.staff, head('GET', '/staff'));
    await hangUp(
      program.help,
      `${head('POST', '/example-homes/tell-us', form, 'Content-Length: 900')}verbatim=I`,
    );
  }
  assert.equal((await fetch(`${program.staff}/health/live`)).status, 200);
  const lines = program
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{"level":50'));
  assert.deepEqual(lines, []);
});

test('of two programs started at once over one folder one serves and one names the port that is taken', async (t) => {
  const data = await dataFolder(t);
  const [port, helpPort] = [String(await freePort()), String(await freePort())];
  const environment = { LINTEL_DATA: data, LINTEL_PORT: port, LINTEL_HELP_PORT: helpPort };
  const both = await Promise.allSettled([startProgram(environment), startProgram(environment)]);
  const [serving] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  t.after(() => serving?.stop());
  assert.ok(serving && refused, 'one serves, one does not');
  assert.match(
    refused,
    new RegExp(`Port (${port}|${helpPort}) is taken: another program, perhaps another Lintel`),
  );
  assert.doesNotMatch(refused, /\n\s+at /, 'in a sentence, not by a stack');
  assert.equal((await fetch(`${serving.staff}/health/ready`.replace(/:\d+/, `:${port}`))).status, 200);
  assert.equal(await serving.stop(), 0);
});

test('behind a proxy that nobody told it of the program says so at start', async () => {
  const { partnerLines, proxyLines } = await import('../../src/cli/serve.ts');
  const config = { publicUrl: 'https://lintel.example', helpUrl: 'http://localhost:3001' };
  assert.match(proxyLines({ ...config, trustProxy: false } as never).join(' '), /LINTEL_TRUST_PROXY is off/);
  assert.deepEqual(proxyLines({ ...config, trustProxy: 1 } as never), []);
  assert.deepEqual(proxyLines({ ...config, publicUrl: 'http://localhost', trustProxy: false } as never), []);
  const partner = { partnerUrl: 'http://localhost:3002', helpPort: 3001 } as never;
  assert.deepEqual(partnerLines(partner, false), ['Partner site: http://localhost:3002']);
  assert.match(partnerLines({ helpPort: 3001 } as never, true).join(), /LINTEL_PARTNER_PORT=3002/);
  assert.deepEqual(partnerLines({ helpPort: 3001 } as never, false), []);
});
