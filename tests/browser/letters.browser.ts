import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { agreedByPost, aLetter } from '../letters-lived-in.ts';
import { readPdf, run } from '../pdf.ts';
import { says } from './at-desk.ts';
import { type Walk, walking, walks } from './journey.ts';
import { openSites } from './sites.ts';

const line = '01632 960 142';

test('two people agree what a letter says and whom it asks to call; it is printed, posted, or destroyed', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  for (const way of walks)
    await t.test(`${way.how} (${way.pack})`, async (each) => {
      const walk = await walking(each, sites, way);
      await twoAgreeOnAWording(walk);
      await twoAgreeOnANumber(walk);
      const { message } = await aLetter(walk.office, 'Ada');
      await writesALetter(walk, (await agreedByPost(walk.office, 'Bea')).file);
      await walk.office.at('2026-11-18T10:05');
      await printsEach(each, walk);
      await postsOneAndDestroysOne(walk, message);
    });
});

async function twoAgreeOnAWording({ office, page, hand, sits, looks }: Walk) {
  await sits(office.worker, '/wordings');
  await looks('journey-wordings');
  await hand.press('Propose a new wording');
  await hand.write('What colleagues call it', 'A short note');
  await hand.answer('By what it goes', 'Letter');
  await hand.choose('Language', 'English');
  await hand.write('What it says', 'Please call {number} about the domestic abuse.');
  await hand.write('What is new about it', 'It is shorter than the one we have');
  await hand.press('Propose it');
  assert.match(await says(page), /“domestic” tells what this is about/);
  await looks('journey-wording-tells');
  await hand.write('What it says', 'Hello {name},\n\nPlease call {number} when it suits you.');
  await hand.press('Propose it');
  assert.match(await says(page), /A manager of the team decides what messages say/);

  await sits(office.manager, '/notifications');
  assert.match(await says(page), /What messages would say is waiting for your decision/);
  await page.goto(`${new URL(page.url()).origin}/wordings`);
  await hand.follow('A short note: Letter, English');
  await hand.press('Save the decision');
  assert.match(await says(page), /Say whether messages may say this/);
  await looks('journey-wording-wrong');
  await hand.answer('May messages say this?', 'Yes, from now on');
  await hand.press('Save the decision');
  assert.match(await says(page), /Messages say it from now on/);
}

async function twoAgreeOnANumber({ office, page, hand, sits, looks }: Walk) {
  await sits(office.worker, '/wordings/sender');
  await hand.press('Propose it');
  assert.match(await says(page), /Enter a telephone number, in digits/);
  await looks('journey-sender-wrong');
  await hand.write('Number to call', line);
  await hand.write('Return address', 'PO Box 12\nNewport\nZZ1 1ZZ');
  await hand.write('Why it changes', 'A line of its own, which says nothing of us');
  await hand.press('Propose it');
  assert.match(await says(page), /Proposed[\s\S]*A manager of the team decides/);

  await sits(office.manager, '/wordings/sender');
  await hand.follow(line);
  await hand.answer('May messages give this number and address?', 'Yes, from now on');
  await hand.press('Save the decision');
  assert.match(await says(page), /Ring the number, and say in a sentence what you heard/);
  await looks('journey-sender-not-rung');
  await hand.write('What you heard when you rang it, or why not', 'Somebody said hello, and no more');
  await hand.press('Save the decision');
  assert.match(await says(page), /Messages give it from now on/);
  await looks('journey-sender-agreed');
}

async function writesALetter({ office, page, hand, sits, looks }: Walk, file: string) {
  await sits(office.worker, `${file}/messages/new`);
  assert.match(await says(page), /Who would learn this\?/);
  const route = page.getByRole('group', { name: 'Which way does it go?' }).getByRole('radio').first();
  const [reached] = await route.evaluateAll((radios) =>
    radios.map(
      (radio) => (radio as unknown as { labels: ArrayLike<{ textContent: string }> }).labels[0]?.textContent,
    ),
  );
  await hand.answer('Which way does it go?', (reached ?? '').trim());
  await hand.answer('What does it say?', 'A short note, English');
  await hand.answer('What would anybody else who reads it learn?', 'Nothing');
  await hand.answer('Who wants it?', 'They asked us to');
  await hand.choose('Until when is it of any use?', 'For a week');
  await looks('journey-letter-written');
  await hand.press('Put it at the door');
  assert.match(await says(page), new RegExp(`Please call ${line} when it suits you`));
}

async function printsEach(t: TestContext, { page, hand, office, sits, looks }: Walk) {
  await sits(office.worker, '/letters');
  assert.match(await says(page), /Who would learn this\?[\s\S]*All 2 of them at once/);
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), 0, 'nothing comes ticked');
  const names = await page
    .getByRole('checkbox')
    .evaluateAll((boxes) =>
      boxes.map((box) =>
        (box as unknown as { labels: ArrayLike<{ textContent: string }> }).labels[0]?.textContent.trim(),
      ),
    );
  assert.equal(new Set(names).size, 3, 'each box says which letter it is of');
  assert.match(String(names[1]), /^Print letter 2 of 2, C-/);
  await hand.press('Print these as one file');
  assert.match(await says(page), /Choose what is printed/);
  await looks('journey-letters-none-chosen');
  for (const nth of [0, 1]) await page.getByRole('checkbox').nth(nth).check();
  await looks('journey-letters-chosen');
  const file = await downloads(page, 'Print these as one file');
  const { pages, structure } = readPdf(file);
  assert.equal(pages.length, 2);
  assert.match(run(pages.join('')), /Pleasecall01632960142whenitsuitsyou/);
  await t.test('what is printed is tagged, says its language, and has no title that tells', () => {
    assert.match(structure, /\/Marked true/);
    assert.match(structure, /\/StructTreeRoot/);
    assert.match(structure, /\/Lang ?\(en\)/);
    assert.doesNotMatch(structure, /Okafor|Lintel|abuse/i);
  });
}

async function postsOneAndDestroysOne({ page, hand, office, sits, looks }: Walk, message: string) {
  await sits(office.worker, '/letters');
  assert.match(await says(page), /chosen by itself/);
  await looks('journey-letters-on-paper');
  await hand.follow(/^Posted, or destroyed\?/);
  await hand.press('Save');
  assert.match(await says(page), /Say what became of it/);
  await looks('journey-letter-outcome-wrong');
  await hand.answer('What became of it?', 'It is destroyed');
  await hand.press('Save');
  assert.match(await says(page), /Say why it is destroyed/);
  await hand.write('Why it is destroyed', 'The printer took two sheets at once');
  await hand.press('Save');
  assert.match(await says(page), /Destroyed[\s\S]*The printer took two sheets at once/);
  await looks('journey-batch');
  await page.goto(`${new URL(page.url()).origin}/letters`);
  await hand.follow(/^Posted, or destroyed\?/);
  await hand.answer('What became of it?', 'It is in the post');
  await hand.press('Save');
  assert.match(await says(page), /Posted/);
  await page.goto(new URL(message, page.url()).href);
  assert.match(await says(page), /printed/i);
  await looks('journey-message');
}

/** What a button answers with, where that is a file and no page. */
async function downloads(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readFile(await (await download).path());
}
