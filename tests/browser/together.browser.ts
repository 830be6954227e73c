import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword } from '#kit/password-hash.ts';
import { transact } from '#kit/sql.ts';
import { enrolStaff } from '#modules/account/index.ts';
import { aPlan } from '../plan-lived-in.ts';
import type { Office } from '../policy/office.ts';
import { anAgreedCase } from '../policy/planning-steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const password = 'kettle willow tram';

test('the plan is looked at together, hidden at once, and back with a short code', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const file = await anAgreedCase(office, {
        codeWord: 'Bluebell',
        coverReason: 'We ring about the gas check',
        whoMightAnswer: 'His brother Cyrus',
        meetingPlace: 'The library',
      });
      await office.worker.finishes(`${file}/people/new`, {
        describedAs: 'Her son Teo',
        part: 'child_victim',
      });
      await office.worker.finishes(`${file}/people/new`, {
        describedAs: 'Her friend Ann, who helps',
        part: 'supporter',
      });
      await aPlan(office.worker, file);
      const staff = await withPassword(office);

      await each.test('a short code that anybody would try first is refused beside the field', async () => {
        await sits({ staff }, '/account/short-code');
        await hand.write('Short code', '1234');
        await hand.write('Your password now', password);
        await hand.press('Keep this code');
        assert.match(await says(page), /Choose digits that are not in a row/);
        await looks('short-code-refused');
        await hand.write('Short code', '4071');
        await hand.write('Your password now', password);
        await hand.press('Keep this code');
        assert.match(await says(page), /Set: with it you come back/);
      });

      await each.test(
        'her view has her plan and the safe words, no menu, and no name of another adult',
        async () => {
          await page.goto(`${sites.staff}${file}/plan/aloud`);
          assert.match(
            await says(page),
            /do not turn this page to them.*Whom they fear/s,
            'read alone, before',
          );
          await looks('before-her-view');
          await hand.press('Open it');
          const all = (await page.locator('body').textContent()) ?? '';
          assert.match(all, /Your plan.*I want the shouting to stop.*Words we agreed.*Bluebell/s);
          assert.doesNotMatch(
            all,
            /Ann|Cyrus|07700|library|Carys|C-[A-Z2-9]{4}|domestic|abuse|victim|survivor/,
          );
          assert.equal(await page.locator('nav, header, footer').count(), 0);
          assert.equal(await page.title(), 'Plan');
          await looks('her-view');
        },
      );

      await each.test('one key or one tap, and nothing is there; a wrong code opens nothing', async () => {
        if (way.options.javaScriptEnabled === false) await page.getByRole('button', { name: 'Hide' }).click();
        else await page.keyboard.press('Escape');
        await page.waitForURL(`${sites.staff}/hidden`);
        await looks('her-view-hidden');
        await hand.press('Go on');
        assert.match(await says(page), /Enter your short code or your password/);
        await hand.write('Short code or password', '9090');
        await hand.press('Go on');
        assert.match(await says(page), /neither your short code nor your password/);
        await looks('her-view-hidden-refused');
      });

      await each.test('the short code leads back to where they were', async () => {
        await hand.write('Short code or password', '4071');
        await hand.press('Go on');
        assert.equal(new URL(page.url()).pathname, `${file}/plan/aloud`);
        assert.match(await says(page), /I want the shouting to stop/);
      });
    });
});

async function withPassword({ lintel, landlord: { organisation } }: Office) {
  const { services } = lintel;
  const passwordHash = await hashPassword(password);
  const { secret } = services;
  return transact(services.db, { organisation, system: true }, (tx) =>
    enrolStaff(
      tx,
      { organisation, staff: null, now: services.now() },
      {
        ...{ name: 'Ottoline Marsh', email: 'desk@example.test', roles: ['da_worker'], jobTitle: '' },
        ...{ passwordHash, totpSecret: null, secret },
      },
    ),
  );
}
