import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('housing options are listed for what is known, and what she says to each is kept', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const file = await aCase(worker);

      await each.test('nothing is listed before somebody says how things stand', async () => {
        await sits(worker, `${file}/housing`);
        assert.match(await says(page), /Nobody has written down yet how things stand/);
        await hand.press('Write down how things stand');
        await hand.press('Save');
        assert.match(await says(page), /Say who holds it, or that it is not known yet/);
        await looks('housing-situation-errors');
      });

      await each.test('what is not known takes nothing away', async () => {
        await hand.choose('Which kind of tenancy or lease is it?', 'Assured, periodic');
        await hand.answer('Who holds it?', 'They hold it together with whoever they fear');
        await hand.answer('What are they and whoever they fear to each other?', 'Not known yet');
        await hand.answer('Are there children of one of them?', 'Not known yet');
        await hand.answer('What would they like?', 'They would like to stay');
        await hand.press('Save');
        assert.match(await says(page), /A court transfers the tenancy to them If so/);
        await looks('housing-options');
        await hand.unfold('A court transfers the tenancy to them If so');
        assert.match(await says(page), /First find out what they are to whoever they fear/);
        await looks('housing-option-unfolded');
      });

      await each.test('something was said to an option, or nothing is kept', async () => {
        await hand.press('Write down what was gone through');
        await hand.answer('What did you speak of?', 'We went through options');
        await hand.press('Save');
        assert.match(await says(page), /Say of at least one option below/);
        await looks('housing-advice-errors');
        await hand.choose('Make the home safer', 'They would like this');
        await hand.answer('Independent legal advice', 'Offered, and they would like it');
        await hand.write('What they said, in their own words', 'I want to keep the home for Teo.');
        await hand.answer('How did you speak of it?', 'In person, at a safe place');
        await hand.press('Save');
        assert.match(await says(page), /They would like this\s*Make the home safer/);
        await looks('housing-gone-through');
      });

      await each.test(
        'what she would keep stands on her own paper, once she has read what it tells',
        async () => {
          const agreed = {
            channel: 'phone',
            value: '07700 900123',
            meetingPlace: 'The library',
            agreed: 'yes',
          };
          await worker.finishes(`${file}/contact/new`, agreed);
          await sits(worker, `${file}/housing`);
          await hand.follow('Put it on their paper');
          await hand.answer('How are they given it?', 'On paper, handed over in person');
          await hand.answer('At which agreed place is it handed over?', 'The library');
          await page.getByRole('checkbox', { name: /Stronger locks/ }).check();
          await hand.press('Save');
          assert.match(await says(page), /Some of these lines tell what it is about/);
          await looks('home-on-paper-errors');
          await page.getByRole('checkbox', { name: /They have read the lines/ }).check();
          await hand.press('Save');
          assert.match(await says(page), /My home\s*What there is for my home\s*Stronger locks/);
          await looks('home-on-paper');
          await sits(worker, `${file}/housing`);
        },
      );

      await each.test('an error is struck out with a reason', async () => {
        await hand.follow(/^Recorded in error/);
        await hand.write('What was wrong?', 'That was said in another case');
        await hand.press('Strike it out');
        assert.match(await says(page), /Struck out [\s\S]*That was said in another case/);
      });
    });
});
