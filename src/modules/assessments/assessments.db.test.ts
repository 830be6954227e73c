import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { lintelSite } from '../../../tests/lintel-site.ts';
import { fillIn } from '../../../tests/policy/form.ts';
import { type Colleague, type Office, openOffice, words } from '../../../tests/policy/office.ts';
import { aCase, moment, recordsContact } from '../../../tests/policy/steps.ts';

const safe = { company: 'alone', overheard: 'no', instrument: 'dash', how: 'face_to_face' };

async function aContactedCase(office: Office): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker);
  await office.at('2026-11-18T10:30');
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:10');
  return file;
}

/** Begins to ask. @returns the path of the questions */
function begins(
  worker: Colleague,
  file: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  return worker.finishes(`${file}/risk/assessments/new`, { ...safe, ...more });
}

const readOf = (questions: string) => questions.replace(/\/answers$/, '');

test('asking about the risk', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('begins only where it is safe, and says what to do where it is not', async () => {
    const office = await openOffice(lintel);
    const file = await aContactedCase(office);
    const { worker } = office;
    const path = `${file}/risk/assessments/new`;
    assert.match(await worker.reads(path), /Help goes on without it/);
    const unsafe = [
      { overheard: 'yes' },
      { overheard: 'not_sure' },
      { company: 'others' },
      { company: 'not_sure' },
    ];
    for (const more of unsafe) {
      const sent = await worker.fills(path, { ...safe, ...more });
      assert.equal(sent.statusCode, 422);
      assert.match(words(sent.body), /Do not ask these questions now.*What to do instead.*ring 999/);
    }
    assert.match(await begins(worker, file, { company: 'trusted' }), /\/answers$/);
  });

  await t.test('a part at a time, some of it unanswered, is saved as “11 of 24 answered”', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const questions = await begins(worker, await aContactedCase(office));
    const answers = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`answer-${index + 1}`, index < 9 ? 'yes' : 'no']),
    );
    assert.equal(
      await worker.finishes(questions, { ...answers, 'note-2': 'I sleep in my clothes.' }),
      questions,
    );
    const read = await worker.reads(readOf(questions));
    assert.match(read, /9 yes, 11 of 24 answered\. What was not asked is not a no/);
    assert.match(read, /I sleep in my clothes\./);
    assert.match(await worker.reads(questions), /11 of 24 answered/);
    const { fields } = fillIn((await worker.get(questions)).body, questions, { 'answer-12': 'dont_know' });
    assert.equal(String(fields['answer-11']), 'no');
    assert.equal(fields['answer-13'], undefined, 'nothing is chosen for what was not asked');
  });

  await t.test('what a yes calls for is said at the question and gathered afterwards', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await aContactedCase(office);
    const questions = await begins(worker, file);
    const screen = await worker.finishes(questions, {
      'answer-8': 'yes',
      'answer-15': 'yes',
      _go: 'screen-stalking',
    });
    assert.equal(screen, `${file}/risk/assessments/new?instrument=4`);
    assert.match((await worker.get(screen)).body, /value="stalking" checked/);
    const read = await worker.reads(readOf(questions));
    assert.match(read, /What these answers call for.*Begin: Stalking screen.*Offer medical help today/);
  });

  await t.test('what is typed is saved from the open page, and only what changed is added', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const questions = await begins(worker, await aContactedCase(office));
    const page = fillIn((await worker.get(questions)).body, questions, { 'answer-1': 'yes' });
    const typed = await worker.post(`${questions}/typed`, page.fields);
    assert.equal(typed.body, 'Saved');
    const again = await worker.post(`${questions}/typed`, { ...page.fields, 'answer-1': 'no' });
    assert.equal(again.statusCode, 200, 'a page may change what it saved itself');
    const rows = await lintel.database.owner.query(
      'select item, answer from risk_answer where organisation_id = $1 order by version',
      [office.landlord.organisation],
    );
    assert.deepEqual(
      rows.rows.map(({ item, answer }) => `${item} ${answer}`),
      ['1 yes', '1 no'],
      'the first answer stays beside the second',
    );
  });

  await t.test(
    'in two tabs: what only one changed is kept, and what both changed is shown twice',
    async () => {
      const office = await openOffice(lintel);
      const { worker, manager } = office;
      const questions = await begins(worker, await aContactedCase(office));
      const one = fillIn((await worker.get(questions)).body, questions, {
        'answer-1': 'yes',
        'answer-5': 'yes',
      });
      const other = fillIn((await manager.get(questions)).body, questions, {
        'answer-2': 'yes',
        'answer-5': 'no',
      });
      assert.equal((await worker.post(one.action, one.fields)).statusCode, 303);
      const second = await manager.post(other.action, { ...other.fields, 'note-5': 'She laughed it off.' });
      assert.equal(second.statusCode, 409);
      assert.match(words(second.body), /5\. Low mood, suicidal thoughts Yes No She laughed it off\./);
      const settled = fillIn(second.body, questions, { 'note-24': '' });
      assert.equal(String(settled.fields['answer-1']), 'yes', 'what the first tab alone changed stands');
      assert.equal(
        String(settled.fields['answer-2']),
        'yes',
        'and so does what the second one alone changed',
      );
      assert.equal(String(settled.fields['answer-5']), 'no');
      assert.equal((await manager.post(settled.action, settled.fields)).statusCode, 303);
      assert.match(await worker.reads(readOf(questions)), /2 yes, 3 of 24 answered/);
    },
  );

  await t.test('one that was ended meanwhile loses nothing that somebody else was typing', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const questions = await begins(worker, await aContactedCase(office));
    const open = fillIn((await manager.get(questions)).body, questions, { 'answer-14': 'yes' });
    await worker.finishes(readOf(questions).concat('/ending'), {
      ending: 'stopped_by_person',
      dangerNow: 'no',
    });
    const late = await manager.post(open.action, {
      ...open.fields,
      'note-14': 'He said it at the school gate.',
    });
    assert.equal(late.statusCode, 409);
    assert.match(words(late.body), /was ended while you were writing.*He said it at the school gate\./);
  });

  await t.test('a finished one is never changed: a correction starts from its answers', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const questions = await begins(worker, await aContactedCase(office));
    await worker.finishes(questions, { 'answer-1': 'yes', 'answer-2': 'no' });
    const first = readOf(questions);
    await worker.finishes(`${first}/ending`, {
      ending: 'finished',
      dangerNow: 'no',
      fewWhy: 'She had told the police the rest',
      endingWords: 'It will be worse at Christmas.',
    });
    assert.equal((await worker.get(questions)).headers.location, first, 'its questions are closed');
    const second = await worker.finishes(`${first}/correction`, { reason: 'I ticked the wrong box at 2' });
    const { fields } = fillIn((await worker.get(second)).body, second, { 'answer-2': 'yes' });
    assert.equal(String(fields['answer-1']), 'yes');
    await worker.finishes(second, { 'answer-2': 'yes' });
    await worker.finishes(`${readOf(second)}/ending`, {
      ending: 'finished',
      dangerNow: 'no',
      fewWhy: 'Corrected alone: she had told the police the rest',
    });
    assert.match(
      await worker.reads(first),
      /Corrected since\..*1 yes, 2 of 24 answered.*It will be worse at Christmas\./,
    );
    assert.match(
      await worker.reads(readOf(second)),
      /A correction\..*I ticked the wrong box at 2.*2 yes, 2 of 24/,
    );
    assert.equal((await worker.get(`${first}/correction`)).statusCode, 404, 'the newest is corrected');
  });

  await t.test('nothing answered is not finished, and to stop is as good an end as any', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const questions = await begins(worker, await aContactedCase(office));
    const ending = `${readOf(questions)}/ending`;
    assert.equal((await worker.fills(ending, { ending: 'finished', dangerNow: 'no' })).statusCode, 422);
    await worker.finishes(ending, { ending: 'stopped_by_person', dangerNow: 'no' });
    assert.match(await worker.reads(readOf(questions)), /They wished to stop/);
  });

  await t.test('a field that asks for nothing, and an answer that nobody offers, are refused', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const questions = await begins(worker, await aContactedCase(office));
    const { fields } = fillIn((await worker.get(questions)).body, questions, { 'note-24': '' });
    const sent = await worker.post(questions, { ...fields, 'answer-1': 'high', 'note-1': 'typed' });
    assert.equal(sent.statusCode, 422);
    assert.match(sent.body, />typed</, 'what was typed is kept');
    assert.equal((await worker.post(questions, { ...fields, sheet: 'none' })).statusCode, 422);
  });

  await t.test(
    'what somebody else assessed is kept as they stated it, and is never scored again',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await aContactedCase(office);
      const received = await worker.finishes(`${file}/risk/received/new`, {
        tool: 'dara',
        receivedFrom: 'Exampleshire Police, PC Rowan Hale, ref 4711',
        levelStated: 'medium',
        levelWords: 'Amber',
        scoreStated: 'none given',
        words: 'Frequency: often. She would not say more.',
        handling: 'Not to be told to the family.',
        ...moment('received', '2026-11-18T10:20'),
      });
      const read = await worker.reads(received);
      assert.match(read, /DARA, as received.*never scored again.*Medium: Amber.*Frequency: often/);
      assert.match(read, /Not to be told to the family\./);
      const right = await worker.finishes(`${received}/correction`, { levelStated: 'high' });
      assert.match(await worker.reads(received), /Corrected since/);
      assert.match(await worker.reads(right), /High: Amber/);
      assert.equal((await worker.get(`${received}/correction`)).statusCode, 404);
    },
  );

  await t.test('behind the wall there is nothing, and nothing can be written', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await aContactedCase(office);
    const questions = await begins(worker, file);
    await worker.finishes(questions, { 'answer-1': 'yes', 'note-1': 'A bruise.' });
    const { _csrf, _submission, ...fields } = fillIn((await worker.get(questions)).body, questions, {
      'note-24': '',
    }).fields;
    const outsider = await office.colleague('da_worker');
    const conflicted = await office.colleague('da_manager');
    await manager.finishes(`${file}/access/restriction`, { reason: 'Only those who need to know' });
    await manager.finishes(`${file}/conflicts/new`, {
      staffId: conflicted.staff,
      relation: 'relative',
      reason: 'His sister',
    });
    for (const each of [outsider, conflicted]) {
      for (const path of [
        questions,
        readOf(questions),
        `${readOf(questions)}/ending`,
        `${file}/risk/received/new`,
      ])
        assert.equal((await each.get(path)).statusCode, 404, path);
      const sent = await each.post(questions, { ...fields, 'answer-1': 'no', 'note-1': 'Mine.' });
      assert.equal(sent.statusCode, 404);
      assert.doesNotMatch(sent.body, /bruise/);
    }
    const elsewhere = await aContactedCase(await openOffice(lintel));
    const crossed = questions.replace(file, elsewhere);
    assert.equal((await worker.get(crossed)).statusCode, 404, 'nor by way of another case');
    assert.equal((await worker.get(`${file}/risk/assessments/${newId()}`)).statusCode, 404);
  });
});
