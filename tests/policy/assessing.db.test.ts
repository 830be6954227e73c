import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { aCase, boardRow, moment, recordsContact } from './steps.ts';

const promise = 'Risk is assessed within 2 working days of the first contact';
const running = ['none ended', '0', '0', '0', '1', '0'];
const kept = ['100%', '1', '0', '0', '0', '0'];
/** By plan: neither kept nor broken. */
const apart = ['0%', '1', '1', '0', '0', '0'];
const safely = { company: 'alone', overheard: 'no', instrument: 'dash', how: 'face_to_face' };

/** A case, contacted safely at half past ten on a Wednesday. */
async function contacted(office: Office): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.at('2026-11-18T10:45');
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:30');
  return file;
}

/** Asks, and is answered these. @returns the path of the assessment */
/** As many answers as it takes to have finished: the others are no. */
function enough(answers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const no = Array.from({ length: 18 }, (_, nth) => [`answer-${nth + 1}`, 'no']);
  return { ...Object.fromEntries(no), ...answers };
}

async function asks(
  worker: Colleague,
  file: string,
  answers: Readonly<Record<string, string>>,
): Promise<string> {
  const questions = await worker.finishes(`${file}/risk/assessments/new`, safely);
  await worker.finishes(questions, answers);
  return questions.replace(/\/answers$/, '');
}

