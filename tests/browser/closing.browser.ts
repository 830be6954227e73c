import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { aCall, anAgreedCase } from '../policy/planning-steps.ts';
import { recordsContact } from '../policy/steps.ts';
import { atDesk, desk, phone, says, signsIn, ways } from './at-desk.ts';
import { type Hand, mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const wish = 'I want to get through the exams first. Please wait until I ring.';
const why = 'The locks are changed, and she says that she sleeps again.';

test('a case rests, goes on, ends, and is opened again', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  for (const { how, hand, options } of ways)
    await t.test(how, async (each) => {
      const { office, file } = await aRatedCase(sites);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = hand(page);
      // What looks at a page is a script itself.
      const looks = options.javaScriptEnabled === false ? async () => {} : looksRight;
      await page.goto(`${sites.staff}${file}`);
      await worker.follow('Pause and closing');
      await keepPicture(page, 'closing-open');
      await rests(page, worker, looks);
      await office.at('2026-11-18T10:05');
      await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:05');
      await page.goto(`${sites.staff}${file}/closing`);
      await goesOn(page, worker, looks);
      await isProposed(page, worker, looks);

      const another = await atDesk(each, sites, office, office.manager, options);
      await another.goto(`${sites.staff}${file}/closing`);
      await isSigned(another, hand(another), looks);

      await page.goto(`${sites.staff}${file}/closing`);
      await tellsWhatBecame(page, worker, looks);
      await worker.press('Open this case again');
      await worker.press('Open this case again');
      assert.match(await says(page), /Say why this case is opened again.*Say in a sentence what happened/s);
      await looks(page);
      await worker.answer('Why?', 'Something happened');
      await worker.write('What happened?', 'He waited for her outside the school.');
      await worker.answer('Is there danger now?', 'No: they were asked');
      await worker.press('Open this case again');
      assert.match(await says(page), /The case is open again.*Contact on the same working day/s);
      assert.doesNotMatch(await says(page), /Closed on/);
    });

  await t.test('whoever proposed a closing does not sign it, and may take it back', async (each) => {
    const { office, file } = await aRatedCase(sites);
    await office.worker.finishes(`${file}/closings/new`, proposal);
    const page = await atDesk(each, sites, office, office.worker, { viewport: phone });
    await page.goto(`${sites.staff}${file}/closing`);
    await mouse(page).follow('See what was proposed');
    assert.equal(await page.getByRole('button', { name: 'Save the decision' }).count(), 0);
    await looksRight(page);
    await keepPicture(page, 'closing-own');
    await mouse(page).press('Take it back');
    assert.match(await says(page), /The case goes on.*Withdrawn/s);
  });

  await t.test('of two tabs that sign, the second is told what was decided', async (each) => {
    const { office, file } = await aRatedCase(sites);
    await office.worker.finishes(`${file}/closings/new`, proposal);
    const one = await atDesk(each, sites, office, office.manager, { viewport: desk });
    const other = await one.context().newPage();
    for (const page of [one, other]) {
      await page.goto(`${sites.staff}${file}/closing`);
      await mouse(page).follow('See what was proposed');
    }
    await mouse(one).answer('Your decision', 'Send it back: something is needed first');
    await mouse(one).write('Why', 'Ask her about the car first.');
    await mouse(one).press('Save the decision');
    await mouse(other).answer('Your decision', 'Sign: it may be closed');
    await mouse(other).press('Save the decision');
    assert.match(await says(other), /already/);
    await looksRight(other);
    await keepPicture(other, 'closing-signed-twice');
    await other.goto(`${sites.staff}${file}`);
    assert.doesNotMatch(await says(other), /Closed on/);
  });

  await t.test('of two tabs that close, the second is told that it waits already', async (each) => {
    const { office, file } = await aRatedCase(sites);
    const one = await atDesk(each, sites, office, office.worker, { viewport: desk });
    const other = await one.context().newPage();
    for (const page of [one, other]) await page.goto(`${sites.staff}${file}/closings/new`);
    for (const page of [one, other]) {
      await fillsIn(page, mouse(page));
      await mouse(page).press('Close this case');
    }
    assert.match(await says(other), /waits for a manager’s signature|already/);
    await looksRight(other);
    await keepPicture(other, 'closing-twice');
    const { body } = await office.manager.get(`${file}/closing`);
    assert.equal(new Set(body.match(/\/closings\/[0-9a-f-]{36}/g)).size, 1, 'it waits once');
  });

  await t.test(
    'what was typed into a session that had ended is kept, and offered after signing in',
    async (each) => {
      const { office, file } = await aRatedCase(sites);
      const page = await atDesk(each, sites, office, office.worker, {
        viewport: phone,
        javaScriptEnabled: false,
      });
      await page.goto(`${sites.staff}${file}/closings/new`);
      await fillsIn(page, mouse(page));
      await office.at('2026-11-18T11:31');
      await mouse(page).press('Close this case');
      assert.equal(new URL(page.url()).pathname, '/sign-in');
      await signsIn(page, sites, office, office.worker);
      await page.goto(`${sites.staff}${file}/closings/new`);
      const written = page.getByLabel('How did it come to this?');
      assert.match(await says(page), /You have a draft saved/);
      assert.equal(await written.inputValue(), '', 'nobody sees it over a shoulder');
      await mouse(page).press('Continue with it');
      assert.equal(await written.inputValue(), why);
      await mouse(page).press('Close this case');
      assert.match(await says(page), /It waits for a manager’s signature/);
      await office.at('2026-11-18T10:20');
    },
  );
});

