import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { aCase, recordsContact } from '../policy/steps.ts';
import { atDesk, says, signsIn, type Way, ways } from './at-desk.ts';
import { type Hand, mouse } from './hands.ts';
import { keepPicture, looksRight } from './look.ts';
import { openSites, type Sites } from './sites.ts';

const tablet = { width: 768, height: 1024 };

const threeWays: readonly Way[] = [
  { how: 'on a tablet', hand: mouse, options: { viewport: tablet, hasTouch: true } },
  ...ways,
];
const hurt = /Were you hurt in what has just happened/;
const frightened = /Are you very frightened/;
const followed = /Do they keep contacting you/;

test('a risk is asked about, part by part', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');

  for (const { how, hand, options } of threeWays)
    await t.test(how, async (each) => {
      // axe is a script itself: the same pages are looked at where scripts run.
      const look = options.javaScriptEnabled === false ? async () => {} : looksRight;
      const { office, file } = await aContactedCase(sites);
      const page = await atDesk(each, sites, office, office.worker, options);
      const worker = hand(page);
      await page.goto(`${sites.staff}${file}/risk/assessments/new`);
      await answersSafely(worker, 'Yes');
      await worker.press('Begin');
      assert.match(await says(page), /Do not ask these questions now/);
      await look(page);
      await worker.answer(/hear or see/, 'No');
      await worker.press('Begin');
      await page.getByRole('heading', { name: 'Dash', exact: true }).waitFor();
      await look(page);
      await keepPicture(page, 'asking');

      await worker.answer(hurt, 'Yes');
      await worker.press('Save and go on to: Separation, children and contact');
      assert.equal(new URL(page.url()).hash, '#part-2');
      assert.match(await says(page), /1 of 24 answered/);
      const prompt = page.getByText('This may be stalking');
      assert.equal(await prompt.isVisible(), false, 'nothing is called for before the answer');
      await worker.answer(followed, 'Yes');
      assert.ok(await prompt.isVisible(), 'a yes shows what it calls for, with or without JavaScript');
      await look(page);
      await worker.press('Stop or finish');
      assert.match(await says(page), /2 of 24 answered.*Help goes on without it/s);
      await look(page);
      await worker.answer('How did it end?', 'They wished to stop');
      const again = 'If they wished to stop: did they agree to be asked again on a day?';
      for (const [part, typed] of [
        ['Day', '25'],
        ['Month', '11'],
        ['Year', '2026'],
      ] as const)
        await worker.write(part, typed, again);
      await worker.write('Anything else they said, in their own words', 'I want the locks first.');
      await worker.answer('Is there danger now?', 'No: they were asked');
      await worker.press('End it here');
      assert.match(
        await says(page),
        /2 yes, 2 of 24 answered.*asked again on Wednesday 25 November 2026.*I want the locks first\./s,
      );
      await look(page);
      await keepPicture(page, 'asked');
    });

  await t.test('what is chosen is saved a moment later, and is there for a colleague', async (each) => {
    const { office, questions } = await anOpenOne(sites);
    const page = await atDesk(each, sites, office, office.worker, { viewport: tablet });
    await page.goto(sites.staff + questions);
    await mouse(page).answer(frightened, 'Yes');
    await page.getByText(/^Saved \d/).waitFor();
    assert.match(await office.manager.reads(questions), /1 of 24 answered/);
  });

  await t.test('in two tabs nothing is lost, and what both changed is shown twice', async (each) => {
    const { office, questions } = await anOpenOne(sites);
    const one = await atDesk(each, sites, office, office.worker, { viewport: tablet });
    const other = await one.context().newPage();
    for (const page of [one, other]) await page.goto(sites.staff + questions);
    await mouse(one).answer(hurt, 'Yes');
    await mouse(one).answer(frightened, 'Yes');
    await mouse(one).press('Save');
    await mouse(other).answer(frightened, 'No');
    await mouse(other).answer(followed, 'No');
    await mouse(other).press('Save');
    assert.match(
      await says(other),
      /Somebody else changed this while you were writing.*Very frightened\s*Yes\s*No/s,
    );
    await looksRight(other);
    await keepPicture(other, 'asked-twice');
    for (const [question, answer] of [
      [hurt, 'Yes'],
      [frightened, 'No'],
      [followed, 'No'],
    ] as const)
      assert.ok(await answered(other, question, answer), `${question}: ${answer}`);
    await mouse(other).press('Save');
    assert.match(await says(other), /3 of 24 answered/);
  });

  await t.test(
    'what was typed into a session that had ended is kept, and offered after signing in',
    async (each) => {
      const { office, questions } = await anOpenOne(sites);
      const page = await atDesk(each, sites, office, office.worker, {
        viewport: tablet,
        javaScriptEnabled: false,
      });
      await page.goto(sites.staff + questions);
      await mouse(page).answer(hurt, 'Yes');
      await office.at('2026-11-18T11:31');
      await mouse(page).press('Save');
      assert.equal(new URL(page.url()).pathname, '/sign-in');
      await signsIn(page, sites, office, office.worker);
      await page.goto(sites.staff + questions);
      assert.match(await says(page), /You have a draft saved/);
      assert.equal(await answered(page, hurt, 'Yes'), false, 'nobody sees it over a shoulder');
      await mouse(page).press('Continue with it');
      assert.ok(await answered(page, hurt, 'Yes'));
      await mouse(page).press('Save');
      assert.match(await says(page), /1 of 24 answered/);
      await office.at('2026-11-18T10:20');
    },
  );
});

async function aContactedCase(sites: Sites) {
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.at('2026-11-18T10:20');
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:05');
  return { office, file };
}

async function anOpenOne(sites: Sites) {
  const { office, file } = await aContactedCase(sites);
  const questions = await office.worker.finishes(`${file}/risk/assessments/new`, {
    company: 'alone',
    overheard: 'no',
    instrument: 'dash',
    how: 'phone',
  });
  return { office, questions };
}

async function answersSafely(worker: Hand, overheard: string): Promise<void> {
  await worker.answer(/Who is with the victim/, 'Nobody, they are alone');
  await worker.answer(/hear or see/, overheard);
  await worker.answer('Which questions?', 'Dash');
  await worker.answer('How?', 'Face to face');
}

async function answered(page: Page, question: RegExp, answer: string): Promise<boolean> {
  const choice = page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: answer, exact: true });
  return choice.isChecked();
}
