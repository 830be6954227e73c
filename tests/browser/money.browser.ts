import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const adviser = 'Ola Brandt, Otherton Citizens Advice';

test('what they say of money is kept, looked at by an adviser, and paid from a fund that balances', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker } = office;
      const finance = await office.colleague('finance');
      const file = await aCase(worker);

      await each.test('what they say stands as they said it', async () => {
        await sits(worker, `${file}/money`);
        assert.match(await says(page), /That says nothing about their money/);
        await looks('money-empty');
        await hand.press('Write down what they say');
        await hand.press('Save');
        assert.match(await says(page), /Say what it is about/);
        await looks('money-errors');
        await hand.answer('What is it about?', 'Arrears of a joint tenancy');
        await hand.write('What they say, in their own words', 'We both owe it, they say.');
        await hand.answer('How did they tell us?', 'On the phone, as agreed');
        await hand.press('Save');
        assert.match(await says(page), /We both owe it, they say/);
      });

      await each.test('nothing is done before an adviser has looked', async () => {
        await hand.follow(/^What became of it/);
        await hand.answer('What became of it?', 'Something was done');
        await hand.answer(
          'If something was done: what?',
          'We decided that it is not fair to ask them for it',
        );
        await hand.write('What was found, done or said', 'Whoever ran it up has gone, and she paid her half');
        await hand.press('Save');
        assert.match(await says(page), /First somebody who may advise looks at it/);
        await looks('money-step-refused');
        await hand.answer('What became of it?', 'An adviser looked at it');
        await hand.write('If an adviser looked at it: who?', adviser);
        await hand.press('Save');
        assert.match(await says(page), /Looked at by an adviser: Ola Brandt/);
      });

      await each.test('what advice brought says how anybody knows', async () => {
        await hand.follow(/^Write it down/);
        await hand.answer('What is it?', 'A benefit that they had not, or more of it');
        await hand.write('What comes each week', '24.50');
        await hand.answer('How do we know?', 'We have seen the letter or the statement');
        await hand.write('Who advised?', adviser);
        await hand.press('Save');
        assert.match(await says(page), /£24\.50 a week \(£1,274\.00 a year\)/);
        await hand.unfold('A crisis payment of the council');
        await looks('money');
      });

      await each.test('whoever looks after the money opens a fund and reads nobody', async () => {
        await sits(finance, '/funds');
        await hand.press('Open a fund');
        await hand.write('Its name', 'Hardship');
        await hand.write('Budget of 2026 to 2027', '50');
        await hand.press('Open it');
        assert.match(await says(page), /fewer than five people had of it/);
        await looks('fund');
      });

      await each.test(
        'nobody waits for it: what it has not goes on, and a manager finds the money',
        async () => {
          const offer = await worker.finishes(`${file}/support/new`, {
            ...{ kind: 'food_voucher', answer: 'taken', ownWords: 'Yes, please', way: 'phone' },
          });
          await sits(worker, `${offer.replace(/\/details$/, '')}/approval`);
          await hand.write('At most', '60');
          await hand.answer('From which fund?', 'Hardship');
          await hand.write('What for', 'Food for the week, for three');
          await looks('approval-from-a-fund');
          await hand.press('Save');
          assert.match(await says(page), /Approved/);
          await sits(office.manager, '/funds');
          assert.match(await says(page), /1 without money yet/);
          await hand.follow(/^Hardship/);
          await hand.follow(/^One thing goes on without its money yet/);
          await looks('fund-short');
          await hand.press('Take what the fund has now');
          assert.match(await says(page), /The fund has not all of it yet/);
        },
      );
    });
});