type Looks = (page: Page) => Promise<void>;

async function rests(page: Page, worker: Hand, looks: Looks): Promise<void> {
  await worker.press('Pause at their wish');
  await worker.press('Let the case rest');
  assert.match(
    await says(page),
    /Write down what they said they want.*Enter the day on which you will be in touch/s,
  );
  await looks(page);
  await keepPicture(page, 'closing-pause');
  await worker.write('What does the victim want?', wish);
  for (const [box, value] of [
    ['Day', '14'],
    ['Month', '12'],
    ['Year', '2026'],
  ] as const)
    await worker.write(box, value, /On which day/);
  await worker.press('Let the case rest');
  assert.match(await says(page), /Say what they want with this one/);
  await looks(page);
  await keepPicture(page, 'closing-pause-planned');
  await worker.answer(/Tuesday 24 November, 10:30 to 11:00/, 'It stays');
  await worker.press('Let the case rest');
  assert.match(await says(page), /We are in touch again on Monday 14 December 2026.*exams/s);
  await looks(page);
  await keepPicture(page, 'closing-resting');
}

async function goesOn(page: Page, worker: Hand, looks: Looks): Promise<void> {
  await worker.press('End the pause');
  await worker.answer('What ended the pause?', 'They came back to us');
  assert.match(await says(page), /Still planned.*Tuesday 24 November/s);
  await looks(page);
  await keepPicture(page, 'closing-goes-on');
  await worker.press('Go on with the case');
  assert.match(await says(page), /The case goes on.*Earlier pauses/s);
}

async function isProposed(page: Page, worker: Hand, looks: Looks): Promise<void> {
  await worker.press('Close this case');
  await worker.press('Close this case');
  assert.match(await says(page), /Say why this case may be closed.*Say whether they were told/s);
  assert.match(await says(page), /These are cancelled when the case is closed.*Tuesday 24 November/s);
  await looks(page);
  await keepPicture(page, 'closing-refused');
  await fillsIn(page, worker);
  await worker.press('Close this case');
  assert.match(await says(page), /It waits for a manager’s signature/);
  await looks(page);
  await keepPicture(page, 'closing-waits');
}

async function fillsIn(page: Page, worker: Hand): Promise<void> {
  await worker.answer('Why may it be closed?', 'What was agreed is done, and they agree that it is enough');
  await worker.write('How did it come to this?', why);
  await worker.answer(/Was the victim told/, 'Yes, in the agreed way');
  await worker.write('How and when; or why it would not be safe', 'On the phone, at ten.');
  assert.equal(await page.getByLabel('How did it come to this?').inputValue(), why);
}

async function isSigned(page: Page, manager: Hand, looks: Looks): Promise<void> {
  await manager.follow('See what was proposed');
  assert.match(await says(page), /On the phone, at ten/);
  await manager.press('Save the decision');
  assert.match(await says(page), /Sign it off or send it back/);
  await looks(page);
  await keepPicture(page, 'closing-decision');
  await manager.answer('Your decision', 'Sign: it may be closed');
  await manager.press('Save the decision');
  assert.match(await says(page), /Closed on Wednesday 18 November 2026/);
}

async function tellsWhatBecame(page: Page, worker: Hand, looks: Looks): Promise<void> {
  await worker.follow('Ask and record');
  await worker.answer(/feel safer/, 'Safer');
  await worker.answer(/feel believed/, 'Yes');
  await worker.write('What they said', 'I sleep again.');
  await looks(page);
  await keepPicture(page, 'closing-outcome');
  await worker.press('Save');
  assert.match(await says(page), /What became of it.*Safer.*I sleep again\./s);
  await looks(page);
  await keepPicture(page, 'closing-closed');
}

const proposal = {
  reason: 'support_complete',
  why,
  told: 'told',
  toldHow: 'On the phone, at ten.',
  wayBack: 'She has the number of the team.',
};

/** In which she was reached, and the risk was high: closing it needs a manager. */
async function aRatedCase(sites: Sites) {
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await anAgreedCase(office);
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:00');
  await office.worker.finishes(`${file}/risk/level`, { level: 'high', reason: 'What she told us' });
  await office.worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30'));
  return { office, file };
}
