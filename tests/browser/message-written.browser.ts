import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CameBack } from '#kit/carrier.ts';
import { remembering } from '#modules/outgoing/testing.ts';
import type { Fields } from '../policy/form.ts';
import { openOffice } from '../policy/office.ts';
import { aCase } from '../policy/steps.ts';
import { atDesk, desk, phone, says, signsIn, ways } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites } from './sites.ts';

const agreed: Fields = {
  ...{ channel: 'email', value: 'ren@example.test', shared: 'no', email: 'yes', agreed: 'yes' },
};

test('a message is written freely, read by the rule, held, let through, sent and answered', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const { how, hand: handOf, options } of ways)
    await t.test(how, async (each) => {
      const email = remembering();
      const came: CameBack[] = [];
      const replies = {
        name: 'a mailbox for tests',
        collect: async (_place: unknown, keep: (one: CameBack) => Promise<boolean>) => {
          for (const one of came.splice(0)) await keep(one);
          return { how: 'collected', place: { validity: '1', uid: 1 } } as const;
        },
        close() {},
      };
      sites.lintel.clock.set(Temporal.Instant.from('2026-11-18T10:00:00Z'));
      Object.assign(sites.lintel.services.carriers, { email, replies });
      const office = await openOffice(sites.lintel);
      const { worker } = office;
      const file = await aCase(worker);
      await worker.finishes(`${file}/contact/new`, agreed);
      const page = await atDesk(each, sites, office, worker, options);
      const hand = handOf(page);
      const size = page.viewportSize();
      // What looks at a page is a script itself.
      const looked = options.javaScriptEnabled === false ? [] : [phone, desk];
      const seen = async (name: string) => {
        for (const each of looked) {
          await page.setViewportSize(each);
          await looksRight(page);
          await keepPicture(page, `message-${name}`);
        }
        if (size) await page.setViewportSize(size);
      };

      await page.goto(`${sites.staff}${file}/messages`);
      await hand.press('Write a message');
      assert.match(
        await says(page),
        /What does it say\?[\s\S]*Who would learn this\?[\s\S]*The screen of the phone[\s\S]*Put it at the door/,
      );
      await seen('empty');
      await hand.answer('Which way does it go?', 'E-mail: the first choice (email)');
      await hand.answer('What does it say?', 'Your own words');
      await hand.write('What it says, in your own words', 'Please call about the abuse. https://x.example');
      await hand.press('Put it at the door');
      // What is missing and what the words tell, in one go; and what was typed and ticked stays.
      assert.match(
        await says(page),
        /There is a problem[\s\S]*“abuse” tells what this is about[\s\S]*Say who wants it/,
      );
      assert.match(await page.getByLabel('What it says, in your own words').inputValue(), /about the abuse/);
      assert.ok(await page.getByRole('radio', { name: 'Your own words' }).isChecked());
      await seen('wrong');

      await hand.answer('Who wants it?', 'We want to reach them');
      await hand.write('What it says, in your own words', 'Please call Sam when you can.');
      await hand.press('Put it at the door');
      assert.match(await says(page), /It is at the door|To be sent/);
      await seen('at-the-door');

      // Before it leaves, somebody else turns out to read that mailbox.
      const path = new URL(page.url()).pathname;
      await worker.finishes(`${file}/contact/new`, { ...agreed, whoMightAnswer: 'his mother' });
      await office.at('2026-11-18T10:05');
      await page.reload();
      assert.match(await says(page), /Held[\s\S]*Others may see what comes to this mailbox/);
      assert.equal(email.parcels.length, 0);
      await seen('held');

      await worker.finishes(`${file}/contact/new`, { ...agreed, whoMightAnswer: '' });
      await page.goto(`${sites.staff}${path}`);
      await hand.press('Ask again');
      assert.match(await says(page), /Asked now:[\s\S]*It may leave now/);
      await hand.press('Ask again');
      await office.at('2026-11-18T10:10');
      assert.deepEqual(
        email.parcels.map(({ to, words }) => [to, words]),
        [['ren@example.test', 'Please call Sam when you can.']],
      );
      const id = path.split('/').at(-1) ?? '';
      came.push({
        messageId: id,
        source: 'a'.repeat(64),
        kind: 'reply',
        gone: false,
        words: 'Yes, on Thursday.',
      });
      await office.at('2026-11-18T10:15');
      await signsIn(page, sites, office, worker);
      await page.goto(`${sites.staff}${path}`);
      assert.match(await says(page), /What came back[\s\S]*Yes, on Thursday\./);
      await seen('answered');
      await hand.press('Say what you did about it');
      await hand.press('Save');
      assert.match(await says(page), /There is a problem/);
      await seen('dealing-wrong');
      await hand.write('What you did about it', 'I rang her on Thursday, as she asked');
      await hand.press('Save');
      assert.doesNotMatch(await says(page), /Say what you did about it/);
    });
});
