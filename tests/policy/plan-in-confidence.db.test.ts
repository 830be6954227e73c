import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { meetsAtTheLibrary } from '../plan-lived-in.ts';
import { openOffice, words } from './office.ts';
import { aCase, moment, weekdaysBetween } from './steps.ts';

const told = 'They will arrest him on Friday morning at the depot.';

test('what the police asked us to keep reaches the person by no copy of a plan that repeats it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await office.at('2026-11-18T10:00');
  const { worker } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, {
    ...meetsAtTheLibrary,
    ...weekdaysBetween('10:00', '14:00'),
  });
  const adds = (what: string) =>
    worker.finishes(`${file}/plan/actions/new`, {
      ...{ what, owner: 'colleague', ownerId: worker.staff },
      ...{ 'due-day': '20', 'due-month': '11', 'due-year': '2026' },
    });
  await adds('Ring her once they arrest him on Friday morning at the depot');
  await adds('Change the lock of the back door');
  const agreed = { how: 'in_person', present: 'Her sister', ownWords: 'Yes. That is what I want.' };
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', ...agreed });
  const { body } = await worker.get(`${file}/plan/copies/new`);
  assert.match(body, /arrest him on Friday/, 'nobody has asked for anything yet');
  const lines = [...body.matchAll(/name="lines"[^>]*value="([^"]+)"/g)].map(([, key = '']) => key);
  const onPaper = { way: 'handed_over', place: 'The library', lines };
  const paper = await worker.finishes(`${file}/plan/copies/new`, onPaper);
  assert.match(await worker.reads(paper), /arrest him on Friday/);

  await worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'note', source: 'police', words: told, ...moment('happened', '2026-11-18T09:30') },
  });
  const entries = await worker.get(`${file}/entries`);
  for (const [, path = ''] of entries.body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g))
    if ((await worker.reads(path)).includes(told))
      await worker.finishes(`${path}/condition/new`, {
        ...{ saidBy: 'Exampleshire Police', words: 'Tell nobody before Friday' },
      });

  await t.test('it is not offered for another copy, and the page says why', async () => {
    const page = await worker.reads(`${file}/plan/copies/new`);
    assert.doesNotMatch(page, /arrest him/);
    assert.match(page, /Not offered: what repeats something that we were asked to keep/);
    assert.match(page, /Change the lock of the back door/);
  });
  await t.test('the paper that was made before is there no more', async () => {
    const before = await worker.get(paper);
    assert.equal(before.statusCode, 403);
    assert.match(words(before.body), /repeats what somebody asked us to keep/);
    assert.doesNotMatch(before.body, /arrest him/);
    const again = await worker.fills(`${paper}/print`, {});
    assert.equal(again.statusCode, 403);
  });
  await t.test('nor does it stand where the two of them read it together', async () => {
    await worker.fills(`${file}/plan/together`, {});
    const together = await worker.reads(`${file}/plan/aloud`);
    assert.match(together, /Change the lock of the back door/);
    assert.doesNotMatch(together, /arrest him/);
  });
});
