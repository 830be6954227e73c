import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { asks, contacted, enough, safely } from './asking.ts';
import { openOffice, words } from './office.ts';
import { decidesAllOf } from './sharing-steps.ts';

test('a landlord asks in the words that it may use, and what was asked before keeps its own', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await contacted(office);
  const before = await asks(worker, file, { 'answer-1': 'yes' });
  const page = await manager.get('/risk/instruments/1');
  const template =
    /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(page.body)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const wording = JSON.parse(template.replaceAll('&#39;', "'").replaceAll('&amp;', '&'));
  const items = wording.items.map(({ id }: { id: string }) => ({
    id,
    question: `Authorised question ${id}?`,
  }));
  const attribution = 'Used by permission.';
  const inTheirOrder = [...items.slice(20), ...items.slice(0, 20)];
  const authorised = {
    ...wording,
    version: '2026-2',
    name: 'Dash (authorised)',
    attribution,
    items: inTheirOrder,
  };

  await t.test('a worker does not load any', async () => {
    assert.equal((await worker.get('/risk/instruments')).statusCode, 403);
    assert.equal((await worker.post('/risk/instruments/new', { file: '{}' })).statusCode, 403);
  });

  await t.test('what is wrong with a file is said before it is loaded, item by item', async () => {
    const wrong = JSON.stringify({ ...authorised, items: items.slice(1) });
    const checked = await manager.post('/risk/instruments/check', { file: wrong });
    assert.match(checked.body, /Item 1 is missing/);
    const loaded = await manager.fills('/risk/instruments/new', { file: wrong });
    assert.equal(loaded.statusCode, 422);
    assert.match(loaded.body, /Authorised question 24/, 'what was pasted is kept');
    const fine = await manager.post('/risk/instruments/check', { file: JSON.stringify(authorised) });
    assert.match(fine.body, /As it will read: Dash \(authorised\), 2026-2/);
  });

  await t.test('it is used from its day on, and never changed', async () => {
    const from = { 'from-day': '20', 'from-month': '11', 'from-year': '2026' };
    const file = JSON.stringify(authorised);
    await manager.finishes('/risk/instruments/new', { file, ...from });
    assert.equal((await manager.fills('/risk/instruments/new', { file, ...from })).statusCode, 422);
    const yesterday = { ...from, 'from-day': '17' };
    const late = JSON.stringify({ ...authorised, version: '2026-3' });
    assert.equal(
      (await manager.fills('/risk/instruments/new', { file: late, ...yesterday })).statusCode,
      422,
    );
  });

  await t.test('an assessment keeps the words it was made with', async () => {
    const still = await asks(worker, file, { 'answer-1': 'no' });
    assert.match(await worker.reads(still), /Were you hurt in what has just happened/, 'not its day yet');
    await office.at('2026-11-20T10:00');
    const after = await asks(worker, file, { 'answer-1': 'no' });
    assert.match(await worker.reads(after), /Dash \(authorised\), version 2026-2.*Authorised question 1\?/);
    assert.doesNotMatch(await worker.reads(before), /Authorised question/);
    assert.match(await worker.reads(`${file}/risk`), /Dash \(authorised\)/);
  });

  await t.test(
    'they are asked in the order of the file, or in Lintel’s own words where somebody says so',
    async () => {
      const sheet = await worker.finishes(`${file}/risk/assessments/new`, safely);
      const asked = [...(await worker.reads(sheet)).matchAll(/Authorised question (\d+)\?/g)];
      assert.deepEqual(
        asked.slice(0, 5).map(([, item]) => item),
        ['21', '22', '23', '24', '1'],
      );
      const own = await worker.finishes(`${file}/risk/assessments/new`, { ...safely, words: 'lintel' });
      assert.match(await worker.reads(own), /Were you hurt in what has just happened/);
    },
  );

  await t.test(
    'on paper it is in the words and the order of the partner, for one reader, who is asked about',
    async () => {
      const finished = await asks(worker, file, enough({ 'answer-1': 'yes', 'note-1': 'Her own words' }));
      await worker.finishes(`${finished}/ending`, { ending: 'finished', dangerNow: 'no' });
      const path = `${finished}/copies/new`;
      assert.match(await worker.reads(path), /Who would learn what .*\(18 of 24 answered\)/);
      const typed = { purpose: 'partner', recipient: 'The Marac', words: '2026-2' };
      const undecided = await worker.post(path, { ...typed, agreed: 'yes', _version: '1' });
      assert.match(words(undecided.body), /only by a decision about sharing that stands now/);
      const share = await decidesAllOf({ worker }, file, 'marac', '2026-11-20T09:50');
      const copy = await worker.finishes(path, { ...typed, recipient: share });
      const paper = await worker.reads(copy);
      assert.match(paper, /1 yes, 18 of 24 answered\. What was not asked is not a no/);
      assert.doesNotMatch(paper, /Level of risk/, 'nobody decided that they learn it');
      assert.ok(paper.indexOf('Authorised question 21?') < paper.indexOf('Authorised question 1?'));
      assert.match(paper, /For For another agency: The Marac: Coordinator/);
      assert.doesNotMatch(paper, /Her own words/, 'what was said stays out until somebody wants it there');
      assert.match((await worker.get(copy)).body, /<title>Form/);
      const stranger = await openOffice(lintel);
      assert.equal((await stranger.worker.get(copy)).statusCode, 404);
      const owner = lintel.database.owner;
      const told = await owner.query(
        `select count(*)::int as n from event where organisation_id = $1 and name = 'case.exported'`,
        [office.landlord.organisation],
      );
      assert.equal(told.rows[0].n, 1);
    },
  );

  await t.test('another landlord asks in its own', async () => {
    const elsewhere = await openOffice(lintel);
    assert.doesNotMatch(await elsewhere.manager.reads('/risk/instruments'), /authorised\)/);
  });
});
