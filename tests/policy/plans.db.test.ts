import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, boardRow, moment, recordsContact } from './steps.ts';

const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};
const together = { standing: 'agreed', how: 'in_person', ownWords: 'Yes, like this' };

const writes = (worker: Colleague, file: string, answers: Readonly<Record<string, string>>) =>
  worker.finishes(`${file}/plan/draft`, answers);
const adds = (worker: Colleague, file: string, what: string, more: Readonly<Record<string, string>> = {}) =>
  worker.finishes(`${file}/plan/actions/new`, {
    what,
    owner: 'colleague',
    ownerId: worker.staff,
    ...day('due', '2026-11-20'),
    ...more,
  });

async function firstAction(worker: Colleague, file: string, page = 'outcome'): Promise<string> {
  const { body } = await worker.get(`${file}/plan`);
  const found = new RegExp(`href="([^"]*/plan/actions/[0-9a-f-]{36}/${page})"`).exec(body)?.[1];
  assert.ok(found, words(body));
  return found;
}

for (const pack of triedPacks)
  test(`a plan that follows the person (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');

    await t.test('somebody stays with her partner, and is never pressed (L2.7i, L2.1c)', async () => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const file = await aCase(worker);
      await office.at('2026-11-18T10:20');
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:15');
      await writes(worker, file, { wants: 'stay_together', ownWords: 'I love him. I want it to stop.' });
      await adds(worker, file, 'Agree a word that means: ring 999', { safety: 'yes' });
      await worker.finishes(`${file}/plan/agreement`, together);
      const plan = await worker.reads(`${file}/plan`);
      assert.match(plan, /To stay is a plan like any other/);
      assert.match(plan, /I love him\. I want it to stop\./, 'in her own words');
      assert.doesNotMatch(plan, /should leave|advise|encourage|fail|refus/i);
      assert.match((await worker.get(file)).body, /Plan agreed/, 'the case goes on as any other');
      await worker.finishes(`${file}/support/new`, {
        kind: 'move',
        answer: 'declined',
        ownWords: 'This is my home',
      });
      const after = await worker.reads(`${file}/plan`);
      assert.match(after, /Not for them/);
      assert.match(await worker.reads(`${file}/entries`), /They decided that it is not for them\./);
      await office.at('2026-12-20T10:00');
      assert.doesNotMatch(await worker.reads(file), /Closed|Closing/, 'nothing closes a case by itself');
    });

    await t.test(
      'somebody declines a lock, and later would like it: both answers stand (V3.4, V4.2a)',
      async () => {
        const office = await openOffice(lintel, pack.id);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await aCase(worker);
        await worker.finishes(`${file}/support/new`, {
          kind: 'safe_room',
          what: 'A lock for the bedroom door',
          answer: 'declined',
          ownWords: 'He would ask what it is for',
        });
        const { body } = await worker.get(`${file}/plan`);
        const again = /href="([^"]*\/support\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        await worker.finishes(`${again}/answer`, { answer: 'taken', ownWords: 'He has moved out' });
        const plan = await worker.reads(`${file}/plan`);
        assert.match(plan, /They would like it \w+ \d+ November 2026 Before: Not for them \(Wednesday 18/);
        assert.match(plan, /He has moved out/);
        const entries = await worker.reads(`${file}/entries`);
        assert.match(entries, /He would ask what it is for/, 'what was said first is not overwritten');
        await office.at('2026-11-18T11:00');
        assert.deepEqual((await boardRow(worker, titleOf(pack, 'decisions-respected'))).slice(0, 2), [
          '100%',
          '1',
        ]);
      },
    );

    await t.test(
      'help does not wait for the assessment, and an action is owed before a plan is agreed',
      async () => {
        const office = await openOffice(lintel, pack.id);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await aCase(worker);
        await office.at('2026-11-18T10:20');
        await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:15');
        await adds(worker, file, 'Change the lock of the back door', { safety: 'yes' });
        assert.match(await worker.reads(`${file}/plan`), /Not agreed yet/);
        await worker.finishes(await firstAction(worker, file), {
          outcome: 'done',
          note: 'Two keys, both hers',
        });
        await worker.finishes(`${file}/plan/agreement`, together);
        assert.match((await worker.get(file)).body, /Plan agreed/);
        await worker.finishes(await firstAction(worker, file, 'reopening'), {
          reason: 'It was the wrong door',
        });
        await worker.finishes(await firstAction(worker, file), { outcome: 'done' });
        assert.match((await worker.get(file)).body, /Active/, 'the plan is being carried out');
        const history = await worker.reads(
          (await firstAction(worker, file, 'reopening')).replace('/reopening', ''),
        );
        assert.match(
          history,
          /Done on Wednesday 18 November 2026.*Open again.*It was the wrong door.*Done on/,
        );
      },
    );

    await t.test(
      'it is looked at again on the day agreed, and whoever wants time is not a broken promise',
      async () => {
        const office = await openOffice(lintel, pack.id);
        await office.at('2026-11-18T10:00');
        const { worker } = office;
        const file = await aCase(worker);
        await writes(worker, file, { wants: 'undecided', ownWords: 'I do not know yet' });
        const time = { standing: 'not_yet', how: 'phone', reason: 'She would like to sleep on it' };
        await worker.finishes(`${file}/plan/agreement`, { ...time, ...day('review', '2026-11-24') });
        const row = 'Whoever wanted time is asked again on the day agreed';
        assert.deepEqual(await boardRow(worker, row), ['none ended', '0', '0', '0', '1', '0']);
        await office.at('2026-11-24T15:00');
        await worker.finishes(`${file}/plan/agreement`, {
          ...together,
          promptedBy: 'date',
          ...moment('happened', '2026-11-24T14:30'),
          ...day('review', '2026-12-08'),
        });
        assert.deepEqual(await boardRow(worker, row), ['100%', '1', '0', '0', '0', '0']);
        const agreed = 'An agreed plan is looked at again on the day agreed';
        assert.deepEqual(await boardRow(worker, agreed), ['none ended', '0', '0', '0', '1', '0']);
        const plan = await worker.reads(`${file}/plan`);
        assert.match(plan, /Version 2 : agreed.*Version 1 : not yet agreed/);
        await office.at('2026-12-09T09:30');
        assert.deepEqual(await boardRow(worker, agreed), ['0%', '1', '0', '1', '0', '1']);
      },
    );

    await t.test('after an incident the plan is looked at within five working days', async () => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const file = await aCase(worker);
      await writes(worker, file, { wants: 'undecided' });
      await worker.finishes(`${file}/entries/new`, {
        kind: 'incident',
        source: 'person',
        words: 'He broke the door',
        ...moment('happened', '2026-11-18T08:00'),
        ...moment('known', '2026-11-18T09:50'),
      });
      const row = 'The plan is looked at again within 5 working days of a change';
      assert.deepEqual(await boardRow(worker, row), ['none ended', '0', '0', '0', '1', '0']);
      await worker.finishes(`${file}/plan/agreement`, {
        standing: 'not_safe_to_agree',
        how: 'not_with_them',
        reason: 'He is with her all day',
        promptedBy: 'first',
      });
      assert.deepEqual(await boardRow(worker, row), ['100%', '1', '0', '0', '0', '0']);
    });
  });

test('their own copy', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  const aPlan = async (worker: Colleague, more: Readonly<Record<string, string>> = {}) => {
    const file = await aCase(worker, { alleged_name: 'Orson Quince' });
    await writes(worker, file, {
      ownWords: 'I want to see my sister',
      emergency: 'I go to the refuge',
      ...more,
    });
    await adds(worker, file, 'Tell the police about the threats', { copyWords: 'Ring the office' });
    await worker.finishes(`${file}/plan/agreement`, together);
    return file;
  };

  await t.test(
    'without an agreed safe way and place it is read aloud, and no paper is given (L1.6, L2.1a)',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const file = await aPlan(worker);
      const page = await worker.reads(`${file}/plan/copies/new`);
      assert.match(page, /No safe way and place for a paper has been agreed yet\. Read it aloud\. \(V3\.3\)/);
      for (const way of ['posted', 'handed_over']) {
        const given = await worker.fills(`${file}/plan/copies/new`, { way });
        assert.equal(given.statusCode, 403, 'greyed out and refused by one and the same rule');
      }
      const aloud = await worker.finishes(`${file}/plan/copies/new`, { way: 'read_aloud' });
      assert.match(await worker.reads(aloud), /Your plan.*I want to see my sister.*You can take your time/);
    },
  );

  await t.test('where paper was ruled out there is none, whoever asks for it', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aPlan(worker);
    await worker.finishes(`${file}/contact/new`, {
      channel: 'phone',
      value: '07700 900123',
      meetingPlace: 'The library',
      doNot: 'Keep nothing on paper: he goes through her bag',
      agreed: 'yes',
    });
    const paper = { way: 'handed_over' };
    assert.equal((await worker.fills(`${file}/plan/copies/new`, paper)).statusCode, 403);
    const none = { way: 'none', ownWords: 'I keep it in my head' };
    assert.equal(await worker.finishes(`${file}/plan/copies/new`, none), `${file}/plan`);
    assert.match(
      await worker.reads(`${file}/entries`),
      /They keep no copy of the plan\. I keep it in my head/,
    );
  });

  await t.test('the paper says “My plan” and gives nobody away, unless they want the words', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aPlan(worker);
    const agreed = { channel: 'phone', value: '07700 900123', meetingPlace: 'The library', agreed: 'yes' };
    await worker.finishes(`${file}/contact/new`, agreed);
    const form = `${file}/plan/copies/new`;
    const nowhere = await worker.fills(form, { way: 'handed_over' });
    assert.match(words(nowhere.body), /Say at which of the places that they agreed it is handed over/);
    assert.match(
      await worker.reads(form),
      /If I need to act quickly: I go to the refuge.*would read: refuge/,
    );
    const way = { way: 'handed_over', place: 'The library' };
    const paper = await worker.finishes(form, way);
    const { body } = await worker.get(paper);
    const sheet = /<article[\s\S]*<\/article>/.exec(body)?.[0] ?? '';
    assert.match(
      words(sheet),
      /^My plan What I want I want to see my sister What others do for me Ring the office/,
    );
    assert.doesNotMatch(words(sheet), /refuge|police|Orson|Lintel|landlord|C-[A-Z2-9]{4}/i);
    const lines = [
      ...(await worker.get(form)).body.matchAll(/name="lines" type="checkbox" value="([^"]+)"/g),
    ];
    const all = lines.map(([, key]) => key ?? '');
    assert.equal(all.length, 3);
    const told = await worker.fills(form, { ...way, lines: all });
    assert.equal(told.statusCode, 422);
    assert.match(words(told.body), /Some of these lines tell what it is about/);
    const wanted = await worker.finishes(form, { ...way, lines: all, knowing: 'yes' });
    assert.match(await worker.reads(wanted), /I go to the refuge/, 'their wishes decide');
  });
});

test('a plan behind the wall is a plan that does not exist', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await office.at('2026-11-18T10:00');
  const { worker, manager } = office;
  const involved = await office.colleague('administrator', 'da_manager', 'da_worker');
  const file = await aCase(worker);
  await writes(worker, file, { ownWords: 'I want to see my sister' });
  await adds(worker, file, 'Ring her sister');
  await worker.finishes(`${file}/plan/agreement`, together);
  await manager.finishes(`${file}/conflicts/new`, {
    staffId: involved.staff,
    relation: 'relative',
    reason: 'His cousin',
  });
  const action = (await firstAction(worker, file)).replace(file, '');
  const parts = ['', '/draft', '/agreement', '/aloud', '/actions/new', '/copies/new'];
  for (const part of [...parts.map((each) => `/plan${each}`), '/support', '/support/new', action]) {
    const shut = await involved.get(file + part);
    const absent = await involved.get(`/cases/${newId()}${part}`);
    assert.deepEqual([shut.statusCode, words(shut.body)], [404, words(absent.body)], part);
  }
  const page = await worker.get(`${file}/plan/actions/new`);
  assert.doesNotMatch(
    page.body,
    new RegExp(involved.staff),
    'nobody with a conflict is asked to do anything',
  );
});
