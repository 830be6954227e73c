import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { pdfOfPages } from '#kit/pictures/testing.ts';
import { pictureOfAPhone, yesToThePolice } from '../files-lived-in.ts';
import { aCase, recordsContact } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const photo = Buffer.from(await pictureOfAPhone());
const named = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** A few kilobytes that say they are a picture of 3.6 thousand million points. */
function bomb(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(9_000_000)))]);
}

const refused: readonly (readonly [ReturnType<typeof named>, RegExp])[] = [
  [named('empty.jpg', Buffer.alloc(0)), /“empty\.jpg” is empty/],
  [
    named('drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')),
    /run a program/,
  ],
  [
    named('things.zip', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...Array(40).fill(0)])),
    /is an archive/,
  ],
  [named('photo.jpg', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])), /of a type that is not taken/],
];

test('a picture from a phone becomes an exhibit, and hostile files are told beside the field', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const file = await aCase(worker);
      await office.at('2026-11-18T10:20');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:15');
      const chooses = (...files: readonly ReturnType<typeof named>[]) =>
        page.locator('input[type=file][multiple]').setInputFiles([...files]);

      await each.test(
        'what is not taken is said in a sentence beside the field, and nothing is added',
        async () => {
          for (const [hostile, sentence] of refused) {
            await sits(worker, `${file}/files/new`);
            await chooses(named('fine.jpg', photo), hostile);
            await hand.choose('From whom do they come?', 'The person themselves');
            await hand.press('Add the files');
            assert.match(await says(page), sentence);
            const beside = await page
              .locator('.govuk-form-group--error .govuk-error-message')
              .first()
              .textContent();
            assert.match(beside ?? '', sentence);
          }
          await looks('files-refused');
          await sits(worker, `${file}/files`);
          assert.match(await says(page), /No files yet/);
        },
      );

      await each.test('from the contact in which they came, several at once', async () => {
        await sits(worker, `${file}/contact`);
        await hand.follow(/^Add files/);
        await chooses(named('IMG_0412.jpg', photo), named('IMG_0413.jpg', photo));
        await hand.write('What do they show? (optional)', 'The lock of the door');
        await hand.choose('From whom do they come?', 'The person themselves');
        await hand.press('Add the files');
        assert.match(await says(page), /File 1\s+File 2/);
        await looks('files-in-contact');
      });

      await each.test(
        'what hides something is shown without it, or says why it cannot be shown',
        async () => {
          await sits(worker, `${file}/files/new`);
          const polyglot = Buffer.concat([photo, Buffer.from('<script>alert(1)</script>PK\x03\x04')]);
          await chooses(
            named('polyglot.jpg', polyglot),
            named('bomb.png', bomb()),
            named('long.pdf', Buffer.from(pdfOfPages(10_000))),
          );
          await hand.choose('From whom do they come?', 'Police');
          await hand.press('Add the files');
          await office.at('2026-11-18T10:30');
          for (const [number, said] of [
            [3, /Look at the picture/],
            [4, /It cannot be shown/],
            [5, /Look at its first page/],
          ] as const) {
            await sits(worker, `${file}/files`);
            await hand.follow(new RegExp(`^${number}\\.`));
            assert.match(await says(page), said);
          }
        },
      );

      await each.test('who had it, and a pack for the police with exhibit numbers', async () => {
        await sits(worker, `${file}/files`);
        await hand.follow(/^1\./);
        await hand.press('Who had it');
        assert.match(await says(page), /Added, sealed.*A picture to look at made from it/s);
        await looks('files-who-had-it');
        await worker.finishes(`${file}/consents/new`, yesToThePolice);
        const form = await worker.get(`${file}/shares/new`);
        const recipient =
          /name="recipient"[^>]*value="([0-9a-f-]{36})"[\s\S]{0,200}Otherton Police/.exec(form.body)?.[1] ??
          '';
        const entries = [
          ...form.body.matchAll(/name="entries"[^>]*value="([0-9a-f-]{36})"[\s\S]*?<\/label>/g),
        ]
          .filter(([item]) => /Files 1 \(picture\)/.test(item))
          .map(([, id]) => id ?? '');
        const share = await worker.finishes(`${file}/shares/new`, {
          ...{ recipient, purpose: 'prosecution', ground: 'consent', entries },
          ...{ necessity: 'They prosecute, and asked for them', proportionality: 'The pictures alone' },
          ...{ view: 'agrees', told: 'told' },
        });
        await sits(worker, `${share}/evidence/new`);
        await hand.press('Make the pack');
        assert.match(await says(page), /Choose at least one file/);
        await looks('files-pack-refused');
        await page.getByRole('checkbox', { name: /^File 1,/ }).check();
        await hand.answer('As what?', 'The originals, as they came');
        await page.getByRole('checkbox', { name: /^None of these/ }).check();
        await hand.write('Your initials', 'AK');
        await hand.press('Make the pack');
        assert.match(await says(page), /It opens with this passphrase/);
        await looks('files-pack-made');
        await hand.press('Go on to the pack');
        assert.match(await says(page), /AK\/1/);
        await looks('files-pack');
      });
    });
});
