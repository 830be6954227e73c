import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clamd } from '#kit/files/clamd.ts';
import type { Scanner } from '#kit/files/scanner.ts';
import { clamdMissing, harmful, runClamd } from '../clamd.ts';
import { pictureOfAPhone } from '../files-lived-in.ts';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const picture = await pictureOfAPhone();
const added = (bytes: Uint8Array<ArrayBuffer>) => [{ field: 'files', name: 'from-a-phone', bytes }];

/** The same Lintel, with this scanner. */
function scannedBy(lintel: Lintel, scanner: Scanner): void {
  Object.assign(lintel.services.files, { scanner });
}

async function linkTo(body: string): Promise<string> {
  return /href="([^"]+\/files\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
}

test('a file is held until it was looked through, and then opened', { skip: clamdMissing }, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  scannedBy(lintel, clamd((await runClamd(t)).address));
  const { worker, at } = await openOffice(lintel);
  const file = await aCase(worker);
  const list = await worker.finishes(`${file}/files/new`, { source: 'person' }, added(picture));
  const path = await linkTo((await worker.get(list)).body);
  assert.match(await worker.reads(list), /Waiting.*Until then nobody can open it/);
  assert.equal((await worker.get(`${path}/picture/bytes`)).statusCode, 404);
  assert.equal((await worker.fills(`${path}/taking`, { why: 'I want to see it now' })).statusCode, 404);
  await at('2026-11-18T10:05');
  assert.match(await worker.reads(path), /Looked through.*nothing found/);
  assert.equal((await worker.get(`${path}/picture/bytes`)).statusCode, 200);
  assert.equal((await worker.fills(`${path}/taking`, { why: 'I want to see it now' })).statusCode, 200);
});

test('a file in which harm is found is kept, shown to nobody, and a manager is told', {
  skip: clamdMissing,
}, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  scannedBy(lintel, clamd((await runClamd(t)).address));
  const { worker, manager, at } = await openOffice(lintel);
  const file = await aCase(worker);
  const list = await worker.finishes(`${file}/files/new`, { source: 'person' }, added(harmful));
  const path = await linkTo((await worker.get(list)).body);
  await at('2026-11-18T10:05');
  assert.match(await worker.reads(path), /Something harmful was found in it\. It is kept as it came/);
  for (const end of ['picture', 'small-picture'])
    assert.equal((await worker.get(`${path}/${end}`)).statusCode, 404);
  assert.equal((await worker.fills(`${path}/taking`, { why: 'I want to see it now' })).statusCode, 404);
  assert.match(await manager.reads('/notifications'), /Something harmful was found in what somebody added/);
  assert.match(await worker.reads(`${path}/custody`), /something harmful found, and shown to nobody/);
});

test('while the scanner is away a file is held and shown as waiting, and goes on when it is back', {
  skip: clamdMissing,
}, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const scanner = await runClamd(t);
  scannedBy(lintel, clamd(scanner.address));
  await scanner.stop();
  const { worker, at } = await openOffice(lintel);
  const file = await aCase(worker);
  const list = await worker.finishes(`${file}/files/new`, { source: 'person' }, added(picture));
  const path = await linkTo((await worker.get(list)).body);
  await at('2026-11-18T10:05');
  assert.match(await worker.reads(list), /Waiting/);
  assert.match(await worker.reads(path), /It could not be reached/);
  assert.equal((await worker.get(`${path}/picture/bytes`)).statusCode, 404);
  await runClamd(t, Number(scanner.address.split(':')[1]));
  await at('2026-11-18T10:10');
  assert.equal((await worker.get(`${path}/picture/bytes`)).statusCode, 200);
});

test('a file that is too large for the scanner stays held, and the page says what would help', {
  skip: clamdMissing,
}, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  scannedBy(lintel, clamd((await runClamd(t)).address));
  const { worker, at } = await openOffice(lintel);
  const file = await aCase(worker);
  const large = new TextEncoder().encode('a long text, line by line\n'.repeat(200_000));
  const list = await worker.finishes(`${file}/files/new`, { source: 'person' }, added(large));
  await at('2026-11-18T10:05');
  const path = await linkTo((await worker.get(list)).body);
  assert.match(await worker.reads(path), /larger than the scanner takes/);
  assert.equal((await worker.fills(`${path}/taking`, { why: 'I want to see it now' })).statusCode, 404);
  assert.match(words((await worker.get(list)).body), /Waiting/);
});

test('files that are too large for the scanner keep no other file waiting', {
  skip: clamdMissing,
}, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  scannedBy(lintel, clamd((await runClamd(t)).address));
  const { worker, at } = await openOffice(lintel);
  const file = await aCase(worker);
  const large = new TextEncoder().encode('a long text, line by line\n'.repeat(90_000));
  const ten = Array.from({ length: 10 }, () => added(large)).flat();
  const all = `${file}/files/new`;
  for (const those of [ten, ten, added(picture)]) await worker.finishes(all, { source: 'person' }, those);
  await at('2026-11-18T10:05');
  await at('2026-11-18T10:06');
  assert.match(await worker.reads(`${file}/files`), /21\. from-a-phone/);
  const last = [
    ...(await worker.get(`${file}/files`)).body.matchAll(/href="([^"]+\/files\/[0-9a-f-]{36})"/g),
  ].at(-1);
  assert.match(await worker.reads(last?.[1] ?? ''), /Looked through.*nothing found/);
});
