import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { remembering } from '#modules/outgoing/testing.ts';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, phone, says, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

const texted = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
};

test('of a message that waits beside another, somebody reads both and says why it is meant', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      sites.lintel.clock.set(Temporal.Instant.from('2026-11-18T10:00:00Z'));
      const text = remembering();
      Object.assign(sites.lintel.services.carriers, { text });
      const office = await openOffice(sites.lintel);
      const { worker } = office;
      const file = await aCase(worker);
      await worker.finishes(`${file}/contact/new`, texted);
      await worker.finishes(`${file}/messages/new`, {
        ...{
          route: 'text.first',
          says: 'neutral',
          askedForBy: 'team',
          words: 'Please call Sam at one o’clock.',
        },
      });
      // What asks nobody puts a second one at the door within the hour.
      const { rows } = await sites.lintel.database.owner.query(
        `insert into message (organisation_id, id, case_id, channel, says, words, language, learners, asked_for_by,
            written_by, written_at, useful_until, look_at)
          select organisation_id, gen_random_uuid(), case_id, channel, says, 'Please call Sam at once.', language,
            learners, asked_for_by, written_by, written_at, useful_until, written_at + interval '1 second'
          from message where case_id = $1 returning id`,
        [file.split('/').at(-1)],
      );
      await office.at('2026-11-18T10:05');
      const page = await atDesk(each, sites, office, worker, options);
      const hand = handOf(page);
      const looked = options.javaScriptEnabled === false ? [] : [phone, desk];
      const seen = (name: string) => looksAndKeeps(page, `several-messages-${name}`, looked);

      await page.goto(`${sites.staff}${file}/messages/${rows[0]?.id}`);
      assert.match(await says(page), /Another message to them left within the last hour\./);
      await seen('held');
      await hand.press('Say whether it is meant beside others');
      assert.match(await says(page), /Please call Sam at once\.[\s\S]*Please call Sam at one o’clock\./);
      await seen('both');
      await hand.press('It is meant');
      assert.match(await says(page), /Say why it cannot wait/);
      await seen('why');
      await hand.write('Why can it not wait?', 'The surgery moved the appointment forward');
      await hand.press('It is meant');
      await office.at('2026-11-18T10:10');
      assert.deepEqual(
        text.parcels.map(({ words }) => words),
        ['Please call Sam at one o’clock.', 'Please call Sam at once.'],
      );
    });
});

async function looksAndKeeps(page: Page, name: string, sizes: readonly (typeof phone)[]): Promise<void> {
  const size = page.viewportSize();
  for (const each of sizes) {
    await page.setViewportSize(each);
    await looksRight(page);
    await keepPicture(page, name);
  }
  if (size) await page.setViewportSize(size);
}
