import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const taken = { answer: 'taken', ownWords: 'Yes, please.', way: 'phone' } as const;

test('what is lent is checked, issued, lost and asked about; what is dear is decided by two', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      const phone = await worker.finishes(`${file}/support/new`, { kind: 'safe_phone', ...taken });
      const offer = phone.replace('/details', '');
      const dear = await worker.finishes(`${file}/support/new`, { kind: 'furniture', ...taken });

      await each.test(
        'a phone is added by a number that says nothing, and goes to nobody unchecked',
        async () => {
          await sits(worker, '/stock');
          await looks('stock-none');
          await hand.press('Add to stock');
          await hand.answer('What is it?', 'A safe phone');
          await hand.write('Its number', 'DA-phone 1');
          await hand.press('Add it');
          assert.match(await says(page), /nothing that says what it is for/);
          await looks('stock-new-refused');
          await hand.write('Its number', 'K-014');
          await hand.press('Add it');
          assert.match(await says(page), /To be checked/);
          await hand.press('Check it');
          await hand.press('Save');
          assert.match(await says(page), /Say whether it works/);
          await looks('stock-check-refused');
          await hand.answer('Does it work?', 'Yes');
          await hand.answer('Is it charged, or has it a fresh battery?', 'Yes');
          await hand.answer('Is it empty of everything of whoever had it before?', 'Yes');
          await hand.press('Save');
          assert.match(await says(page), /In stock.*nothing of anybody is on it/s);
          await looks('stock-item');
        },
      );

      await each.test('it is issued as it is delivered, and the cupboard says so', async () => {
        await sits(worker, offer);
        await hand.press('It was delivered');
        await hand.answer('Which one?', 'K-014');
        await hand.write('By whom', 'Handed over at the library');
        await looks('stock-issue');
        await hand.press('Save');
        assert.match(await says(page), /What was lent.*K-014.*Issued/s);
        await looks('offer-lent');
        await sits(worker, '/stock');
        assert.match(await says(page), /K-014.*Issued/s);
        await looks('stock');
      });

      await each.test('it is lost: nobody is blamed, and what is not a no asks for a look', async () => {
        await sits(worker, offer);
        await hand.follow('It is lost');
        await hand.press('Save');
        assert.match(await says(page), /Say what they say, or that they have not been asked yet/);
        await looks('stock-loss-refused');
        await hand.answer('May somebody whom they fear have it?', 'It may be');
        await hand.answer('Which agreed way of contact leads to it?', 'None of those that are agreed');
        await hand.answer('How did they tell us?', 'In person, at a safe place');
        await hand.press('Save');
        assert.match(await says(page), /It is nobody’s\s+failing/);
        await looks('offer-lost');
      });

      await each.test('a large sum waits for a manager, who says what happens next for them', async () => {
        await sits(worker, `${dear.replace('/details', '')}/approval`);
        await hand.write('At most', '640');
        await hand.write('What for', 'Beds for the three children');
        await hand.press('Save');
        assert.match(await says(page), /waits for a decision/);
        await sits(manager, dear.replace('/details', ''));
        await hand.follow(/£640\.00, waits for a decision/);
        await hand.answer('Your decision', 'Do not approve');
        await hand.press('Save the decision');
        assert.match(await says(page), /Say why it is not approved.*what happens next for them/s);
        await looks('cost-refused');
        await hand.write('Why', 'The fund of this year is spent');
        await hand.write(
          'If you do not: what happens next for them?',
          'We ask the charity by Friday and ring her',
        );
        await hand.press('Save the decision');
        assert.match(await says(page), /not approved.*We ask the charity by Friday/s);
        await looks('cost-declined');
      });

      await each.test('what is owed to them stands in the team’s list, and costs are totals', async () => {
        await sits(worker, '/owed');
        assert.match(await says(page), /still to be ordered or delivered.*Essential furniture/s);
        await looks('owed');
        await sits(manager, '/costs');
        assert.match(await says(page), /Nothing that can be told without telling of somebody/);
        await looks('costs');
        await sits(manager, '/waits');
        assert.match(await says(page), /How long people wait.*without telling of somebody/s);
        await looks('waits');
      });
    });
});
