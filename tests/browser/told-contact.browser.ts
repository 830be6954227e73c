import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findsOnBoard, opensCase, writesDown } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('a call from the person to us is the contact that it was, once somebody else confirms it', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
      const told = await findsOnBoard(worker, reference);
      const file = await opensCase(worker, told);

      await each.test(
        'whoever spoke with them says who, when, how it was known to be safe, and what',
        async () => {
          await sits(worker, told);
          await hand.follow('We spoke with them ourselves, safely');
          await hand.press('Ask somebody to confirm it');
          assert.match(
            await says(page),
            /Choose who spoke with them.*how it was known to be safe.*in a sentence what was said/s,
          );
          await looks('told-contact-refused');
          await hand.choose(/^Who spoke with the/, 'Carys Webb');
          await hand.write(
            'How was it known to be safe?',
            'She rang from her sister’s and nobody else was there',
          );
          await hand.write('What was said?', 'That she wants to stay where she is');
          await hand.press('Ask somebody to confirm it');
          assert.match(await says(page), /what was promised runs on/);
          await looks('told-contact-waits');
        },
      );

      await each.test('they do not confirm it themselves', async () => {
        await hand.follow('Confirm it, or send it back');
        assert.match(await says(page), /Somebody else confirms it/);
        assert.equal(await page.getByRole('button', { name: 'Save the decision' }).count(), 0);
        await looks('told-contact-own');
      });

      await each.test('a manager sends back only with a reason, and confirms', async () => {
        await sits(manager, `${told}/told-contact/decision`);
        await hand.press('Save the decision');
        assert.match(await says(page), /There is a problem/);
        await hand.answer('Your decision', 'Send it back: contact is still owed');
        await hand.press('Save the decision');
        assert.match(await says(page), /There is a problem/);
        await looks('told-contact-decision-refused');
        await hand.answer('Your decision', 'Confirm: it was a safe contact');
        await hand.press('Save the decision');
        assert.match(await says(page), /Confirmed.*A contact of the case, recorded from what was told/s);
        await looks('told-contact-confirmed');
      });

      await each.test(
        'it is one contact of the case, begun by them, and in no share on the board',
        async () => {
          await sits(worker, `${file}/contact`);
          assert.match(await says(page), /They got in touch/);
          assert.match(await says(page), /From what was told\. Written down by .*, confirmed by/);
          await looks('told-contact-in-case');
          await sits(manager, '/board');
          const row = page.getByRole('row', { name: 'Contact on the same working day' }).first();
          assert.match((await row.textContent()) ?? '', /none ended[\s\S]*1 from the start/);
        },
      );
    });
});
