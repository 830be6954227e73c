import sharp from 'sharp';
import type { Colleague } from './policy/office.ts';
import { moment } from './policy/steps.ts';

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
export async function aFile(
  worker: Colleague,
  file: string,
  { shows = 'The front door on Monday: the lock is broken out', name = 'IMG_0412.jpg' } = {},
): Promise<string> {
  const bytes = await pictureOfAPhone();
  const led = await worker.finishes(`${file}/files/new`, { shows, source: 'person' }, [
    { field: 'files', name, bytes },
  ]);
  return /\/files\/([0-9a-f-]{36})"/.exec((await worker.get(led)).body)?.[1] ?? '';
}

/** A picture that came with what was told, before there is a case. @returns its id */
export async function aToldFile(worker: Colleague, told: string) {
  const bytes = await pictureOfAPhone();
  await worker.finishes(`${told}/files/new`, { shows: 'The lock of the door', source: 'person' }, [
    { field: 'files', name: 'IMG_0411.jpg', bytes },
  ]);
  const toldFile = /id="file-([0-9a-f-]{36})"/.exec((await worker.get(told)).body)?.[1] ?? '';
  return { waiting: told, toldFile };
}

/** Where whoever told something looks at what they may still see of it. */
export function toldIds(file: string, receipt: string) {
  return {
    '/disclosures/:id/files/:file': file,
    '/disclosures/receipts/:receipt': receipt,
    '/concerns/receipts/:receipt': receipt,
  };
}

/** She agrees that the police have it, to prosecute. */
export const yesToThePolice = {
  ...{ agency: 'Otherton Police', role: 'Officer in the case', sort: 'police' },
  ...{ purpose: 'prosecution', kinds: ['account', 'home'], answer: 'given', way: 'phone' },
  ...{ by: 'person', heard: 'nobody', words: 'Yes, for the court. Not my new address.' },
  ...moment('asked', '2026-11-18T09:50'),
} as const;

/** By this decision the entries go that tell of the files. */
export function decidedForPolice(recipient: string, entries: readonly string[]) {
  return {
    ...{ recipient, purpose: 'prosecution', ground: 'consent' },
    ...{ entries, necessity: 'They prosecute, and asked for the pictures' },
    ...{ proportionality: 'The pictures of that night alone', view: 'agrees', told: 'told' },
  } as const;
}

/** A pack as somebody makes it. @returns where it stands, and the passphrase that was shown once */
export async function aPack(worker: Colleague, file: string, holds = 'originals') {
  await worker.finishes(`${file}/consents/new`, yesToThePolice);
  const form = await worker.get(`${file}/shares/new`);
  const police = /name="recipient"[^>]*value="([0-9a-f-]{36})"[\s\S]{0,200}Otherton Police/.exec(
    form.body,
  )?.[1];
  const decided = decidedForPolice(police ?? '', [entryOfFile(form.body)]);
  const share = await worker.finishes(`${file}/shares/new`, decided);
  const page = await worker.get(`${share}/evidence/new`);
  const chosen = [...page.body.matchAll(/name="chosen"[^>]*value="([0-9a-f-]{36})"/g)].map(
    ([, id]) => id ?? '',
  );
  const made = await worker.fills(`${share}/evidence/new`, {
    chosen,
    holds,
    initials: 'AK',
    tells: 'nothing',
  });
  return {
    share,
    made,
    pack: /href="([^"]+\/evidence\/[0-9a-f-]{36})"/.exec(made.body)?.[1] ?? '',
    passphrase: /<code>([a-z0-9-]+)<\/code>/.exec(made.body)?.[1] ?? '',
  };
}

/** The entry of the chronology that tells of a file, among those that a decision may take in. */
export function entryOfFile(body: string): string {
  const items = [...body.matchAll(/name="entries"[^>]*value="([0-9a-f-]{36})"[\s\S]*?<\/label>/g)];
  return items.find(([item]) => /File \d+ \(/.test(item))?.[1] ?? '';
}

/** A file and a pack of it. @returns the ids of what is there */
export async function filesIn(worker: Colleague, file: string): Promise<Readonly<Record<string, string>>> {
  const kept = await aFile(worker, file);
  const { share, pack } = await aPack(worker, file);
  return {
    '/cases/:id/files/:file': kept,
    '/cases/:id/evidence/:pack': pack.split('/').at(-1) ?? '',
    '/cases/:id/shares/:share/evidence/new': share.split('/').at(-1) ?? '',
  };
}