test('risk is assessed together with the person, and never against them (V4.1c, L2.1d)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId } of triedPacks)
    await t.test(`within two working days of the first contact (${packId})`, async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      assert.deepEqual(await boardRow(worker, promise), running);
      assert.match(
        await worker.reads(file),
        /Risk is assessed within 2 working days[^.]*Due Friday by 17:00/,
      );
      await office.at('2026-11-19T10:00');
      const assessment = await asks(worker, file, enough({ 'answer-1': 'yes', 'answer-2': 'yes' }));
      assert.deepEqual(await boardRow(worker, promise), running, 'to begin is not to have assessed');
      await worker.finishes(`${assessment}/ending`, { ending: 'finished' });
      assert.deepEqual(await boardRow(worker, promise), kept);
      const chronology = await worker.reads(`${file}/entries`);
      assert.match(chronology, /Dash: 2 yes, 18 of 24 answered\. Asked by .*, face to face\. Finished\./);
    });

  await t.test(
    'whoever wishes to stop has done enough: it is counted apart, and nobody presses on (V3.4, L2.7)',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await contacted(office);
      const assessment = await asks(worker, file, { 'answer-2': 'yes' });
      await worker.finishes(`${assessment}/ending`, {
        ending: 'stopped_by_person',
        endingWords: 'Not today. I want the locks first.',
      });
      assert.deepEqual(await boardRow(worker, promise), apart);
      assert.match(
        await worker.reads(assessment),
        /1 yes\. 1 of 24 answered.*They wished to stop.*No day was agreed: leave it until they bring it up.*I want the locks first/,
      );
      const risk = await worker.reads(`${file}/risk`);
      assert.match(risk, /1 yes, 1 of 24 answered They wished to stop\. No day was agreed/);
      assert.match(
        await worker.reads(file),
        /A plan is agreed together within 5 working days/,
        'help goes on',
      );
      assert.match(
        await worker.reads(`${file}/risk/assessments/new`),
        /They wished to stop\. Dash.*Begin again only if they bring it up\. What they answered stays, and counts/,
      );
      await office.at('2026-11-23T09:00');
      assert.deepEqual(await boardRow(worker, promise), apart, 'and it stays so');
    },
  );

  await t.test(
    'whoever would answer nothing at all is not pressed either, and no help waits for it',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await contacted(office);
      const assessment = await asks(worker, file, { 'note-1': 'Rather not' });
      await worker.finishes(`${assessment}/ending`, { ending: 'stopped_by_person' });
      assert.deepEqual(await boardRow(worker, promise), apart);
      for (const part of ['plan', 'tasks/new', 'entries/new', 'diary'])
        assert.equal((await worker.get(`${file}/${part}`)).statusCode, 200, part);
    },
  );

  await t.test('what was overdue when they said so stays broken, and is owed no more', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await contacted(office);
    await office.at('2026-11-24T10:00');
    assert.deepEqual(await boardRow(worker, promise), ['0%', '1', '0', '1', '0', '1']);
    const assessment = await asks(worker, file, { 'answer-2': 'no' });
    await worker.finishes(`${assessment}/ending`, { ending: 'stopped_by_person' });
    assert.deepEqual(await boardRow(worker, promise), ['0%', '1', '0', '1', '0', '0']);
  });

  await t.test('a day on which they agreed to be asked again is a promise, kept by asking', async () => {
    const again = 'Whoever wished to stop is asked again on the day agreed';
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await contacted(office);
    const stops = async (more: Readonly<Record<string, string>>) => {
      const assessment = await asks(worker, file, { 'answer-2': 'yes' });
      await worker.finishes(`${assessment}/ending`, { ending: 'stopped_by_person', ...more });
      return assessment;
    };
    const day = { 'askAgain-day': '25', 'askAgain-month': '11', 'askAgain-year': '2026' };
    const first = await stops(day);
    assert.match(
      await worker.reads(first),
      /To be asked again on Wednesday 25 November 2026, as agreed with them/,
    );
    assert.match(await worker.reads(file), new RegExp(`${again}[^.]*Due Wednesday 25 November by 17:00`));
    assert.deepEqual(await boardRow(worker, again), running);
    const later = `${file}/risk/assessments/new`;
    assert.match(await worker.reads(later), /only if they bring it up, or on that day/);
    await office.at('2026-11-25T10:00');
    await stops({});
    assert.deepEqual(await boardRow(worker, again), kept, 'to stop once more is an answer, too');
    assert.doesNotMatch(await worker.reads(later), /or on that day/);
  });

  await t.test(
    'written down before the contact was, it has kept the promise, with the time it was asked',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      await office.at('2026-11-18T10:00');
      const file = await aCase(worker);
      await office.at('2026-11-18T11:30');
      const questions = await worker.finishes(`${file}/risk/assessments/new`, {
        ...safely,
        ...moment('asked', '2026-11-18T10:20'),
      });
      await worker.finishes(questions, enough({ 'answer-1': 'yes' }));
      await worker.finishes(`${questions.replace(/\/answers$/, '')}/ending`, { ending: 'finished' });
      await office.at('2026-11-18T12:00');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:30');
      assert.deepEqual(await boardRow(worker, promise), kept);
      assert.match(
        await worker.reads(file),
        /Risk is assessed within 2 working days of the first contact[^✓]*✓ Kept Wednesday 18 November 2026 at 10:20/,
      );
    },
  );

  await t.test('what became unsafe is broken off, and still owed', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await contacted(office);
    const assessment = await asks(worker, file, { 'answer-2': 'yes' });
    await worker.finishes(`${assessment}/ending`, { ending: 'not_safe' });
    assert.deepEqual(await boardRow(worker, promise), running);
    assert.match(await worker.reads(`${file}/entries`), /It was not safe any more\./);
  });

  await t.test('an assessment by the police counts, and stays as they stated it', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await contacted(office);
    await worker.finishes(`${file}/risk/received/new`, {
      tool: 'dash',
      receivedFrom: 'Exampleshire Police, reference 4711',
      levelStated: 'high',
      scoreStated: '16',
      ...moment('received', '2026-11-18T10:40'),
    });
    assert.deepEqual(await boardRow(worker, promise), kept);
    const chronology = await worker.reads(`${file}/entries`);
    assert.match(chronology, /Level stated: high\. Score stated: 16\./);
    assert.match(
      chronology,
      /Level of risk proposed: high\. Nobody has judged it yet\. It follows from what others assessed/,
    );
    assert.match(
      await worker.reads(`${file}/risk`),
      /High, proposed Serious harm could happen at any time.*Proposed on .*Nobody has judged it yet.*Dash from others, received on 18 November 2026: high.*within 2 working days of a change/,
    );
    assert.match(await worker.reads(file), /High risk/);
  });

  await t.test(
    'help never waits for it: plan, tasks and chronology are open before anything is asked',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await contacted(office);
      for (const part of ['plan', 'tasks/new', 'entries/new', 'diary'])
        assert.equal((await worker.get(`${file}/${part}`)).statusCode, 200, part);
      const page = `${file}/risk/assessments/new`;
      assert.match(await worker.reads(page), /Help goes on without it/);
    },
  );

  await t.test(
    'two working days without an assessment break the promise, and a manager is told',
    async () => {
      const office = await openOffice(lintel);
      const { worker, manager } = office;
      await contacted(office);
      await office.at('2026-11-20T17:01');
      assert.deepEqual(await boardRow(worker, promise), ['0%', '1', '0', '1', '0', '1']);
      assert.match(await manager.reads('/notifications'), /A promise is overdue/);
    },
  );
});

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
      await worker.finishes(`${finished}/ending`, { ending: 'finished' });
      const path = `${finished}/copies/new`;
      assert.match(await worker.reads(path), /Who would learn what .*\(18 of 24 answered\)/);
      const partner = { purpose: 'partner', recipient: 'The Marac', words: '2026-2' };
      const unasked = await worker.fills(path, partner);
      assert.match(unasked.body, /Say whether the person agrees/);
      const why = await worker.fills(path, { ...partner, agreed: 'no' });
      assert.match(why.body, /say whose safety needs it and why/);
      const copy = await worker.finishes(path, { ...partner, agreed: 'yes' });
      const paper = await worker.reads(copy);
      assert.match(paper, /1 yes, 18 of 24 answered\. What was not asked is not a no/);
      assert.match(paper, /Level of risk (High|Medium)\. Proposed on .* Nobody has judged it yet/);
      assert.ok(paper.indexOf('Authorised question 21?') < paper.indexOf('Authorised question 1?'));
      assert.match(paper, /For For another agency: The Marac/);
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
