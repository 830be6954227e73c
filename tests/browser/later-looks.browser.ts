import assert from 'node:assert/strict';
import { test } from 'node:test';
import { titleOf, triedPacks } from '../packs.ts';
import { aCase } from '../policy/steps.ts';
import { aMarker } from '../security-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const theirWords = 'In their own words, or how you tried to reach them';

test('what makes a home safer is looked at again on its day', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const pack = triedPacks.find(({ id }) => id === way.pack);
      assert.ok(pack);
      const file = await aCase(worker);
      const offer = await aMarker(worker, file);

      await each.test('a tick is no answer, and what was typed is kept', async () => {
        await sits(worker, `${file}/security`);
        await looks('looks-of-case');
        await hand.follow(/^Look at it again/);
        assert.match(await says(page), /looked at again by Thursday 18 February 2027/);
        await looks('look');
        await hand.answer('How is it?', 'It works, and is as they want it');
        await hand.press('Save');
        const said = await says(page);
        assert.match(said, /Say how they told us/);
        assert.match(said, /Say how it is in their own words/);
        assert.ok(await page.getByRole('radio', { name: 'It works, and is as they want it' }).isChecked());
        await looks('look-errors');
      });

      await each.test('long before its day it is written down, and stays owed', async () => {
        await hand.answer('How did they tell us?', 'On the phone, as agreed');
        await hand.write(theirWords, 'It is there, I rang them.');
        await hand.press('Save');
        assert.match(await says(page), /The look of its own day stays owed/);
        assert.match(await says(page), /It is there, I rang them/);
        await looks('look-early');
      });

      await each.test('on its day it stands in the day, and leads to the form', async () => {
        await office.at('2027-02-17T10:00');
        await sits(worker, '/day');
        assert.ok((await says(page)).includes(titleOf(pack, 'home-looked-again')));
        await looks('look-in-the-day');
        await sits(worker, offer);
        await hand.press('Look at it again');
        await hand.answer('How is it?', 'Tried, and not reached');
        await hand.write(theirWords, 'Rang twice at the agreed hour');
        await hand.press('Save');
        assert.match(await says(page), /It is owed until somebody has spoken with them/);
      });

      await each.test('what works no more is owed anew', async () => {
        await hand.press('Look at it again');
        await hand.answer('How is it?', 'It does not work any more, and they would like it put right');
        await hand.answer('How did they tell us?', 'On the phone, as agreed');
        await hand.write(theirWords, 'They said that they have never heard of me.');
        await hand.press('Save');
        assert.match(await says(page), /It is owed to them anew/);
        assert.match(await says(page), /They would like it/);
        await looks('look-owed-anew');
        await sits(worker, offer);
        assert.match(await says(page), /it does not work any more/);
        await looks('look-of-old-offer');
      });
    });
});
