import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase, findsOnBoard, moment, neighbours, recordsContact, writesDown } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('kept promises are drawn by chance, and somebody else agrees with them or does not', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const files = [await aCase(worker), await aCase(worker)];
      await office.at('2026-11-18T10:30');
      for (const file of files) await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:20');
      // Of a team of their own; the worker agrees to it, and so has a part in it.
      const hands = await office.colleague('da_worker');
      const { reference } = await writesDown(hands, moment('received', '2026-11-18T10:00'));
      const told = await findsOnBoard(hands, reference);
      const reached = {
        reached: 'yes',
        reached_channel: 'phone',
        ...moment('reached_at', '2026-11-18T10:20'),
      };
      await hands.finishes(`${told}/triage`, { ...neighbours, ...reached });
      await worker.finishes(`${told}/handover`, { decision: 'approved' });
      const drawnOf = (about: 'cases' | 'disclosures') =>
        page
          .getByRole('link', { name: /^Look at it/ })
          .and(page.locator(`[href^="/${about}/"]`))
          .first();
      await sits(manager, '/checks');
      assert.match(await says(page), /Nothing was drawn yet/);

      await office.at('2026-12-01T10:00');
      await each.test('whoever wrote it down and leads the case does not look', async () => {
        await sits(worker, '/checks');
        assert.match(await says(page), /November 2026/);
        assert.match(await says(page), /Somebody else looks/);
        assert.doesNotMatch(await says(page), /Look at it/);
        await looks('drawn-own');
      });

      await each.test(
        'a manager is told, opens it, and is asked for an answer and what it rests on',
        async () => {
          await sits(manager, '/board');
          assert.match(await says(page), /Sample audit, November 2026/);
          await hand.follow('Look at them');
          await looks('drawn');
          await drawnOf('cases').click();
          await page.waitForURL(/\/samples\//);
          await looks('drawn-one');
          await hand.press('Save your answer');
          assert.match(await says(page), /Choose whether you agree/);
          assert.match(await says(page), /Say what you looked at, or why you do not agree/);
          await looks('drawn-refused');
        },
      );

      await each.test('they agree; of another they do not, and say why', async () => {
        await hand.answer('Do you agree that it was kept?', 'Yes: the record shows it');
        await hand.write('What you looked at, or why not', 'The list of calls of the phone shows it');
        await hand.press('Save your answer');
        assert.match(await says(page), /Agreed/);
        await drawnOf('cases').click();
        await page.waitForURL(/\/samples\//);
        await hand.answer('Do you agree that it was kept?', 'No, or the record does not show it');
        await hand.press('Save your answer');
        assert.match(await says(page), /Say what you looked at, or why you do not agree/);
        await hand.write('What you looked at, or why not', 'The note says that nobody answered');
        await hand.press('Save your answer');
        assert.match(await says(page), /Not agreed/);
        await looks('drawn-answered');
      });

      await each.test('the board says how often somebody agreed, and what still waits', async () => {
        await sits(manager, '/board');
        const line = /somebody else agreed with (\d+) and did not agree with (\d+);\s+(\d+) still/.exec(
          await says(page),
        );
        assert.deepEqual(line?.slice(1, 3), ['1', '1']);
        await looks('drawn-board');
        await sits(worker, '/checks');
        await hand.follow(/^Not agreed/);
        assert.match(await says(page), /Not agreed.*The note says that nobody answered/s);
      });

      await each.test(
        'of what was handed over and never became a case, they read what it rests on',
        async () => {
          await sits(manager, '/checks');
          await drawnOf('disclosures').click();
          await page.waitForURL(/\/disclosures\/.*\/samples\//);
          assert.match(await says(page), /Rang the duty officer, Mr Stone/);
          assert.match(await says(page), /She stays with a friend tonight/);
          assert.match(await says(page), /spoke with the person: phone call/);
          await looks('drawn-handover');
          await hand.press('Save your answer');
          assert.match(await says(page), /Choose whether you agree/);
          await looks('drawn-handover-refused');
          await hand.answer('Do you agree that it was kept?', 'Yes: the record shows it');
          await hand.write('What you looked at, or why not', 'The other team has opened a case of it');
          await hand.press('Save your answer');
          await hand.follow(/^Agreed.*\bD-/s);
          assert.match(await says(page), /Agreed.*The other team has opened a case of it/s);
          await looks('drawn-handover-answered');
        },
      );
    });
});
