import { buffer } from 'node:stream/consumers';
import type { Problem } from './problem.ts';

/*
 * A process of its own for each file that somebody sent: whatever is hidden in it meets a program that is bound in
 * what it may do (`confined.ts`), in memory and in time, and is told nothing but the bytes. What comes back is a
 * picture made anew, without anything that stood beside the pixels.
 */
export type Sort = 'picture' | 'heic' | 'pdf';

/** What comes back: a line of this, then the bytes of each picture, one after the other. */
export interface Made {
  /** Why nothing could be shown, where that is known; then there are no pictures. */
  readonly problem?: Problem;
  readonly pictures: readonly { readonly bytes: number; readonly width: number; readonly height: number }[];
}

/** A picture of a phone has 12 to 50 million; ten times as many is a trap. */
const mostPixels = 120_000_000;
const sizes = [2000, 320];

const sort = process.argv[2] as Sort;
const bytes = await buffer(process.stdin);

interface Answer {
  readonly made: Made;
  readonly parts: readonly Buffer[];
}

async function tried(): Promise<Answer> {
  try {
    const pictures = await shrunk(await opened());
    const known = pictures.map(({ data, info }) => ({
      bytes: data.length,
      width: info.width,
      height: info.height,
    }));
    return { made: { pictures: known }, parts: pictures.map(({ data }) => data) };
  } catch (error) {
    return { made: { problem: problemOf(error), pictures: [] }, parts: [] };
  }
}

class TooLarge extends Error {}

function problemOf(error: unknown): Problem {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (error instanceof TooLarge || /pixel limit|memory/i.test(message)) return 'too-large';
  return name === 'PasswordException' ? 'locked' : 'damaged';
}

async function opened() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const limits = { limitInputPixels: mostPixels, failOn: 'error' } as const;
  if (sort === 'picture') return sharp(bytes, limits);
  const { data, width, height } = sort === 'heic' ? await fromHeic() : await firstPage();
  return sharp(data, { ...limits, raw: { width, height, channels: 4 } });
}

/** The orientation that the phone wrote down is put into the pixels; all else that it wrote is left behind. */
async function shrunk(picture: Awaited<ReturnType<typeof opened>>) {
  const upright = picture.autoOrient().flatten({ background: '#fff' });
  return Promise.all(
    sizes.map((side) =>
      upright
        .clone()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality: 86 })
        .toBuffer({ resolveWithObject: true }),
    ),
  );
}

async function fromHeic() {
  const { default: decode } = await import('heic-decode');
  const images = await decode.all({ buffer: bytes });
  const [first] = images;
  if (!first) throw new Error('No picture in it');
  if (first.width * first.height > mostPixels) throw new TooLarge();
  const { data, width, height } = await first.decode();
  return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), width, height };
}

const pageSide = 1600;

async function firstPage() {
  const { createCanvas } = await import('@napi-rs/canvas');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const beside = (folder: string) =>
    new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')).href;
  const document = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: mostPixels,
    standardFontDataUrl: beside('standard_fonts'),
    cMapUrl: beside('cmaps'),
    wasmUrl: beside('wasm'),
    verbosity: 0,
  }).promise;
  const page = await document.getPage(1);
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: Math.min(4, pageSide / Math.max(whole.width, whole.height, 1)),
  });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  if (!(width > 0 && height > 0 && width * height <= mostPixels)) throw new TooLarge();
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const drawn = { canvas, canvasContext: context, viewport } as unknown as Parameters<typeof page.render>[0];
  await page.render(drawn).promise;
  return { data: Buffer.from(context.getImageData(0, 0, width, height).data), width, height };
}

// Last: what is above is there by now.
const { made, parts } = await tried();
process.stdout.write(`${JSON.stringify(made)}\n`);
for (const part of parts) process.stdout.write(part);
