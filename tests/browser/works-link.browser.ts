import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openOffice } from '../policy/office.ts';
import { anAgreedCase } from '../policy/planning-steps.ts';
import { aContractor, anOrder, holdsAlone, orderOf, wants } from '../security-lived-in.ts';
import { atDesk, desk, phone, says } from './at-desk.ts';
import { keepPicture, looksRight } from './look.ts';
import { partnerSite } from './partner-link.ts';
import { openSites } from './sites.ts';

const photo = fileURLToPath(new URL('../photo-of-a-phone.heic', import.meta.url));
const nothing = /Nothing opens with this\. Check the code/;

test('a contractor on a phone: the code, the job, the day, what was fitted', async (t) => {
  const sites = await openSites(t, '2026-11-18T10:00');
  const partners = await partnerSite(t, sites);
  const office = await openOffice(sites.lintel);
  await office.at('2026-11-18T10:00');
  const { worker } = office;
  await aContractor(await office.colleague('administrator'));
  const file = await anAgreedCase(office, { visit: 'yes' });
  await worker.finishes(`${file}/security/rights`, holdsAlone);
  /** As the worker sends it, and the contractor has it from the letter and the telephone. */
  const aLink = async () => {
    const offer = await wants(worker, file, 'make_safe');
    const order = await worker.finishes(
      orderOf(offer),
      await anOrder(worker, orderOf(offer), { askFor: 'Rowan' }),
    );
    const to = { address: 'works@larch.example', codeTold: 'Read out on the telephone' };
    const { body } = await worker.fills(`${order}/link`, to);
    const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
    const { link, letter } = await partners.linkInLetter(office);
    assert.ok(!letter.includes(code), 'the code goes by another way');
    assert.doesNotMatch(letter, /abuse|victim|survivor|Example Row|Rowan|lock/i);
    return { offer, order, code, link };
  };
  const done = await aLink();
  const stopped = await aLink();
  const window = await wants(worker, file, 'make_safe');
  const read = await worker.finishes(orderOf(window), await anOrder(worker, orderOf(window)));

  const page = await (await sites.context(t, { viewport: phone })).newPage();
  const opens = async ({ link, code }: { readonly link: string; readonly code: string }) => {
    await page.goto(link);
    await page.getByLabel('Your name').fill('Sam Larch');
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  const presses = (name: string) => page.getByRole('button', { name }).click();

  await page.goto(done.link);
  await looks(page, 'job-code');
  await opens({ ...done, code: done.code === '00000000' ? '11111111' : '00000000' });
  assert.match(await says(page), nothing);
  await opens(done);
  assert.match(await says(page), /Mend a lock, a door or a window[\s\S]*In EX1\./);
  assert.doesNotMatch(await says(page), /Example Row|Rowan/);
  await looks(page, 'job-asked');
  await presses('We cannot come');
  assert.match(await says(page), /Say in a few words why/);
  await presses('We come');
  assert.match(await says(page), /You said that you come/);
  await looks(page, 'job-accepted');
  await office.at('2026-11-18T10:05');
  await opens(stopped);
  await presses('We come');

  await office.at('2026-11-19T09:55');
  await opens(done);
  assert.match(await says(page), /7 Example Row[\s\S]*Ask for Rowan/);
  await looks(page, 'job-day');
  await presses('We are there');
  await presses('It is done');
  assert.match(await says(page), /Say what was fitted/);
  await looks(page, 'job-there-empty');
  await page.getByLabel('What was fitted, and what is left').fill('A new lock in the front door');
  await page.getByLabel('Photos of what was fitted').setInputFiles(photo);
  await presses('It is done');
  assert.match(await says(page), /You wrote that it is done/);
  await looks(page, 'job-done');
  assert.deepEqual(await page.context().cookies(), []);
  assert.match(await worker.reads(done.offer), /Delivered, as the contractor says/);
  assert.match(await worker.reads(`${file}/files`), /A new lock in the front door/);

  await office.at('2026-11-19T10:10');
  await opens(stopped);
  await page.getByRole('radio', { name: 'Somebody opened who did not expect you' }).check();
  await presses('Tell the office');
  assert.match(await says(page), /Go from there now[\s\S]*ring nobody at the home/);
  await looks(page, 'job-stopped');
  await office.at('2026-11-19T10:12');
  await opens(stopped);
  assert.match(await says(page), nothing);

  const { body } = await worker.get(stopped.order);
  const stop = /href="(\/cases\/[^"]+\/security\/stops\/[^"]+)"/.exec(body)?.[1] ?? '';
  const lock = await wants(worker, file, 'make_safe');
  const cousin = { conflict: 'yes', conflictSaid: 'His cousin works there' };
  const tomorrow = { ...cousin, 'happens-day': '20' };
  await worker.finishes(orderOf(lock), await anOrder(worker, orderOf(lock), tomorrow));
  await sites.lintel.work(office.landlord.organisation);
  const { body: after } = await worker.get(read);
  const goes = /href="(\/cases\/[^"]+\/security\/stops\/[^"]+)"/.exec(after)?.[1] ?? '';
  const colleague = await atDesk(t, sites, office, worker);
  for (const [path, name] of [
    [stopped.order, 'works-order-sent'],
    [stop, 'works-stop'],
    [read, 'works-order-goes'],
    [goes, 'works-stop-goes'],
    [`${stopped.order}/link`, 'works-order-link'],
    [`${stopped.order}/ending`, 'works-order-ending'],
    [`${file}/security`, 'home-security'],
  ] as const) {
    await colleague.goto(`${sites.staff}${path}`);
    await looks(colleague, name);
  }
});

async function looks(page: Page, name: string): Promise<void> {
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await looksRight(page);
    await keepPicture(page, name);
  }
}
