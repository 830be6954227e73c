import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findsOnBoard, opensCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('a new customer is asked at the letting, and what they want reaches the team before they move', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const officer = await office.colleague('lettings');
      let file = '';

      await each.test('a letting is told of by its reference, and by no name', async () => {
        await sits(officer, '/new-lettings');
        assert.match(await says(page), /No letting has been told of yet/);
        await looks('new-customers-empty');
        await hand.press('Tell of a letting');
        await hand.write('Reference of the letting', 'Mrs Quince 1');
        await hand.write('Day', '23');
        await hand.write('Month', '11');
        await hand.write('Year', '2026');
        await hand.press('Save');
        assert.match(await says(page), /and no name/);
        await looks('new-customers-no-name');
        await hand.write('Reference of the letting', 'LET-41');
        await hand.press('Save');
        assert.match(await says(page), /Nobody may hear/);
        await looks('new-customers-how-to-ask');
      });

      await each.test('where somebody can hear it is not asked, and why not is kept', async () => {
        await hand.press('Anything else');
        await hand.answer('Were they asked?', 'No, not yet');
        await hand.press('Save');
        assert.match(await says(page), /Say why it was not asked/);
        await looks('new-customers-why-not');
        await hand.answer('Why not?', 'They were not alone, or somebody could hear');
        await hand.press('Save');
        assert.match(await says(page), /To be asked/);
        await looks('new-customers-to-be-asked');
      });

      await each.test('what they want is handed on in their words, once they agree', async () => {
        await hand.follow('LET-41');
        await hand.press('They want it handed on');
        await hand.press('Hand it on');
        assert.match(await says(page), /Hand on only what they agree to/);
        await looks('new-customers-hand-on-errors');
        await hand.answer('Is anybody in danger right now?', 'No');
        await page.getByRole('checkbox', { name: /^They were alone/ }).check();
        await hand.answer('Did somebody interpret?', 'No interpreter was needed');
        await page.getByRole('checkbox', { name: /^They want this handed on/ }).check();
        await hand.write(/^In their own words/, 'He found my last address. He must not find this one.');
        await hand.answer('Is there a safe way to reach the person?', 'Yes');
        await hand.choose('How', 'Phone call');
        await hand.press('Hand it on');
        const thanks = await says(page);
        const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(thanks)?.[0] ?? '';
        file = await opensCase(manager, await findsOnBoard(worker, reference), worker);
        await sits(officer, '/new-lettings');
        assert.match(await says(page), /Asked, and handed on/);
        assert.doesNotMatch(await says(page), /address/);
        await looks('new-customers-handed-on');
      });

      await each.test(
        'once they moved in, whoever leads the case asks whether they feel safe there',
        async () => {
          await office.at('2026-11-23T10:00');
          await sits(worker, `${file}/moves`);
          assert.match(await says(page), /Into a home of ours, as a new customer/);
          await hand.follow('Into a home of ours, as a new customer');
          await looks('new-customers-their-move');
          await hand.press('Ask whether they feel safe there');
          await hand.answer('What did they say?', 'They feel safe there');
          await hand.press('Save');
          assert.match(await says(page), /In the new home: They feel safe there/);
        },
      );

      await each.test('a manager reads how often it is asked, and of nobody what they said', async () => {
        await office.at('2026-12-01T10:00');
        await sits(manager, '/new-lettings/figures');
        assert.match(await says(page), /November 2026/);
        await looks('new-customers-figures');
      });
    });
});
