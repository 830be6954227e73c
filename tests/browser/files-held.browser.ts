import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clamd } from '#kit/files/clamd.ts';
import { clamdMissing, harmful, runClamd } from '../clamd.ts';
import { pictureOfAPhone } from '../files-lived-in.ts';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const photo = Buffer.from(await pictureOfAPhone());
const named = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('a file is held until a real scanner has looked, and then shown, or kept shut', {
  skip: clamdMissing,
}, async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const scanner = await runClamd(t);
  Object.assign(sites.lintel.services.files, { scanner: clamd(scanner.address) });
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      const adds = async (name: string, bytes: Buffer, shows: string) => {
        await sits(worker, `${file}/files/new`);
        await page.locator('input[type=file][multiple]').setInputFiles([named(name, bytes)]);
        await hand.write('What do they show? (optional)', shows);
        await hand.choose('From whom do they come?', 'The person themselves');
        await hand.press('Add the files');
      };
      const opens = async (number: number) => {
        await sits(worker, `${file}/files`);
        await hand.follow(new RegExp(`^${number}\\.`));
      };

      await each.test('held: neither a picture nor a download is offered', async () => {
        await adds('door.jpg', photo, 'The lock of the door');
        assert.match(await says(page), /Waiting/);
        await looks('files-held-list');
        await opens(1);
        assert.match(await says(page), /It waits to be looked through for viruses/);
        assert.equal(await page.getByRole('button', { name: 'Download the file' }).count(), 0);
        assert.equal(await page.getByRole('link', { name: /Look at/ }).count(), 0);
        await looks('files-held');
      });

      await each.test('released once it was looked through', async () => {
        await office.at('2026-11-18T10:05');
        await opens(1);
        assert.match(await says(page), /Looked through .*nothing found/);
        await hand.follow(/^Look at the picture/);
        const picture = page.locator('main img').first();
        await picture.waitFor();
        assert.ok(await picture.evaluate<number, { naturalWidth: number }>((img) => img.naturalWidth));
        await opens(1);
        await hand.press('Download the file');
        await hand.write('What do you need it for?', 'The solicitor asks for the picture');
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download the file' }).click();
        assert.match((await download).suggestedFilename(), /\.jpg$/);
      });

      await each.test('kept shut where something harmful is in it, and a manager is told', async () => {
        await adds('letter.txt', Buffer.from(harmful), 'A letter that he sent');
        await office.at('2026-11-18T10:10');
        await opens(2);
        assert.match(await says(page), /Something harmful was found in it/);
        assert.equal(await page.getByRole('button', { name: 'Download the file' }).count(), 0);
        await looks('files-kept-shut');
        await sits(manager, '/notifications');
        assert.match(await says(page), /Something harmful was found in what somebody added/);
      });
    });

  await t.test('while it is away, administrators see that files wait for it', async (each) => {
    const [way] = walks;
    assert.ok(way);
    const { office, page, sits, looks } = await walking(each, sites, way);
    await scanner.stop();
    await sits(await office.colleague('administrator'), '/files-kept');
    assert.match(await says(page), /Does not answer/);
    await looks('files-kept');
  });
});
