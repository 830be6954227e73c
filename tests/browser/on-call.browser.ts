import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aCase } from '../policy/steps.ts';
import { says } from './at-desk.ts';
import { walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

test('danger at night reaches whoever is on call, and stands until somebody writes down what was done', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const { office, page, hand, sits, looks } = await walking(each, sites, way);
      const { worker, manager } = office;
      const file = await aCase(worker);
      const caretaker = await office.colleague('colleague');

      await each.test('while nobody is on call, the page says in which hours', async () => {
        await sits(manager, '/rota/on-call');
        assert.match(await says(page), /Nobody is on call in these hours/);
        await looks('on-call-nobody');
      });

      await each.test(
        'a manager puts somebody on call, with the number on which they are reached',
        async () => {
          await hand.press('Put somebody on call');
          await hand.press('Save');
          assert.match(
            await says(page),
            /Choose who is on call.*Enter the number on which they are reached/s,
          );
          await looks('on-call-refused');
          await hand.choose('Who is on call?', 'Carys Webb');
          await hand.write('On which number are they reached then?', '07700 900456');
          await hand.press('Save');
          assert.match(
            await says(page),
            /Carys Webb.*Wednesday 18 November 2026 at 17:00.*07700 900456.*Nobody is on call in these hours/s,
          );
          await looks('on-call-tonight');
        },
      );

      await office.at('2026-11-18T22:10');
      await each.test('whoever passes danger on at night is told whom to ring', async () => {
        await sits(caretaker, '/concerns/new');
        await hand.answer(/in danger/, 'Yes');
        await hand.write('What you saw or heard', 'She screams, and he breaks the door.');
        await hand.answer('Where was it?', 'It is not known');
        await hand.press('Send');
        assert.match(await says(page), /The office is closed\. On call now:.*Carys Webb, 07700 900456/s);
        await looks('concern-at-night');
      });

      await each.test('whoever is on call finds it first, as danger', async () => {
        await sits(worker, '/notifications');
        assert.match(await says(page), /You are on call: somebody needs you at once/);
        await looks('notified-of-danger');
        await sits(worker, '/day');
        assert.match(
          await says(page),
          /Danger, now.*Somebody is in danger: act, and write down what was done/s,
        );
        await looks('day-in-danger');
      });

      await each.test('reading it takes nothing away; a word is not what was done', async () => {
        await page
          .getByRole('link', { name: /what was done/i })
          .first()
          .click();
        await page.waitForURL(/\/dangers\//);
        await hand.write('What was done?', 'ok');
        await hand.press('Save what was done');
        assert.match(await says(page), /Say what was done in a sentence/);
        await looks('danger-refused');
        await hand.write(
          'What was done?',
          'Rang 999; officers are with her, and she is safe at her sister’s',
        );
        await hand.press('Save what was done');
        assert.match(await says(page), /dealt with.*Rang 999; officers are with her/s);
        await looks('danger-dealt-with');
        await sits(worker, '/day');
        assert.doesNotMatch(await says(page), /Danger, now|Somebody is in danger/);
      });

      await each.test('in a case everybody sees it, until then', async () => {
        await sits(worker, file);
        await hand.press('There is danger now');
        await hand.press('Tell everybody now');
        assert.match(await says(page), /Choose how you learnt of it.*Say what the danger is/s);
        await looks('raise-refused');
        await hand.answer('How do you know?', 'From the police or a partner');
        await hand.write('What is the danger?', 'He was seen near the school.');
        await hand.press('Tell everybody now');
        assert.match(await says(page), /Immediate danger, told Wednesday 18 November 2026 at 22:10/);
        assert.doesNotMatch(await says(page), /On call now/, 'whoever raised it is on call');
        await looks('case-in-danger');
        await sits(manager, `${file}/danger`);
        assert.match(await says(page), /On call now:.*Carys Webb, 07700 900456/s);
        await looks('case-in-danger-for-others');
        await office.at('2026-11-19T10:00');
        await sits(manager, file);
        assert.match(await says(page), /We were told of immediate danger/);
      });
    });
});
