import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clamd } from '#kit/files/clamd.ts';
import { s3Store } from '#kit/files/s3-store.ts';
import { watchedStore } from '#kit/files/watched-store.ts';
import { clamdMissing, runClamd } from '../clamd.ts';
import { aFile } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { runS3 } from '../s3-server.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

test('an administrator sees where files lie, whether that answers, and how many; never whose', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { services } = lintel;
  const office = await openOffice(lintel);
  const { worker } = office;
  const administrator = await office.colleague('administrator');
  const health = async () => (await lintel.app.inject('/health')).body;
  const page = () => administrator.reads('/files-kept');

  await t.test('nobody else does', async () => {
    assert.equal((await worker.get('/files-kept')).statusCode, 403);
    assert.equal((await office.manager.get('/files-kept')).statusCode, 403);
  });
  await t.test('nothing is kept yet, and no scanner is set up', async () => {
    const said = await page();
    assert.match(said, /The folder “files” of the data folder/);
    assert.match(said, /Answers It was asked as this page was made/);
    assert.match(said, /Files kept none Together nothing/);
    assert.match(said, /Not set up Files are shown without being looked through/);
  });
  await t.test('of few files nobody learns that one was added, nor how large it is', async () => {
    const file = await aCase(worker);
    await aFile(worker, file);
    assert.match(await page(), /Files kept fewer than 5 Together Told from five files on/);
    for (let more = 0; more < 5; more += 1) await aFile(worker, file);
    assert.match(await page(), /Files kept about 5 Together about [\d.]+ KB/);
  });
  await t.test('a store that is away is named with what to look at, and without its key', async (t) => {
    const server = await runS3(t);
    const before = services.files.store;
    t.after(() => Object.assign(services.files, { store: before }));
    Object.assign(services.files, { store: watchedStore(s3Store(server.settings), before, services.now) });
    assert.match(await page(), new RegExp(`The bucket “${server.settings.bucket}” at localhost:`));
    assert.match(await page(), /Answers/);
    server.fails(6, 500);
    const said = await page();
    assert.match(said, /Away [\s\S]*Since Wednesday 18 November 2026[\s\S]*Nothing is lost/);
    assert.ok(!said.includes(server.settings.secret) && !said.includes(server.settings.keyId));
    assert.match(await health(), /files: failing/);
  });
  await t.test('a scanner says what it is while it answers', { skip: clamdMissing }, async (t) => {
    const scanner = await runClamd(t);
    Object.assign(services.files, { scanner: clamd(scanner.address) });
    await aFile(worker, await aCase(worker));
    assert.match(await page(), /Answers ClamAV \d/);
    assert.match(await page(), /Held until it was looked through fewer than 5/);
    assert.doesNotMatch(await health(), /scanner/);
    await scanner.stop();
    assert.match(await page(), /Does not answer Files that are added are held until it does/);
    assert.match(await health(), /scanner: failing/);
  });
});
