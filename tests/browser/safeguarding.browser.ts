import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('“a referral is being made today” is owed until it is said to whom it went, and what came back', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      await sits(worker, file);

      await each.test(
        'whoever decides about a referral says whom it is about, and what they decide',
        async () => {
          await hand.follow('Safeguarding');
          await looks('safeguarding-none');
          await hand.press('Decide about a referral');
          await hand.press('Save');
          assert.match(
            await says(page),
            /Say whether it is about a child or an adult.*Say whom it is about.*Say whether a referral is made today/s,
          );
          await looks('referral-refused');
        },
      );

      await each.test('that it is being made today makes nothing: it is owed today', async () => {
        await hand.answer('Whom it is about', 'A child');
        await hand.write('Who', 'First child, about 4');
        await hand.answer('What you decide', 'A referral is being made today');
        await hand.press('Save');
        assert.match(await says(page), /Still to be made/);
        await looks('referral-owed');
        await sits(worker, '/day');
        assert.match(await says(page), /Safeguarding referral of a child/i);
        await looks('referral-day');
        await sits(worker, `${file}/referrals`);
        await hand.follow('Safeguarding referral of a child');
      });

      await each.test('made is what says to whom, how and when; the answer is owed next', async () => {
        await hand.press('Say to whom it was made');
        await hand.press('Save');
        assert.match(await says(page), /Say to whom it was made.*Say how it was made/s);
        await looks('referral-made-refused');
        await hand.write('To whom', 'Children’s front door, the duty desk');
        await hand.write('How', 'By phone and their form');
        await hand.write('Their reference', 'CH-20417');
        await hand.press('Save');
        assert.match(await says(page), /Made; no answer yet.*Children’s front door.*CH-20417/s);
        await looks('referral-made');
      });

      await each.test('what came back is written down, in words', async () => {
        await hand.press('What came back, or that you asked again');
        await hand.press('Save');
        assert.match(await says(page), /Say what came back.*Say who answered.*Say what was said/s);
        await looks('referral-answer-refused');
        await hand.answer('What came back', 'They take it on');
        await hand.answer('How we know', 'They wrote');
        await hand.write('Who answered, or whom you asked', 'Ms Okoro, social worker');
        await hand.write('What was said', 'A social worker visits the school tomorrow');
        await hand.press('Save');
        assert.match(await says(page), /Made and answered.*Ms Okoro.*They take it on/s);
        await looks('referral-answered');
      });

      await each.test(
        'that there is no referral needs a sentence, and somebody else who agrees',
        async () => {
          await sits(worker, `${file}/referrals/new`);
          await hand.answer('Whom it is about', 'An adult who needs care or support');
          await hand.write('Who', 'Her mother');
          await hand.answer('What you decide', 'No referral, for a reason');
          await hand.write('Why', 'x');
          await hand.press('Save');
          assert.match(await says(page), /Say in a sentence why there is no referral/);
          await looks('no-referral-refused');
          await hand.write('Why', 'Her social worker leads already, and knows of it');
          await hand.press('Save');
          assert.match(await says(page), /somebody else decides, and until then it is owed/);
          assert.match(await says(page), /nobody decides alone that there is no referral/);
          await looks('no-referral-waits');
          const at = new URL(page.url()).pathname;
          await sits(manager, at);
          await looks('no-referral-second');
          await hand.answer('Your decision', 'I agree: there is no referral');
          await hand.press('Save the decision');
          assert.match(await says(page), /Not made, for a reason that two people agreed/);
          await looks('no-referral-agreed');
        },
      );

      await each.test(
        'the board counts what was made and answered; what two people agreed not to refer is not kept',
        async () => {
          await office.at('2026-11-18T12:00');
          await sits(manager, '/board');
          const rowOf = async (promise: string) => {
            const row = page.getByRole('row', { name: promise }).first();
            return (await row.getByRole('cell').allTextContents()).slice(0, 2);
          };
          assert.deepEqual(await rowOf('A child is referred for safeguarding the same day'), ['100%', '1']);
          assert.deepEqual(await rowOf('An adult at risk is referred for safeguarding the same day'), [
            '0%',
            '1',
          ]);
          assert.deepEqual(await rowOf('An answer to the safeguarding referral'), ['100%', '1']);
        },
      );
    });
});
