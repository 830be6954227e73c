import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('what it costs is written down, paid from a fund by another, and told as totals without people', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const finance = await office.colleague('finance');
      const file = await aCase(worker);
      const move = await worker.finishes(`${file}/moves/new`, { kind: 'transfer', words: 'Near my sister.' });
      await worker.finishes(`${move}/step`, { step: 'moved' });

      await each.test('whoever looks after money sets what an hour costs, with its source', async () => {
        await finance.finishes('/funds/new', { name: 'Moves', amount: '500' });
        await sits(finance, '/costs');
        assert.match(await says(page), /No hourly rate and no unit cost is set/);
        await hand.press('Set a rate');
        await hand.press('Set it');
        assert.match(await says(page), /Say what it is for/);
        await looks('rate-errors');
        await hand.answer('What is it for?', 'An hour of our work');
        await hand.write('How much', '24');
        await hand.write('Where the figure comes from', 'The landlord’s books of 2026');
        await hand.press('Set it');
        assert.match(await says(page), /£24\.00 from\s+18 November 2026/);
        await looks('totals');
      });

      await each.test('a bill of the move is written down, with how anybody knows', async () => {
        await sits(worker, `${file}/costs`);
        await looks('costs-empty');
        await hand.press('Write down a cost');
        await hand.press('Save');
        assert.match(await says(page), /Say what it is for/);
        await looks('cost-errors');
        await hand.answer('What is it for?', 'Removal of their things');
        await hand.answer('For which move?', 'The move that they wished for on 18 November 2026');
        await hand.answer('Was it quoted or billed?', 'It was billed or paid');
        await hand.write('How much', '265.50');
        await hand.answer('How do we know?', 'We have the bill');
        await hand.write('From whom, and what for', 'Hollin Removals, two rooms and a cot');
        await hand.press('Save');
        assert.match(await says(page), /Removal of their things, £265\.50/);
      });

      await each.test('time is written down in quarters, by whoever likes to', async () => {
        await hand.press('Write down time');
        await hand.answer('What took the time?', 'A visit, with the way there and back');
        await hand.write('Hours, in quarters', '1.5');
        await hand.press('Save');
        assert.match(await says(page), /£36\.00 for 1 hour 30 minutes/);
      });

      await each.test('what was avoided rests on something on record', async () => {
        await hand.follow(/^Write it down/);
        await hand.answer('What was avoided?', 'Temporary accommodation that was not needed');
        await hand.answer('What on record shows it?', 'They have moved, Wednesday 18 November 2026');
        await hand.write('Who says so?', 'Ada Orne, lettings');
        await hand.write('Why would it have come to it?', 'The council had a room for her from Monday');
        await looks('avoided-form');
        await hand.press('Save');
        assert.match(await says(page), /Ada Orne, lettings says so/);
        await looks('costs');
      });

      await each.test('a manager who did not write it down says from which fund', async () => {
        await sits(manager, `${file}/costs`);
        await hand.follow(/^From which fund/);
        await hand.answer('From which fund is it paid?', 'Moves');
        await looks('cost-fund');
        await hand.press('Save');
        assert.match(await says(page), /Paid from Moves/);
        assert.match(await says(page), /Together\s*£301\.50/);
      });
    });
});
