import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { asks, contacted, enough, safely } from './asking.ts';
import { openOffice } from './office.ts';
import { assesses, states } from './risk-steps.ts';
import { aCase, boardRow, moment, recordsContact } from './steps.ts';

const promise = 'Risk is assessed within 2 working days of the first contact';
const running = ['none ended', '0', '0', '0', '1', '0'];
const kept = ['100%', '1', '0', '0', '0', '0'];
/** By plan: neither kept nor broken. */
const apart = ['0%', '1', '1', '0', '0', '0'];
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
      await worker.finishes(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no' });
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
        dangerNow: 'no',
        endingWords: 'Not today. I want the locks first.',
      });
      assert.deepEqual(await boardRow(worker, promise), apart);
      assert.match(
        await worker.reads(assessment),
        /1 yes, 1 of 24 answered.*They wished to stop.*No day was agreed: leave it until they bring it up.*I want the locks first/,
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
      await worker.finishes(`${assessment}/ending`, { ending: 'stopped_by_person', dangerNow: 'no' });
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
    await worker.finishes(`${assessment}/ending`, { ending: 'stopped_by_person', dangerNow: 'no' });
    assert.deepEqual(await boardRow(worker, promise), ['0%', '1', '0', '1', '0', '0']);
  });

  await t.test('a day on which they agreed to be asked again is a promise, kept by asking', async () => {
    const again = 'Whoever wished to stop is asked again on the day agreed';
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await contacted(office);
    const stops = async (more: Readonly<Record<string, string>>) => {
      const assessment = await asks(worker, file, { 'answer-2': 'yes' });
      await worker.finishes(`${assessment}/ending`, {
        ending: 'stopped_by_person',
        dangerNow: 'no',
        ...more,
      });
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
      await worker.finishes(`${questions.replace(/\/answers$/, '')}/ending`, {
        ending: 'finished',
        dangerNow: 'no',
      });
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
    await worker.finishes(`${assessment}/ending`, { ending: 'not_safe', dangerNow: 'no' });
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
      /High, proposed Serious harm could happen at any time.*Proposed on .*Nobody has judged it yet.*Dash from others, received on Wednesday 18 November 2026: high.*within 2 working days of a change/,
    );
    assert.match(await worker.reads(file), /High risk/);
  });

  await t.test(
    'an all-clear of somebody else’s, or what nobody can weigh, leaves the risk owed here',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await contacted(office);
      const came = { receivedFrom: 'Exampleshire Police', ...moment('received', '2026-11-18T10:20') };
      for (const stated of [
        { tool: 'dash', levelStated: 'standard' },
        {
          tool: 'other',
          toolName: 'A tool of their own',
          levelStated: 'other',
          levelWords: 'Amber, as they call it',
        },
      ])
        await worker.finishes(`${file}/risk/received/new`, { ...came, ...stated });
      assert.deepEqual(await boardRow(worker, promise), running);
      assert.match(await worker.reads(file), /Risk is assessed within 2 working days/);
    },
  );

  await t.test(
    'what came before our own questions, and was written down after them, still counts',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await contacted(office);
      await assesses(worker, file, []);
      await states(worker, file, 'standard', 'Nothing that she told points to more');
      await office.at('2026-11-18T15:00');
      await worker.finishes(`${file}/risk/received/new`, {
        tool: 'dash',
        receivedFrom: 'Exampleshire Police',
        levelStated: 'high',
        ...moment('received', '2026-11-18T09:00'),
      });
      assert.match(await worker.reads(`${file}/risk`), /High, proposed/);
    },
  );

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
