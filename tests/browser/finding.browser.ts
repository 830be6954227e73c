import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { importRegisterOf } from '../register-lived-in.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('whatever somebody knows finds a person, a home or a case, from every page', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      await importRegisterOf(office);
      const file = await aCase(worker, { person_name: 'Ines Marlow' });
      const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body)?.[0] ?? '';
      const scripts = way.options.javaScriptEnabled !== false;
      const arrives = async (work: () => Promise<unknown>) => {
        const arrived = page.waitForEvent('framenavigated');
        await work();
        await arrived;
        await page.waitForLoadState();
        assert.equal(new URL(page.url()).search, '', 'what is looked for stands in no address');
        return says(page);
      };
      /** From the top of whatever page it is, by keys alone where scripts run. */
      const quickly = async (typed: string) => {
        await hand.unfold('Find');
        const field = page.locator('#quick-find');
        if (!scripts) await field.focus();
        await field.and(page.locator(':focus')).waitFor();
        await page.keyboard.type(typed);
        return arrives(() => page.keyboard.press('Enter'));
      };
      /** Again, in the field of the page that answers. */
      const finds = async (typed: string) => {
        await page.locator('#find-q').fill(typed);
        return arrives(() => page.locator('#find-q').press('Enter'));
      };

      await each.test('from my day: nothing, and too few digits, are said beside the field', async () => {
        await sits(worker, '/day');
        await hand.unfold('Find');
        await looks('find-open');
        await page.goto(`${sites.staff}/day`);
        assert.match(await quickly(''), /Type a name, an address, a phone number or a reference/);
        await looks('find-refused');
        assert.match(await finds('12'), /Type a name, or more digits/);
      });

      await each.test('by name, home, the last digits of a phone, and reference', async () => {
        assert.match(await finds('quince'), /People.*Zelda Quince.*1 Mill Lane/s);
        await looks('find-people');
        assert.match(await finds('1 mill ln'), /Homes.*1 Mill Lane/s);
        assert.match(await finds('900124'), /People.*Orson Quince/s);
        assert.match(await finds(reference.toLowerCase().replaceAll('-', ' ')), new RegExp(reference));
        await looks('find-case');
        await hand.follow(reference);
        assert.equal(new URL(page.url()).pathname, file);
      });

      await each.test('from the page of a case too; nothing found says how to look otherwise', async () => {
        assert.match(await quickly('Grizelda Nobody'), /Nothing found.*beginning of the name alone/s);
        await looks('find-nothing');
      });

      await each.test(
        'what is kept from somebody is not found, and looks as if it were not there',
        async () => {
          const nobody = (await finds('Grizelda Nobody')).replace('Grizelda Nobody', '');
          const other = await office.colleague('da_worker');
          await manager.finishes(`${file}/conflicts/new`, {
            staffId: other.staff,
            relation: 'neighbour',
            reason: 'Lives across the road',
          });
          await sits(other, '/find');
          for (const typed of ['Ines Marlow', reference]) {
            const said = await finds(typed);
            assert.equal(said.replace(typed, ''), nobody, typed);
            assert.doesNotMatch(said.replace(typed, ''), new RegExp(`${reference}|Marlow`));
          }
          await looks('find-hidden');
        },
      );
    });
});
