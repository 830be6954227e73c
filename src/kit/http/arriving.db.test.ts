import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { addSession, browser, type TestSite, testSite } from '../../../tests/site.ts';
import { html } from '../html.ts';
import { newId } from '../ids.ts';
import { page } from './answers.ts';
import type { Patience } from './arriving.ts';
import { sessionCookie } from './begin.ts';
import { type Route, staffRoute } from './route.ts';

const megabyte = 1024 * 1024;
const nothing = { nothing: 'a test' };
let taken: readonly (number | undefined)[] = [];

const routes: readonly Route[] = [
  staffRoute({
    method: 'POST',
    path: '/files',
    may: 'own.account',
    records: nothing,
    upload: { bytes: 30 * megabyte, sealed: true },
    draft: () => ({ form: 'files', about: null }),
    handle: async (ctx) => {
      taken = ctx.files.map(({ received }) => received?.bytes);
      return page({ title: 'Taken', main: () => html`<p>Taken</p>` });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/words',
    may: 'own.account',
    records: nothing,
    handle: async () => page({ title: 'Read', main: () => html`<p>Read</p>` }),
  }),
];

/** A hundredth of the ordinary time: the clients below are as slow against it as a poor phone against a minute. */
const short: Patience = { whole: 600, silence: 300, pace: 100_000, files: 15_000 };

async function desk(t: TestContext, patience: Patience = short) {
  const site = await testSite(
    t,
    routes,
    '2026-11-18T10:00',
    { wasSignedIn: async () => false },
    { patience },
  );
  ownFolder(t);
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const landlord = await site.landlord('vivid-2023');
  const worker = await site.colleague(landlord, ['da_worker']);
  const cookie = await addSession(site.services, landlord.organisation, worker.staff);
  const proofs = await site.app.inject({ url: '/proof', cookies: { [sessionCookie]: cookie } });
  const form = proofs.cookies.map(({ name, value }) => `; ${name}=${value}`).join('');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(proofs.body)?.[1] ?? '';
  return { site, worker, landlord, csrf, cookies: `${sessionCookie}=${cookie}${form}` };
}

function portOf({ app }: TestSite): number {
  const [at] = app.addresses();
  return typeof at === 'object' ? at.port : 0;
}

const edge = 'a-line-that-is-in-no-file';
const field = (name: string, value: string) =>
  `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

function head(csrf: string): string {
  const file = 'Content-Disposition: form-data; name="files"; filename="film.mp4"';
  return `${field('_csrf', csrf)}${field('_submission', newId())}--${edge}\r\n${file}\r\n\r\n`;
}

interface Sends {
  readonly path: string;
  readonly cookies?: string;
  readonly type?: string;
  readonly length: number;
  /** Each part with how long it waits before it is sent. */
  readonly parts: Iterable<readonly [Buffer | string, number]>;
}

/** Sends as slowly as it is told to, until it is cut off. @returns the first line that comes back, and when it ended */
async function sends(site: TestSite, { path, cookies = '', type, length, parts }: Sends) {
  const began = performance.now();
  const socket = connect(portOf(site), '127.0.0.1');
  let said = '';
  let over = false;
  socket.on('data', (bytes) => {
    said += bytes;
  });
  socket.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      over = true;
      resolve();
    });
  });
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: ${cookies}\r\n` +
      `Content-Type: ${type ?? `multipart/form-data; boundary=${edge}`}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  for (const [part, wait] of parts) {
    if (wait > 0) await pause(wait);
    if (over || said !== '') break;
    socket.write(part);
  }
  await Promise.race([ended, pause(5_000, undefined, { ref: false })]);
  socket.destroy();
  return { said: said.split('\r\n')[0] ?? '', body: said, after: performance.now() - began };
}

function* inParts(start: string, bytes: number, parts: number, wait: number, end = `\r\n--${edge}--\r\n`) {
  yield [start, 0] as const;
  const part = Buffer.alloc(bytes / parts);
  for (let at = 0; at < parts; at += 1) yield [part, wait] as const;
  yield [end, 0] as const;
}

const lengthOf = (start: string, bytes: number) => start.length + bytes + `\r\n--${edge}--\r\n`.length;
/** What arrives lies in a folder of the test's own: other programs have files arriving at the same time. */
function ownFolder(t: TestContext): void {
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'arriving-'));
  process.env.TMPDIR = folder;
  t.after(() => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true, force: true });
  });
}

const leftBehind = () => readdirSync(tmpdir()).length;

test('a film from a slow phone arrives, though it takes far longer than any other request may', async (t) => {
  const { site, csrf, cookies } = await desk(t);
  const start = head(csrf);
  const bytes = 20 * megabyte;
  const parts = inParts(start, bytes, 20, 100);
  const { said, after } = await sends(site, {
    path: '/files',
    cookies,
    length: lengthOf(start, bytes),
    parts,
  });
  assert.match(said, /^HTTP\/1\.1 200/);
  assert.ok(after > 3 * short.whole, `${after} ms`);
  assert.deepEqual(taken, [bytes]);
});

test('whoever falls silent, or drips, while they send files is cut off, and nothing of it is left', async (t) => {
  const { site, csrf, cookies } = await desk(t);
  const before = leftBehind();
  const start = head(csrf);
  const length = lengthOf(start, 20 * megabyte);
  const drips = inParts(start, 1_000, 1_000, 20);
  const silent = [[start, 0]] as const;
  for (const parts of [drips, silent]) {
    const { said, after } = await sends(site, { path: '/files', cookies, length, parts });
    assert.match(said, /^HTTP\/1\.1 408/);
    assert.ok(after < 3 * short.silence, `${after} ms`);
  }
  await pause(100);
  assert.equal(leftBehind(), before);
});

test('whoever goes away in the middle of a file leaves nothing behind', async (t) => {
  const { site, csrf, cookies } = await desk(t);
  const before = leftBehind();
  const start = head(csrf);
  const socket = connect(portOf(site), '127.0.0.1');
  socket.write(
    `POST /files HTTP/1.1\r\nHost: x\r\nCookie: ${cookies}\r\nContent-Length: ${lengthOf(start, megabyte)}\r\n` +
      `Content-Type: multipart/form-data; boundary=${edge}\r\n\r\n${start}${'x'.repeat(100_000)}`,
  );
  await pause(200);
  assert.equal(leftBehind(), before + 1, 'it began to arrive');
  socket.destroy();
  await pause(200);
  assert.equal(leftBehind(), before);
});

test('anything but files has to be there within its time, also a form to the address of files', async (t) => {
  const { site, cookies } = await desk(t);
  const drips = () => Array.from({ length: 200 }, () => ['words=I&', 20] as const);
  const type = 'application/x-www-form-urlencoded';
  for (const path of ['/words', '/files', '/nowhere'])
    for (const cookie of [cookies, '']) {
      const { said, after } = await sends(site, {
        path,
        cookies: cookie,
        type,
        length: 9_000,
        parts: drips(),
      });
      assert.match(said, /^HTTP\/1\.1 408/);
      assert.ok(after < 3 * short.whole, `${path} ${after} ms`);
    }
});

test('of whoever is not signed in nothing is read before they are told, and nothing is written', async (t) => {
  const { site, csrf, cookies } = await desk(t);
  const before = leftBehind();
  const start = head(csrf);
  const forged = `${sessionCookie}=${newId()}.${newId()}.${'a'.repeat(43)}`;
  for (const cookie of ['', forged, cookies.replace(/\.[^.;]{43}/, `.${'b'.repeat(43)}`)]) {
    const asked = { path: '/files', cookies: cookie, length: lengthOf(start, 20 * megabyte) };
    const { said, body, after } = await sends(site, { ...asked, parts: [[start, 0]] });
    assert.match(said, /^HTTP\/1\.1 401/);
    assert.match(body, /Sign in again/);
    assert.ok(after < short.whole + 5_000, 'they are told at once, though nothing more comes');
  }
  assert.equal(leftBehind(), before);
});

test('only a form with files may be large, and what is too large is told on a page', async (t) => {
  const { site, worker, landlord } = await desk(t);
  const large = 'x'.repeat(300 * 1024);
  for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain'])
    for (const signedIn of [true, false]) {
      const cookie = await addSession(site.services, landlord.organisation, worker.staff);
      const sent = await site.app.inject({
        method: 'POST',
        url: '/files',
        headers: { 'content-type': type },
        payload: type === 'application/json' ? JSON.stringify(large) : large,
        ...(signedIn && { cookies: { [sessionCookie]: cookie } }),
      });
      assert.equal(sent.statusCode, 413, `${type} ${signedIn}`);
      assert.match(sent.body, /This is too large[\s\S]*Send less at once\. Nothing was changed/);
    }
  const again = browser(
    site.app,
    worker.staff,
    await addSession(site.services, landlord.organisation, worker.staff),
  );
  assert.equal((await again.post('/files', {}, [])).statusCode, 200);
});

test('more than all files together may hold is refused before it is read', async (t) => {
  const { site, csrf, cookies } = await desk(t);
  const { said, body } = await sends(site, {
    ...{ path: '/files', cookies, length: 400 * megabyte },
    parts: [[head(csrf), 0]],
  });
  assert.match(said, /^HTTP\/1\.1 413/);
  assert.match(body, /This is too large/);
});
