import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findsOnBoard, opensCase, writesDown } from '../policy/steps.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('lettings asks about a home and learns only: ask the lead', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      await importRegisterOf(office);
      const lettings = await office.colleague('lettings');
      const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
      const disclosure = await findsOnBoard(worker, reference);
      const person = await registerId(office, 'person', 'P1');
      const file = await opensCase(manager, disclosure, worker, {}, `?person=${person}`);

      await each.test('a question needs a whole postcode', async () => {
        await sits(lettings, '/move-checks');
        assert.match(await says(page), /You have not asked anything yet/);
        await looks('lettings-empty');
        await hand.press('Ask about a home');
        await hand.write('Who would move?', 'P1');
        await hand.write('Address of the home', '9 Harbour Walk');
        await hand.write('Postcode', 'PL4');
        await hand.press('Ask');
        assert.match(await says(page), /Enter a whole postcode/);
        await looks('lettings-errors');
      });

      await each.test('and is answered without why', async () => {
        await hand.write('Postcode', 'PL4 8AA');
        await hand.press('Ask');
        assert.match(await says(page), /Ask the lead/);
        assert.doesNotMatch(await says(page), /Quince|abuse|case/i);
        await looks('lettings-answer');
        await sits(lettings, '/move-checks');
        await looks('lettings-asked');
      });

      await each.test('the team of the case reads why, and a manager who asked', async () => {
        await office.at('2026-11-18T10:05');
        await sits(worker, `${file}/moves/checks`);
        assert.match(await says(page), /Nobody has asked them within 90 days/);
        await looks('lettings-met');
        await sits(manager, '/move-checks/asked');
        assert.match(await says(page), /Who asked, within 30 days/);
        await looks('lettings-askers');
      });
    });
});
