import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('a move is wished for, a home is refused for safety, and lesser security is decided', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);

      await each.test(
        'staying is as right as going, and nobody has asked yet where she must not be',
        async () => {
          await sits(worker, `${file}/moves`);
          assert.match(await says(page), /To stay is as right as to go/);
          assert.match(await says(page), /Nobody has asked them yet/);
          await looks('moves-empty');
        },
      );

      await each.test('a place to avoid says why', async () => {
        await hand.press('Add a place, or that there is none');
        await hand.answer('What is it?', 'A postcode, or the beginning of one');
        await hand.write('Where is it?', 'Exeter');
        await hand.press('Save');
        assert.match(await says(page), /Enter a postcode or the beginning of one/);
        await looks('moves-place-errors');
        await hand.write('Where is it?', 'EX1 2');
        await hand.write('Who goes there?', 'His mother');
        await hand.write('Why?', 'He is at hers on most days');
        await hand.press('Save');
        assert.match(await says(page), /EX1 2/);
      });

      await each.test('the wish stands in her own words', async () => {
        await hand.press('They would like to move');
        await hand.press('Save');
        assert.match(await says(page), /Say on which way/);
        await looks('moves-wish-errors');
        await hand.answer('On which way?', 'A managed move to another home of ours');
        await hand.write('In their own words', 'Somewhere near my sister.');
        await hand.write('How many bedrooms do they need?', '2');
        await hand.press('Save');
        assert.match(await says(page), /Wished for on 18 November 2026/);
        await looks('moves-wished');
      });

      await each.test(
        'a home that is less secure is not accepted, and is refused for safety without proof',
        async () => {
          await hand.press('A home is offered');
          await hand.write('Which home is it?', '9 Fore Street');
          await hand.choose('What do they hold now?', 'Assured, periodic');
          await hand.choose('What is offered?', 'Starter');
          await hand.press('Save');
          assert.match(await says(page), /Less secure than what they hold/);
          await looks('moves-offered');
          await hand.press('What they say to it');
          await hand.answer('What do they say?', 'They accept it');
          await hand.press('Save');
          assert.match(await says(page), /not known to be as secure as what they hold/);
          await looks('moves-answer-errors');
          await hand.answer('What do they say?', 'They refuse it because it is not safe for them');
          await hand.press('Save');
          assert.match(await says(page), /1 refused for safety: counts against no limit/);
        },
      );

      await each.test('a manager decides where she would like it all the same', async () => {
        await hand.press('A home is offered');
        await hand.write('Which home is it?', '4 Quay Row');
        await hand.choose('What do they hold now?', 'Assured, periodic');
        await hand.choose('What is offered?', 'Starter');
        await hand.press('Save');
        await hand.press('They would like it all the same');
        await hand.write('In their own words', 'I know that it is a trial. I want it all the same');
        await hand.answer('Independent advice was offered, and', 'they have had it');
        await hand.write('Why could no home be offered that is as secure?', 'None is free before January');
        await looks('moves-lesser');
        await hand.press('Put it to a manager');
        await hand.follow(/^A manager decides$/);
        const where = new URL(page.url()).pathname;
        assert.match(await says(page), /Another manager decides|A manager decides it/);
        await sits(manager, where);
        await looks('moves-decision');
        await hand.answer('Your decision', 'Agree: they may accept it');
        await hand.write('Why', 'She knows, and it is near her sister');
        await hand.press('Save the decision');
        assert.match(await says(page), /The decision is saved/);
      });

      await each.test('who is away keeps the home', async () => {
        await sits(worker, `${file}/moves`);
        await hand.press('They are away');
        await hand.answer('How are they away?', 'In a refuge');
        await hand.press('Save');
        assert.match(await says(page), /They keep their tenancy while they are away/);
        await looks('moves');
      });
    });
});
