import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { addSession, type TestSite, testSite } from '../../../tests/site.ts';
import { html } from '../html.ts';
import { newId } from '../ids.ts';
import { now } from '../now.ts';
import { page } from './answers.ts';
import { sessionCookie } from './begin.ts';
import { notFound } from './errors.ts';
import { type Route, staffRoute } from './route.ts';
import { ordinaryUploads, type UploadLimits } from './upload-room.ts';
import { sweepUploads } from './uploads.ts';

const megabyte = 1024 * 1024;
const nothing = { nothing: 'a test' };

const takes = (path: string, target?: () => Promise<void>) =>
  staffRoute({
    ...{ method: 'POST', path, may: 'own.account', records: nothing },
    upload: { bytes: 30 * megabyte, sealed: true, ...(target && { target }) },
    handle: async ({ files, body }) => {
      await target?.();
      const each = files.map(({ name, refused = 'kept' }) => `${name}: ${refused}`).join('; ');
      const { shows } = body as { readonly shows: string };
      return page({ title: 'Sent', main: () => html`<p>${each}. What was typed: ${shows}</p>` });
    },
  });

const routes: readonly Route[] = [
  takes('/files'),
  takes('/elsewhere', async () => {
    throw notFound();
  }),
];

async function desk(t: TestContext, uploads: Partial<UploadLimits> = {}) {
  const settings = { uploads: { ...ordinaryUploads, leaves: 0, ...uploads } };
  const site = await testSite(t, routes, '2026-11-18T10:00', {}, settings);
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const landlord = await site.landlord('vivid-2023');
  const somebody = async () => {
    const { staff } = await site.colleague(landlord, ['contractor']);
    const cookie = await addSession(site.services, landlord.organisation, staff);
    const proofs = await site.app.inject({ url: '/proof', cookies: { [sessionCookie]: cookie } });
    const form = proofs.cookies.map(({ name, value }) => `; ${name}=${value}`).join('');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(proofs.body)?.[1] ?? '';
    return { csrf, cookies: `${sessionCookie}=${cookie}${form}` };
  };
  return { site, somebody };
}

/** What arrives lies in a folder of the test's own: other programs have files arriving at the same time. */
function ownFolder(t: TestContext): void {
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  process.env.TMPDIR = folder;
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true, force: true });
  });
}

const lying = () => readdirSync(tmpdir()).length;
const edge = 'a-line-that-is-in-no-file';
const end = `\r\n--${edge}--\r\n`;
const field = (name: string, value: string) =>
  `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

interface Somebody {
  readonly csrf: string;
  readonly cookies: string;
}

/** Begins to send a film of so many bytes, and what was typed before it. @returns the open connection */
function begins(site: TestSite, { csrf, cookies }: Somebody, { path = '/files', bytes = megabyte } = {}) {
  const file = 'Content-Disposition: form-data; name="files"; filename="film.mp4"';
  const typed = field('_csrf', csrf) + field('_submission', newId()) + field('shows', 'the broken door');
  const start = `${typed}--${edge}\r\n${file}\r\n\r\n`;
  const [at] = site.app.addresses();
  const socket = connect(typeof at === 'object' ? at.port : 0, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: ${cookies}\r\n` +
      `Content-Type: multipart/form-data; boundary=${edge}\r\n` +
      `Content-Length: ${start.length + bytes + end.length}\r\n\r\n${start}`,
  );
  return socket;
}

/** Sends the film, and reads what is answered. */
async function ends(socket: Socket, bytes = megabyte): Promise<string> {
  let said = '';
  socket.on('data', (part) => {
    said += part;
  });
  socket.write(Buffer.alloc(bytes));
  socket.write(end);
  await new Promise((resolve) => socket.once('close', resolve));
  return said;
}

test('nothing is kept of what is sent to where nothing is, and whoever sends it is told', async (t) => {
  ownFolder(t);
  const { site, somebody } = await desk(t);
  const socket = begins(site, await somebody(), { path: '/elsewhere' });
  socket.write(Buffer.alloc(megabyte / 2));
  await pause(500);
  assert.equal(lying(), 0);
  assert.match(await ends(socket, megabyte / 2), /^HTTP\/1\.1 404/);
});

test('one person cannot fill the disk by films that they never end, and is told beside the field', async (t) => {
  ownFolder(t);
  const { site, somebody } = await desk(t);
  const contractor = await somebody();
  const held = Array.from({ length: ordinaryUploads.openEach }, () => begins(site, contractor));
  await pause(1_000);
  assert.equal(lying(), held.length, 'so many arrive');
  const told = await ends(begins(site, contractor));
  assert.match(told, /^HTTP\/1\.1 200/);
  assert.match(told, /film\.mp4: busy\. What was typed: the broken door/, 'nothing is lost but the bytes');
  assert.equal(lying(), held.length, 'and none of its bytes lay anywhere');

  assert.match(await ends(begins(site, await somebody())), /film\.mp4: kept/, 'nobody else waits for it');
  for (const socket of held) socket.destroy();
  await pause(500);
  assert.equal(lying(), 0);
  assert.match(await ends(begins(site, contractor)), /film\.mp4: kept/, 'what ends makes room again');
});

test('nor by one after another, nor by saying that more comes than there is room for', async (t) => {
  ownFolder(t);
  const { site, somebody } = await desk(t, { bytesEachHour: 2.5 * megabyte });
  const contractor = await somebody();
  for (const how of ['kept', 'kept', 'busy'])
    assert.match(await ends(begins(site, contractor)), new RegExp(`film\\.mp4: ${how}`));
  const full = await desk(t, { leaves: Number.MAX_SAFE_INTEGER });
  const told = await ends(begins(full.site, await full.somebody()));
  assert.match(told, /film\.mp4: full\. What was typed: the broken door/);
  assert.equal(lying(), 0);
});

test('what a program that was ended left of uploads goes after hours, and nothing of anybody else', async (t) => {
  ownFolder(t);
  for (const [name, hours] of [
    ['lintel-upload-old', 4],
    ['lintel-upload-new', 1],
    ['somebody-elses', 4],
  ] as const) {
    mkdirSync(join(tmpdir(), name));
    const at = now().subtract({ hours }).epochMilliseconds / 1_000;
    utimesSync(join(tmpdir(), name), at, at);
  }
  assert.equal(await sweepUploads(), 1);
  assert.deepEqual(readdirSync(tmpdir()).toSorted(), ['lintel-upload-new', 'somebody-elses']);
});
