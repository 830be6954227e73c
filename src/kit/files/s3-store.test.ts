import assert from 'node:assert/strict';
import { lookup } from 'node:dns';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { globalAgent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { AwsV4Signer } from 'aws4fetch';
import type { OrganisationId } from '#rules/facts.ts';
import { runS3 } from '../../../tests/s3-server.ts';
import { signatureOf } from '../../../tests/s3-signature.ts';
import { newId } from '../ids.ts';
import { StoreAway } from './away.ts';
import { folderStore } from './folder-store.ts';
import type { S3Settings } from './s3-request.ts';
import { s3Store } from './s3-store.ts';
import { Missing, storedName } from './store.ts';
import { watchedStore } from './watched-store.ts';

const organisation = newId<OrganisationId>();

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

function bytesToPut(t: TestContext, bytes: Buffer): string {
  const path = join(folderOf(t), 'sealed');
  writeFileSync(path, bytes);
  return path;
}

/** The examples that AWS publishes (Signature Version 4 for Amazon S3, the Authorization header). */
const published = {
  keyId: 'AKIAIOSFODNN7EXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  host: 'examplebucket.s3.amazonaws.com',
  nothing: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  requests: [
    {
      ...{ method: 'GET', url: '/test.txt', more: { range: 'bytes=0-9' } },
      signature: 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
    {
      ...{ method: 'GET', url: '/?lifecycle', more: {} },
      signature: 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    },
    {
      ...{ method: 'GET', url: '/?max-keys=2&prefix=J', more: {} },
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    },
  ],
} as const;

test('the test’s own store reckons signatures as AWS publishes them, and so does what signs ours', async () => {
  for (const { method, url, more, signature } of published.requests) {
    const headers = {
      ...{ host: published.host, 'x-amz-date': '20130524T000000Z' },
      ...{ 'x-amz-content-sha256': published.nothing, ...more },
    };
    const names = Object.keys(headers).sort().join(';');
    const authorization =
      `AWS4-HMAC-SHA256 Credential=${published.keyId}/20130524/us-east-1/s3/aws4_request,` +
      `SignedHeaders=${names},Signature=${'0'.repeat(64)}`;
    const signed = { method, url, headers: { ...headers, authorization } };
    assert.equal(signatureOf(signed, published.secret), signature, url);
    const ours = await new AwsV4Signer({
      ...{ method, url: `https://${published.host}${url}`, service: 's3', region: 'us-east-1' },
      ...{ accessKeyId: published.keyId, secretAccessKey: published.secret, datetime: '20130524T000000Z' },
      headers: { 'x-amz-content-sha256': published.nothing, ...more },
      allHeaders: true,
    }).sign();
    assert.match(ours.headers.get('authorization') ?? '', new RegExp(`Signature=${signature}$`), url);
  }
});

/** Not every machine finds `bucket.localhost`; the program itself asks by that name. */
function findsLocalhost(t: TestContext): void {
  const { options } = globalAgent as unknown as { readonly options: { lookup?: typeof lookup } };
  options.lookup = ((_name: string, how: object, found: () => void) =>
    lookup('localhost', how, found)) as unknown as typeof lookup;
  t.after(() => {
    delete options.lookup;
  });
}

for (const style of ['path', 'host'] as const)
  test(`a sealed file is put there, read as it was put, listed and removed (${style})`, async (t) => {
    const server = await runS3(t, { style });
    if (style === 'host') findsLocalhost(t);
    const store = s3Store(server.settings);
    const bytes = Buffer.alloc(3_000_000, 'sealed bytes ');
    const path = bytesToPut(t, bytes);
    const names = Array.from({ length: 8 }, () => storedName(organisation));
    for (const name of names) await store.put(name, path);
    await store.put(storedName(newId<OrganisationId>()), path);
    server.objects.set(`${organisation}/somebody-elses`, { bytes, at: new Date() });
    const listed = await Array.fromAsync(store.list(organisation));
    assert.deepEqual(
      listed.map(({ name }) => name).sort(),
      [...names].sort(),
      'page by page, and ours alone',
    );
    const [first = ''] = names;
    assert.deepEqual(await buffer(await store.open(first)), bytes);
    await store.remove(first);
    await store.remove(first);
    await assert.rejects(store.open(first), Missing);
  });

test('each thing that can be set wrong is told in a sentence that says where, without the secret', async (t) => {
  const wrong: readonly (readonly [Partial<S3Settings>, RegExp])[] = [
    [{ keyId: 'AKIAOTHER' }, /look at LINTEL_S3_KEY_ID/],
    [{ secret: 'another one' }, /look at LINTEL_S3_SECRET/],
    [{ bucket: 'another' }, /look at LINTEL_S3_BUCKET/],
    [{ region: 'us-east-1' }, /look at LINTEL_S3_REGION/],
    [{ endpoint: 'http://localhost:1' }, /Nothing answers at its address/],
    [{ endpoint: 'http://nowhere.invalid' }, /Its address is not known/],
  ];
  const { settings } = await runS3(t);
  const path = bytesToPut(t, Buffer.from('sealed'));
  for (const [given, sentence] of wrong) {
    const store = s3Store({ ...settings, ...given });
    for (const work of [() => store.put(storedName(organisation), path), () => store.open('a-file')])
      await assert.rejects(work, (error: unknown) => {
        assert.ok(error instanceof StoreAway, 'a file is not gone because its store is away');
        assert.match(error.message, sentence);
        assert.ok(!error.message.includes(settings.secret) && !error.message.includes('AKIA'));
        return true;
      });
  }
});

test('what fails for a moment is tried again; what was cut off is no whole file', async (t) => {
  const server = await runS3(t);
  const store = s3Store(server.settings);
  const name = storedName(organisation);
  const bytes = Buffer.alloc(500_000, 7);
  server.fails(2, 503);
  await store.put(name, bytesToPut(t, bytes));
  assert.equal(server.seen.filter((line) => line.startsWith('PUT')).length, 3);
  server.cutsOff();
  await assert.rejects(async () => buffer(await store.open(name)));
  server.fails(3, 500);
  await assert.rejects(store.open(name), StoreAway);
  assert.deepEqual(await buffer(await store.open(name)), bytes);
});

test('files that lay in the folder before are read from there, and the store says since when it is away', async (t) => {
  const server = await runS3(t);
  const folder = folderStore(folderOf(t));
  let now = Temporal.Instant.from('2026-11-30T10:00Z');
  const store = watchedStore(s3Store(server.settings), folder, () => now);
  const [older, newer] = [storedName(organisation), storedName(organisation)];
  await folder.put(older, bytesToPut(t, Buffer.from('older')));
  await store.put(newer, bytesToPut(t, Buffer.from('newer')));
  assert.equal(String(await buffer(await store.open(older))), 'older');
  assert.equal(String(await buffer(await store.open(newer))), 'newer');
  assert.equal((await Array.fromAsync(store.list(organisation))).length, 2);
  assert.equal(store.trouble?.(), null);
  server.fails(6, 500);
  for (const minutes of [0, 5]) {
    now = Temporal.Instant.from('2026-11-30T10:00Z').add({ minutes });
    await assert.rejects(store.open(newer), StoreAway);
  }
  assert.deepEqual(String(store.trouble?.()?.since), '2026-11-30T10:00:00Z');
  await assert.rejects(store.open(storedName(organisation)), Missing);
  assert.equal(store.trouble?.(), null, 'it answers again');
  await store.remove(older);
  await assert.rejects(store.open(older), Missing);
});
