import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbook } from '#kit/spreadsheets/testing.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const row = (...texts: readonly string[]) =>
  `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`;
const headings = row('Kennung', 'Vorname', 'Nachname', 'Geboren');
const first = workbook({ Mieter: headings + row('P1', 'Zelda', 'Quince', '03/04/1980') });
const later = workbook({
  Mieter: headings + row('P1', 'Zelda', 'Quince', '03/04/1980') + row('P2', 'Sam', 'Elm', ''),
});

test('a workbook’s columns are matched once, remembered for the next one, and withdrawn', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const administrator = await office.colleague('administrator');
      const sends = async (buffer: Buffer) => {
        await sits(administrator, '/register/import');
        const file = { name: 'mieter.xlsx', mimeType: 'application/octet-stream', buffer };
        await page.locator('input[type=file]').setInputFiles(file);
        await hand.press('Check the files');
      };

      await each.test('it is read first, and then asks what each column holds', async () => {
        await sends(first);
        assert.match(await says(page), /The files are being read/);
        await office.at('2026-11-18T10:05');
        await office.at('2026-11-18T10:06');
        await sits(administrator, new URL(page.url()).pathname);
        assert.match(await says(page), /Columns to match/);
        await looks('workbook-asks');
        await hand.press('Match the columns');
        await looks('workbook-columns');
      });

      await each.test('what is needed and was matched to nothing is named beside the list', async () => {
        await hand.choose('What “Vorname” becomes', 'Given name');
        await hand.press('Check the files');
        assert.match(await says(page), /There is a problem.*(reference|family name)/is);
        await looks('workbook-columns-refused');
        await hand.choose('What “Kennung” becomes', 'Reference of the person');
        await hand.choose('What “Nachname” becomes', 'Family name');
        await hand.choose('What “Geboren” becomes', 'Date of birth');
        await hand.press('Check the files');
        await office.at('2026-11-18T10:10');
        await office.at('2026-11-18T10:11');
        await page.reload();
      });

      await each.test('a date that may be read in two ways is asked about, never guessed', async () => {
        assert.match(await says(page), /whether its day or its month comes first/);
        await hand.press('Match the columns');
        assert.equal(await page.getByLabel('What “Vorname” becomes').inputValue(), 'people.given_name');
        await hand.answer('Dates such as 03/04/2024', 'The day comes first: 3 April');
        await looks('workbook-dates');
        await hand.press('Check the files');
        await office.at('2026-11-18T10:12');
        await office.at('2026-11-18T10:13');
        await page.reload();
        assert.match(await says(page), /Checked, nothing changed.*Would be added\s*1/s);
        await looks('workbook-checked');
      });

      await each.test('the next workbook with these headings is not asked about again', async () => {
        await sends(later);
        await office.at('2026-11-18T10:15');
        await office.at('2026-11-18T10:16');
        await page.reload();
        assert.match(await says(page), /Checked, nothing changed.*Would be added\s*2/s);
      });

      await each.test('who matched them is said, and it can be withdrawn', async () => {
        await page.goto(`${sites.staff}/register/import`);
        await hand.follow('Columns that are remembered');
        assert.match(await says(page), /Kennung.*People/s);
        await looks('workbook-remembered');
        await hand.follow(/^Kennung/);
        await looks('workbook-remembered-one');
        await hand.press('Withdraw what is remembered');
        assert.match(await says(page), /Nothing is remembered/);
      });
    });
});
