import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPlan, meetsAtTheLibrary } from '../plan-lived-in.ts';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, says, ways } from './at-desk.ts';
import type { Hand } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('a plan, from her words to the paper that she keeps', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  for (const { how, hand, options } of ways)
    await t.test(how, async (each) => {
      const office = await openOffice(sites.lintel, 'livv-2024');
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      await office.worker.finishes(`${file}/contact/new`, meetsAtTheLibrary);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = hand(page);
      // What looks at a page is a script itself.
      const looks = options.javaScriptEnabled === false ? async () => {} : looksRight;
      await page.goto(`${sites.staff}${file}`);
      await worker.follow('Plan');

      await worker.follow('Write it down');
      await worker.answer('What do they want?', 'To stay together');
      await worker.write('What they want, in their own words', 'I want the shouting to stop.');
      await looks(page);
      await worker.press('Save these words');
      assert.match(await says(page), /To stay is a plan like any other/);

      await worker.press('Add an action');
      await worker.press('Add to the plan');
      assert.match(await says(page), /Say what will be done.*Say who does it/s);
      await worker.write('What will be done', 'Change the lock of the back door');
      await worker.answer('Who does it?', 'A colleague');
      await worker.choose('Which colleague', 'Carys Webb');
      await writeDay(worker, '20');
      await worker.press('Add to the plan');
      assert.match(await says(page), /Change the lock of the back door/);

      await worker.press('Agree the plan');
      await worker.answer('How does the plan stand?', 'Agreed');
      await worker.choose('How?', 'In person, at a safe place');
      await looks(page);
      await worker.press('Save how it stands');
      assert.match(await says(page), /Agreed.*version 1/s);

      await worker.press('Their copy');
      await worker.answer('How are they given it?', 'On paper, handed over in person');
      await worker.answer('At which agreed place is it handed over?', 'The library');
      await looks(page);
      await worker.press('Save');
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'My plan');
      assert.equal(await page.title(), 'My plan');
    });

  await t.test('on paper stands the plan, and nothing of us', async (each) => {
    const office = await openOffice(sites.lintel);
    await office.at('2026-11-18T10:00');
    const file = await aCase(office.worker);
    await office.worker.finishes(`${file}/contact/new`, meetsAtTheLibrary);
    await aPlan(office.worker, file);
    const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
    await page.goto(`${sites.staff}${file}/plan`);
    await page.getByRole('link', { name: /See the paper/ }).click();
    await page.emulateMedia({ media: 'print' });
    const printed = String(await page.evaluate('document.body.innerText'));
    assert.match(printed, /^My plan\s+What matters to me/);
    assert.doesNotMatch(printed, /Lintel|Homes|C-[A-Z2-9]{4}|Sign out|Print this page/);
    await keepPicture(page, 'plan-on-paper');
  });
});

async function writeDay(worker: Hand, day: string): Promise<void> {
  for (const [box, value] of [
    ['Day', day],
    ['Month', '11'],
    ['Year', '2026'],
  ] as const)
    await worker.write(box, value, 'By when?');
}
