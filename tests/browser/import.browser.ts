import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbook } from '#kit/spreadsheets/testing.ts';
import { openOffice } from '../policy/office.ts';
import { atDesk, says, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

const people = `Tenants, as of 17 November 2026
Kennung,Vorname,Family name,Geboren
P1,Zelda,Quince,03/04/1980
P2,Sam,Elm,05/06/1981
`;

const cells = (...texts: readonly string[]) =>
  `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
const homes = workbook({
  Homes: cells('reference', 'address', 'postcode') + cells('H1', '1 Mill Lane', 'EX1 2AB'),
});

test('an administrator matches the columns of a file that Lintel does not know', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const page = await atDesk(each, sites, office, await office.colleague('administrator'), options);
      const hand = handOf(page);
      // What looks at a page is a script itself.
      const looks = options.javaScriptEnabled === false ? async () => {} : looksRight;

      await page.goto(`${sites.staff}/register/import`);
      await looks(page);
      await hand.follow('What the files may hold');
      assert.match(await says(page), /previous_reference/);
      await looks(page);
      await keepPicture(page, 'import-help');
      await page.goBack();
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
      await hand.press('Check the files');
      assert.match(await says(page), /Columns of the files[\s\S]*it has no column reference/);
      await looks(page);
      const across = page.viewportSize()?.width ?? 0;
      for (const list of await page.locator('select').all()) {
        const box = await list.boundingBox();
        assert.ok(box && box.x + box.width <= across, 'a list to choose from fits the screen');
      }
      await keepPicture(page, 'import-columns');
      await hand.choose('What “Kennung” becomes', 'Reference of the person');
      await hand.press('Check the files');
      assert.match(await says(page), /Choose the column for: given name/);
      await looks(page);
      await keepPicture(page, 'import-columns-wrong');
      await hand.choose('What “Vorname” becomes', 'Given name');
      await hand.choose('What “Geboren” becomes', 'Date of birth');
      await hand.press('Check the files');
      assert.match(await says(page), /The files are being checked/);
      await looks(page);
      await keepPicture(page, 'import-checking');

      await page.goto(`${sites.staff}/register/import`);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'homes.xlsx', mimeType: 'application/octet-stream', buffer: homes });
      await hand.press('Check the files');
      assert.match(
        await says(page),
        /The files are being read[\s\S]*Being read[\s\S]*It goes on without you/,
      );
      await looks(page);
      await keepPicture(page, 'import-reading');
      await office.at('2026-11-18T10:05');
      await office.at('2026-11-18T10:06');
      await hand.follow('Look again');
      assert.match(await says(page), /Checked, nothing changed[\s\S]*Would be added/);
    });
});
