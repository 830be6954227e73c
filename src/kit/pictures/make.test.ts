import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { confined } from './confined.ts';
import { makePictures, type Sort } from './make.ts';
import { pdfOfPages } from './testing.ts';

async function* inParts(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
const made = (sort: Sort, bytes: Uint8Array) => makePictures(sort, inParts(bytes));

const place = { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' };
const fromPhone = (pixels: { width: number; height: number }) =>
  sharp({ create: { ...pixels, channels: 3, background: '#7a4' } })
    .withExif({ IFD0: { Make: 'Kestrel Phones' }, IFD3: place })
    .withMetadata({ orientation: 6 });

test('a picture to look at stands upright, and tells nothing of the place or the phone', async () => {
  const photo = await fromPhone({ width: 3000, height: 1000 }).jpeg().toBuffer();
  assert.ok(photo.includes('Kestrel'), 'the test has something to lose');
  const pictures = await made('picture', photo);
  assert.ok(pictures.ok);
  const { whole, small } = pictures;
  assert.deepEqual([whole.width, whole.height], [667, 2000]);
  assert.ok(small.height === 320 && small.bytes.length < whole.bytes.length);
  const { exif, xmp, iptc, orientation } = await sharp(whole.bytes).metadata();
  assert.deepEqual([exif, xmp, iptc, orientation], [undefined, undefined, undefined, undefined]);
  assert.ok(!whole.bytes.includes('Kestrel'));
});

test('a picture as iPhones take it is shown, without the place and the phone that stand in it', async () => {
  const photo = readFileSync(new URL('../../../tests/photo-of-a-phone.heic', import.meta.url));
  assert.ok(photo.includes('Kestrel') && photo.includes('heic'), 'the test has something to lose');
  const pictures = await made('heic', photo);
  assert.ok(pictures.ok);
  const { whole, small } = pictures;
  assert.deepEqual([whole.width, whole.height, small.width], [256, 192, 256]);
  for (const { bytes } of [whole, small]) {
    const { exif, xmp, iptc, format } = await sharp(bytes).metadata();
    assert.deepEqual([exif, xmp, iptc, format], [undefined, undefined, undefined, 'jpeg']);
    assert.ok(!bytes.includes('Kestrel'));
  }
  const door = await sharp(whole.bytes).extract({ left: 125, top: 65, width: 1, height: 1 }).raw().toBuffer();
  const [red = 0, green = 0, blue = 0] = door;
  assert.ok(red > green && green > blue && red < 120, `the door is brown: ${red} ${green} ${blue}`);
});

test('whatever is hung behind a picture is not in what is shown of it', async () => {
  const polyglot = Buffer.concat([
    await fromPhone({ width: 40, height: 30 }).jpeg().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ]);
  const pictures = await made('picture', polyglot);
  assert.ok(pictures.ok);
  assert.ok(!pictures.whole.bytes.includes('<script') && !pictures.whole.bytes.includes('PK\x03\x04'));
});

test('the first page of a PDF is a picture, also where it has ten thousand', async () => {
  for (const pages of [1, 10_000]) {
    const pictures = await made('pdf', pdfOfPages(pages));
    assert.ok(pictures.ok, `${pages} pages`);
    assert.equal(pictures.whole.height, 1600);
  }
});

/** A PNG that says it is that large, and unpacks to nothing but noughts: a bomb. */
function bomb(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(9_000_000)))]);
}

test('what cannot be shown is said, and never takes the program with it', async () => {
  const photo = await fromPhone({ width: 400, height: 300 }).jpeg().toBuffer();
  const hostile: readonly (readonly [string, Sort, Uint8Array, RegExp])[] = [
    ['nothing', 'picture', new Uint8Array(), /^damaged$/],
    ['cut off', 'picture', photo.subarray(0, photo.length / 2), /^damaged$/],
    ['a bomb', 'picture', bomb(60_000), /^(too-large|damaged)$/],
    ['a drawing with a script', 'picture', Buffer.from('<html><script>x</script></html>'), /^damaged$/],
    ['no HEIC', 'heic', photo, /^damaged$/],
    ['no PDF', 'pdf', Buffer.from('%PDF-1.7\nnothing'), /^damaged$/],
  ];
  for (const [what, sort, bytes, problem] of hostile) {
    const pictures = await made(sort, bytes);
    assert.ok(!pictures.ok, what);
    assert.match(pictures.problem, problem, what);
  }
});

test('what fails on our side while a picture is made is ours to tell, not the file’s', async () => {
  // biome-ignore lint/correctness/useYield: it fails before the first part
  async function* broken(): AsyncGenerator<Uint8Array> {
    throw new Error('the disk is away');
  }
  await assert.rejects(makePictures('picture', broken()), /the disk is away/);
});

test('what makes pictures may read no secret, write no file, start no program and ask no network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'a secret');
  const tried = [
    `readFileSync(${JSON.stringify(secret)})`,
    `readdirSync(${JSON.stringify(process.cwd())})`,
    `readdirSync('/')`,
    `writeFileSync(${JSON.stringify(join(folder, 'written'))}, 'x')`,
  ].map((each) => `fs.${each}`);
  const others = [
    `require('child_process').spawnSync('true')`,
    `require('net').connect(9).on('error', told)`,
  ];
  const script = [...tried, ...others].map((each) => `try { ${each}; } catch (e) { told(e); }`).join('');
  const program = `const told = (e) => console.log(e.code); ${script}`;
  const said = execFileSync(process.execPath, [...confined(), '-e', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, { recursive: true });
  assert.deepEqual(String(said).trim().split('\n'), Array(6).fill('ERR_ACCESS_DENIED'));
});
