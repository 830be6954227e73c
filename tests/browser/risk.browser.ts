import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionCookie } from '#kit/http/begin.ts';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, phone, says, signsIn, ways } from './at-desk.ts';
import { mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

test('a risk, from the first rating to a lower one that two people agreed to', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  for (const { how, hand, options } of ways)
    await t.test(how, async (each) => {
      // axe is a script itself: the same pages are looked at where scripts run.
      const look = options.javaScriptEnabled === false ? async () => {} : looksRight;
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = hand(page);
      await page.goto(`${sites.staff}${file}`);
      await worker.follow('Risk');
      await look(page);
      await worker.press('Rate the risk');
      await worker.press('Save the rating');
      assert.match(await says(page), /Say how high the risk is.*Say why you rate it so/s);
      await look(page);
      await worker.answer('How high is it?', 'High');
      await worker.write('Why', 'He has a key, and said that he will come.');
      await worker.press('Save the rating');
      assert.match(await says(page), /High.*Serious harm could happen at any time/s);
      await look(page);

      await worker.press('Review the level');
      await worker.answer('How high is it?', 'Medium');
      await worker.write('Why', 'The lock is changed.');
      await worker.press('Save your judgement');
      assert.match(await says(page), /Somebody else decides: nobody lowers a risk alone/);
      await look(page);

      const other = await atDesk(each, sites, office, office.manager, options);
      const second = hand(other);
      await other.goto(page.url());
      await second.answer('Your decision', 'Confirm: the risk is medium');
      await second.press('Save the decision');
      assert.match(await says(other), /Two people agreed to lower it.*The lock is changed/s);
      await look(other);
    });

  await t.test(
    'what the police send raises it, and a manager says what a repeat is, on a small phone',
    async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      const settings = await atDesk(each, sites, office, office.manager, { viewport: phone });
      const manager = mouse(settings);
      await settings.goto(`${sites.staff}/risk/thresholds/new`);
      for (const [part, typed] of [
        ['Day', '1'],
        ['Month', '11'],
        ['Year', '2026'],
      ] as const)
        await manager.write(part, typed);
      await manager.press('Set the threshold');
      assert.match(await says(settings), /Enter from how many yes the risk is high.*Say who set it/s);
      await looksRight(settings);
      await manager.write('High from which score?', '14');
      await manager.write('Medium from which score?', '10');
      await manager.answer('What counts as a repeat', 'Violence, stalking or sexual abuse');
      await manager.write('Who set it?', 'Operating protocol, November 2026');
      await manager.press('Set the threshold');
      assert.match(await says(settings), /Say why in a sentence: fewer people would be high or medium/);
      await looksRight(settings);
      await manager.write('High from how many police call-outs in 12 months?', '3');
      await manager.write('Why, where fewer people would be high or medium', 'It is how the Marac counts');
      await looksRight(settings);
      await keepPicture(settings, 'what-a-repeat-is');
      await manager.press('Set the threshold');
      assert.match(await says(settings), /A repeat is violence, stalking or sexual abuse within 12 months/);
      assert.match(await says(settings), /Waits for a second person/);
      await looksRight(settings);
      const second = await atDesk(each, sites, office, office.deputy, { viewport: phone });
      const decides = mouse(second);
      await second.goto(`${sites.staff}/risk/thresholds`);
      await second
        .getByRole('link', { name: /14 and more high/ })
        .first()
        .click();
      await decides.press('Save the decision');
      assert.match(await says(second), /Say whether you agree/);
      await looksRight(second);
      await keepPicture(second, 'threshold-to-decide');
      await decides.answer('Is it to hold?', 'Yes, I agree');
      await decides.press('Save the decision');
      assert.match(await says(second), /Agreed. It counts from today/);
      await looksRight(second);

      const page = await atDesk(each, sites, office, office.worker, { viewport: phone });
      const worker = mouse(page);
      await page.goto(`${sites.staff}${file}/risk/received/new`);
      await worker.answer('Which tool did they use?', 'DARA');
      await worker.write('Who sent it?', 'Exampleshire Police');
      await worker.answer('Level, as they state it', 'High');
      await worker.press('Record it');
      assert.match(await says(page), /raises our level where that is lower/);
      await looksRight(page);
      await page.goto(`${sites.staff}${file}/risk`);
      assert.match(
        await says(page),
        /High, proposed.*DARA from others, received on Wednesday 18 November 2026/s,
      );
      await looksRight(page);
      await keepPicture(page, 'raised-by-others');
      await page.goto(`${sites.staff}${file}/risk/level`);
      assert.match(await says(page), /Here, a repeat is violence, stalking or sexual abuse/);
      await keepPicture(page, 'level-and-repeat');
    },
  );

  await t.test(
    'in two tabs, whoever saves second is shown what stands and loses nothing typed',
    async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      const one = await atDesk(each, sites, office, office.worker, { viewport: desk });
      const other = await one.context().newPage();
      for (const page of [one, other]) await page.goto(`${sites.staff}${file}/risk/level`);
      await mouse(one).answer('How high is it?', 'High');
      await mouse(one).write('Why', 'He was outside the house.');
      await mouse(one).press('Save the rating');
      await mouse(other).answer('How high is it?', 'Standard');
      await mouse(other).write('Why', 'Nothing heard for a month.');
      await mouse(other).press('Save the rating');
      assert.match(await says(other), /Somebody else changed this while you were writing.*High/s);
      assert.equal(await other.getByLabel('Why', { exact: true }).inputValue(), 'Nothing heard for a month.');
      await looksRight(other);
    },
  );

  await t.test(
    'where the session ended meanwhile, what was typed is there after signing in again',
    async (each) => {
      const office = await openOffice(sites.lintel);
      await office.at('2026-11-18T10:00');
      const file = await aCase(office.worker);
      const page = await atDesk(each, sites, office, office.worker, { viewport: desk });
      await page.goto(`${sites.staff}${file}/risk/level`);
      await page.getByLabel('Why', { exact: true }).fill('He has a key, and said that');
      await page.getByText(/^Draft saved/).waitFor();
      await page.context().clearCookies({ name: sessionCookie });
      await signsIn(page, sites, office, office.worker);
      await page.goto(`${sites.staff}${file}/risk/level`);
      await page.getByRole('button', { name: 'Continue with it' }).click();
      assert.equal(await page.getByLabel('Why', { exact: true }).inputValue(), 'He has a key, and said that');
    },
  );
});
