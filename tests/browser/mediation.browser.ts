import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anOpenMediation, isJudged, isPutToManager } from '../mediation-lived-in.ts';
import { aCase } from '../policy/steps.ts';
import { asksForChange } from '../tenancies-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('mediation that somebody asks for, and a change of the tenancy that they want', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      await isJudged(office, file);

      await each.test(
        'whose idea it was is asked, and what is missing is said beside the field',
        async () => {
          await sits(worker, `${file}/mediation`);
          assert.match(await says(page), /Nobody has asked about it/);
          await looks('mediation-empty');
          await hand.press('Write down that it was asked about');
          await hand.press('Save');
          assert.match(await says(page), /Say whose idea it was/);
          await looks('mediation-new-errors');
          await hand.answer('Whose idea was it?', 'Theirs: they asked for it by themselves');
          await hand.answer('Were they alone when they said so?', 'Yes');
          await hand.write('Day', '18');
          await hand.write('Month', '11');
          await hand.write('Year', '2026');
          await hand.write('Time', '09:40');
          await hand.write('What was said, in their own words', 'Could somebody neutral speak with him?');
          await hand.press('Save');
          assert.match(await says(page), /It is not open, because/);
          await looks('mediation-asked');
        },
      );

      await each.test('what is found shuts it, and nobody overrides that', async () => {
        await hand.press('Look at whether it is safe');
        await looks('mediation-test');
        await hand.answer('Do both hold the tenancy?', 'Yes');
        await hand.answer('Was there ever controlling or coercive behaviour?', 'Yes');
        await hand.answer('Does anything suggest so-called honour, now or before?', 'No');
        await hand.answer('Is there an order of a court, bail, or an application for one?', 'No');
        await hand.answer('Are they afraid of what the other may do because of it?', 'No');
        await hand.answer('Does anybody press them to do it, or to give something up?', 'Nobody knows');
        await hand.write('From what that is known', 'She told us how he keeps the money');
        await hand.press('Save');
        assert.match(await says(page), /It is not offered, and nobody overrides that/);
        await looks('mediation-never');
      });

      await each.test('another one is open, is decided, and arranged apart', async () => {
        const open = await anOpenMediation(office);
        const decision = await isPutToManager(office, open.mediation);
        await sits(manager, decision);
        await looks('mediation-decision');
        await hand.answer('Your decision', 'Agree: it may be arranged');
        await hand.press('Save the decision');
        await sits(worker, open.mediation);
        assert.match(await says(page), /It shuts by itself as soon as anything/);
        await hand.press('Write down that it is arranged');
        await hand.answer('How?', 'Together');
        await hand.press('Save');
        assert.match(await says(page), /They never meet, on a call neither/);
        await looks('mediation-arrangement-errors');
        await sits(worker, `${open.mediation}/stopping`);
        await looks('mediation-stopping');
      });

      await each.test('a change of the tenancy says what has to be settled first', async () => {
        const change = await asksForChange(worker, file, 'notice_and_regrant');
        await sits(worker, `${file}/tenancy-events`);
        await looks('tenancy-changes-of-case');
        await sits(worker, change);
        assert.match(await says(page), /Their notice ends the tenancy for everybody/);
        await looks('tenancy-change');
        await hand.press('Write down what was settled');
        await hand.press('Save');
        assert.match(await says(page), /Say what was settled/);
        await looks('tenancy-change-item-errors');
        await sits(worker, `${change}/step`);
        await looks('tenancy-change-step');
      });
    });
});
