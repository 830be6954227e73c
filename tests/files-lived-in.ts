import sharp from 'sharp';
import type { Colleague } from './policy/office.ts';

/** A picture as a phone takes it: with where it was taken, and which phone took it. */
export async function pictureOfAPhone(): Promise<Uint8Array<ArrayBuffer>> {
  const made = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#7a4' } })
    .withExif({
      IFD0: { Make: 'Kestrel Phones', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  return new Uint8Array(made);
}

/** A picture in the case, as somebody adds it from a phone. @returns its id */
export async function aFile(worker: Colleague, file: string): Promise<string> {
  const bytes = await pictureOfAPhone();
  const led = await worker.finishes(
    `${file}/files/new`,
    { shows: 'The front door on Monday: the lock is broken out', source: 'person' },
    [{ field: 'files', name: 'IMG_0412.jpg', bytes }],
  );
  return /\/files\/([0-9a-f-]{36})"/.exec((await worker.get(led)).body)?.[1] ?? '';
}
