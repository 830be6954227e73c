import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { s3Store } from '#kit/files/s3-store.ts';
import { storedName } from '#kit/files/store.ts';
import { watchedStore } from '#kit/files/watched-store.ts';
import { filesFolder } from '../files-folder.ts';
import { aFile, aPack } from '../files-lived-in.ts';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { runS3, type S3Server } from '../s3-server.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

/** The same Lintel, with its files in this store and nowhere else. */
function keptIn(lintel: Lintel, { settings }: S3Server): void {
  const store = watchedStore(s3Store(settings), null, lintel.services.now);
  Object.assign(lintel.services.files, { store });
}

test('files are sealed before they reach a store, shown from there, taken along, and packed as evidence', async (t) => {
  const [lintel, server] = [await lintelSite(t, '2026-11-18T10:00'), await runS3(t)];
  keptIn(lintel, server);
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  const id = await aFile(worker, file);
  await office.at('2026-11-18T10:05');
  assert.equal(server.objects.size, 3, 'the original and two pictures of it');
  for (const [name, { bytes }] of server.objects) {
    assert.match(name, /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
    assert.ok(!bytes.includes('Kestrel') && !bytes.includes(Buffer.from([0xff, 0xd8, 0xff])), name);
  }
  assert.equal(
    (await worker.get(`${file}/files/${id}/picture/bytes`)).rawPayload.subarray(0, 2).toString('hex'),
    'ffd8',
  );
  const taken = await worker.fills(`${file}/files/${id}/taking`, { why: 'The solicitor asks for it' });
  assert.ok(taken.rawPayload.includes('Kestrel'));
  const { pack } = await aPack(worker, file);
  assert.equal((await worker.get(`${pack}/archive`)).statusCode, 200);
});

test('while the store is away nothing is marked as gone, and whoever asks is told to come back', async (t) => {
  const [lintel, server] = [await lintelSite(t, '2026-11-18T10:00'), await runS3(t)];
  keptIn(lintel, server);
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  const id = await aFile(worker, file);
  const path = `${file}/files/${id}`;
  server.fails(1_000, 503);
  const taken = await worker.fills(`${path}/taking`, { why: 'The solicitor asks for it' });
  assert.equal(taken.statusCode, 503);
  assert.match(words(taken.body), /It comes back by itself/);
  assert.equal(lintel.services.files.store.trouble?.()?.why, 'It would not (503 InternalError)');
  assert.doesNotMatch(await worker.reads(path), /Changed or gone/);
  server.fails(0, 503);
  assert.equal((await worker.fills(`${path}/taking`, { why: 'The solicitor asks for it' })).statusCode, 200);
  assert.equal(lintel.services.files.store.trouble?.(), null);
});

test('in a store too, what is gone is found and told, and what has no row is taken away after a month', async (t) => {
  const [lintel, server] = [await lintelSite(t, '2026-11-18T10:00'), await runS3(t)];
  keptIn(lintel, server);
  const office = await openOffice(lintel);
  const { worker, manager, landlord } = office;
  const file = await aCase(worker);
  const id = await aFile(worker, file);
  await office.at('2026-11-18T10:05');
  const { rows } = await lintel.database.owner.query('select stored_as from kept_file where id = $1', [id]);
  server.objects.delete(rows[0].stored_as);
  await office.at('2026-12-28T10:00');
  assert.match(await worker.reads(`${file}/files/${id}`), /Its bytes are not as they came, or are gone/);
  assert.match(await manager.reads('/notifications'), /is not as it was put away, or is gone/);
  const stray = storedName(landlord.organisation);
  const path = join(filesFolder(), 'to-put');
  writeFileSync(path, 'left by an upload that broke off');
  await lintel.services.files.store.put(stray, path);
  rmSync(path);
  lintel.clock.set(Temporal.Now.instant().add({ hours: 24 * 40 }));
  await lintel.work(landlord.organisation);
  assert.deepEqual([server.objects.has(stray), server.objects.size], [false, 2]);
});
