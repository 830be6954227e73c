import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { fillIn } from './form.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aCase, boardRow, findsOnBoard, meets, recordsContact, writesDown } from './steps.ts';

const day = (name: string, date: string) => {
  const [year = '', month = '', number = ''] = date.split('-');
  return { [`${name}-day`]: number, [`${name}-month`]: month, [`${name}-year`]: year };
};

const done = {
  reason: 'support_complete',
  why: 'The locks are changed, and she says that she sleeps again',
  told: 'told',
  toldHow: 'On the phone on Monday, at ten',
  wayBack: 'She has the name and number of the team, and the word “bluebell”',
};

/** A case in which somebody was reached, and the risk is rated at this level. */
async function ratedCase(office: Office, level: 'standard' | 'high', told = {}): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await aCase(office.worker, told);
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:00');
  const reason = 'What she told us, and how she sees it herself';
  await office.worker.finishes(`${file}/risk/level`, { level, reason });
  return file;
}

const closes = (by: Colleague, file: string, more = {}) =>
  by.fills(`${file}/closings/new`, { ...done, ...more });

test('resting, closing and coming back', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId, words } of triedPacks)
    await t.test(
      `a case rests at the ${words.person}’s wish, and on the agreed day we are there (V3.4, L2.7i)`,
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker } = office;
        const file = await ratedCase(office, 'standard');
        await worker.finishes(`${file}/pauses/new`, {
          wish: 'I want to think. Please do not ring me before Christmas.',
          ...day('next', '2026-12-28'),
        });
        assert.match(await worker.reads(file), new RegExp(`Resting since .* as the ${words.person} wishes`));
        const page = await worker.reads(`${file}/closing`);
        // The 28th of December 2026 is a bank holiday: the promise ends with the next working day.
        assert.match(page, /in touch again on Monday 28 December 2026/);
        assert.match(
          await worker.reads(file),
          /Contact on the day that was agreed .*Due Tuesday 29 December by 17:00/,
        );
        await office.at('2026-12-29T10:00');
        await recordsContact(worker, file, 'spoke_safely', '2026-12-29T09:50');
        assert.equal((await boardRow(worker, 'Contact on the day that was agreed'))[0], '100%');
        const [, pause] =
          /\/pauses\/([0-9a-f-]{36})\/ending/.exec((await worker.get(`${file}/closing`)).body) ?? [];
        await worker.finishes(`${file}/pauses/${pause}/ending`, { reason: 'agreed_day' });
        assert.doesNotMatch(await worker.reads(file), /Resting since/);
      },
    );

  await t.test(
    'whoever comes back sooner was reached: a contact on record says so, and nothing else',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await ratedCase(office, 'standard');
      await worker.finishes(`${file}/pauses/new`, { wish: 'Give me a month.', ...day('next', '2026-12-18') });
      const [, pause] =
        /\/pauses\/([0-9a-f-]{36})\/ending/.exec((await worker.get(`${file}/closing`)).body) ?? [];
      await office.at('2026-11-19T10:00');
      const unsaid = await worker.fills(`${file}/pauses/${pause}/ending`, { reason: 'they_came_back' });
      assert.equal(unsaid.statusCode, 422);
      assert.match(unsaid.body, /No contact since the pause is on record/);
      await recordsContact(worker, file, 'spoke_safely', '2026-11-19T09:50');
      await worker.finishes(`${file}/pauses/${pause}/ending`, { reason: 'they_came_back' });
      const [kept, ended, byPlan] = await boardRow(worker, 'Contact on the day that was agreed');
      assert.deepEqual([kept, ended, byPlan], ['100%', '1', '0']);
    },
  );

  for (const { id: packId } of triedPacks)
    await t.test(
      `ending a pause without a contact ends no promise, and resting again needs a manager (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        const file = await ratedCase(office, 'standard');
        const promise = 'Contact on the day that was agreed';
        const rest = { wish: 'Give me a month.', ...day('next', '2026-12-18') };
        const pauseOf = async () =>
          /\/pauses\/([0-9a-f-]{36})\/ending/.exec((await worker.get(`${file}/closing`)).body)?.[1];
        await office.at('2026-11-18T10:30');
        await worker.finishes(`${file}/pauses/new`, rest);
        await worker.finishes(`${file}/pauses/${await pauseOf()}/ending`, {
          reason: 'other',
          why: 'It was begun by mistake',
        });
        assert.equal((await boardRow(worker, promise))[4], '1', 'it still runs');
        assert.match(
          await worker.reads(`${file}/pauses/new`),
          /rested before, and nobody has reached them since/,
        );
        await worker.finishes(`${file}/pauses/new`, { ...rest, ...day('next', '2026-12-21') });
        assert.doesNotMatch(await worker.reads(file), /Resting since/, 'the case goes on until then');
        assert.match(await worker.reads(`${file}/pauses/new`), /waiting for a manager’s decision already/);
        assert.match(await manager.reads('/notifications'), /waiting for a second person/);
        const [proposal = ''] =
          /\/cases\/[0-9a-f-]{36}\/pauses\/proposed\/[0-9a-f-]{36}/.exec(
            (await worker.get(`${file}/closing`)).body,
          ) ?? [];
        const decision = { decision: 'approved', why: '', _version: '1' };
        assert.equal((await worker.post(proposal, decision)).statusCode, 403);
        await manager.finishes(proposal, { decision: 'approved' });
        assert.match(await worker.reads(file), /Resting since/);
        const [, ended, byPlan, , running] = await boardRow(worker, promise);
        assert.deepEqual([ended, byPlan, running], ['1', '1', '1'], 'the first day is counted apart');
      },
    );

  await t.test('a high risk that nobody leads is not put to rest by one person', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker, {}, { lead_id: '' });
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
    await worker.finishes(`${file}/risk/level`, { level: 'high', reason: 'What she told us' });
    await worker.finishes(`${file}/pauses/new`, { wish: 'Leave me.', ...day('next', '2026-12-18') });
    const { body } = await worker.get(`${file}/closing`);
    assert.match(body, /A pause waits for a manager’s decision/);
    const [proposal = ''] = /\/cases\/[0-9a-f-]{36}\/pauses\/proposed\/[0-9a-f-]{36}/.exec(body) ?? [];
    assert.match(await manager.reads(proposal), /The risk is high, and nobody leads the case/);
    await manager.finishes(proposal, { decision: 'declined', why: 'Somebody leads it first' });
    assert.doesNotMatch(await worker.reads(file), /Resting since/);
    assert.match(await worker.reads(`${file}/entries`), /declined. Somebody leads it first/);
  });

  await t.test('a day that has passed, or none, is refused; what was typed is kept', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await ratedCase(office, 'standard');
    const sent = await worker.fills(`${file}/pauses/new`, {
      wish: 'Give me time.',
      ...day('next', '2026-11-18'),
    });
    assert.equal(sent.statusCode, 422);
    assert.match(words(sent.body), /Choose a day that is still to come/);
    assert.match(sent.body, /Give me time\./);
    assert.doesNotMatch(await worker.reads(file), /Resting since/);
  });

  await t.test('a case closes once the risk was reviewed and the person was told', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker);
    const early = await closes(worker, file);
    assert.equal(early.statusCode, 422);
    assert.match(words(early.body), /Contact is still owed/);
    assert.match(early.body, /she sleeps again/, 'what was typed is kept');
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
    assert.match(words((await closes(worker, file)).body), /The risk was never rated/);
    await worker.finishes(`${file}/risk/level`, { level: 'standard', reason: 'As she sees it herself' });
    assert.equal((await closes(worker, file)).statusCode, 303);
    assert.match(await worker.reads(file), /Closed on Wednesday 18 November 2026/);
    assert.match(await worker.reads(`${file}/entries`), /Closed\. What was agreed is done/);
    assert.doesNotMatch(await worker.reads('/cases'), /C-[A-Z2-9]{4}/, 'it is no longer among what is open');
  });

  await t.test('where the risk was ever high, another manager signs', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await ratedCase(office, 'high');
    assert.equal((await closes(worker, file)).statusCode, 303);
    assert.match(await worker.reads(file), /Closing waits for a manager’s signature/);
    assert.match(await manager.reads('/notifications'), /waiting for your signature/);
    const [link = ''] =
      /\/cases\/[0-9a-f-]{36}\/closings\/[0-9a-f-]{36}/.exec((await worker.get(`${file}/closing`)).body) ??
      [];
    assert.equal((await worker.post(link, { decision: 'signed', _version: '1' })).statusCode, 403);
    await manager.finishes(link, { decision: 'signed' });
    assert.match(await worker.reads(file), /Closed on Wednesday 18 November 2026/);
  });

  await t.test('a manager who proposes it does not sign it', async () => {
    const office = await openOffice(lintel);
    const { manager, deputy } = office;
    const file = await ratedCase(office, 'high');
    await closes(manager, file);
    const [link = ''] =
      /\/cases\/[0-9a-f-]{36}\/closings\/[0-9a-f-]{36}/.exec((await manager.get(`${file}/closing`)).body) ??
      [];
    assert.match(await manager.reads(link), /nobody signs off their own closing/);
    const sent = await manager.post(link, { decision: 'signed', _version: '1' });
    assert.equal(sent.statusCode, 403);
    await deputy.finishes(link, { decision: 'declined', why: 'Ask her about the car first' });
    assert.doesNotMatch(await manager.reads(file), /Closing waits|Closed on/);
  });

  for (const { id: packId } of triedPacks)
    await t.test(
      `not engaging and staying are not offered as reasons, and an invented one is refused (L2.7i) (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        const file = await ratedCase(office, 'standard');
        const page = await office.worker.reads(`${file}/closings/new`);
        assert.match(page, /Staying in the relationship, or not answering us, is never a reason to close/);
        const { action, fields } = fillIn((await office.worker.get(`${file}/closings/new`)).body, file, done);
        const sent = await office.worker.post(action, { ...fields, reason: 'not_engaging' });
        assert.equal(sent.statusCode, 422);
        assert.doesNotMatch(await office.worker.reads(file), /Closed on/);
      },
    );

  await t.test('an open safety action stands in front of closing, with the way to it', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await ratedCase(office, 'standard');
    await worker.finishes(`${file}/plan/actions/new`, {
      what: 'Change the lock of the back door',
      why: 'He has a key',
      owner: 'agency',
      agency: 'The locksmith',
      safety: 'yes',
      ...day('due', '2026-11-25'),
    });
    assert.match(words((await closes(worker, file)).body), /1 safety action is still open/);
  });

  await t.test(
    'a closed case is opened again: contact is owed as on the first day, and it counts as a repeat',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const file = await ratedCase(office, 'standard');
      await closes(worker, file);
      await office.at('2026-12-09T11:00');
      await worker.finishes(`${file}/reopening`, {
        reason: 'they_came_back',
        dangerNow: 'no',
        why: 'She rang: he found the new flat',
      });
      const page = await worker.reads(file);
      assert.match(
        page,
        /Contact on the same working day where a case is opened again: … Due today by 17:00/,
      );
      await office.at('2026-12-09T11:06');
      assert.match(await worker.reads('/board'), /1 repeat within 12 months/);
      await recordsContact(worker, file, 'spoke_safely', '2026-12-09T11:00');
      assert.equal(
        (await boardRow(worker, 'Contact on the same working day where a case is opened again'))[0],
        '100%',
      );
    },
  );

  await t.test('what is told anew opens a closed case again once two agree that it is theirs', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await ratedCase(office, 'standard');
    await closes(worker, file);
    await office.at('2026-12-09T11:00');
    const { reference } = await writesDown(worker);
    const disclosure = await findsOnBoard(worker, reference);
    const id = file.split('/').at(-1) ?? '';
    const page = (await worker.get(`${disclosure}/triage`)).body;
    const { action, fields } = fillIn(page, disclosure, { ...meets, outcome: 'new_case' });
    const joins = { ...fields, outcome: 'existing_case', case_id: id };
    const unsaid = await worker.post(action, joins);
    assert.equal(unsaid.statusCode, 422);
    assert.match(words(unsaid.body), /Say why it belongs there/);
    const sent = await worker.post(action, { ...joins, join_why: 'Her sister rang about her' });
    assert.equal(sent.statusCode, 303, words(sent.body));
    assert.match(await worker.reads(file), /Closed on/, 'nobody opens it alone');
    await manager.finishes(disclosure, { decision: 'approved' });
    assert.doesNotMatch(await worker.reads(file), /Closed on/);
    assert.match(await worker.reads(`${file}/entries`), /Opened again\. Somebody told us of something new/);
  });

  await t.test('what became of it is asked where it is safe; “not asked” is an answer', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await ratedCase(office, 'standard');
    await closes(worker, file);
    await worker.finishes(`${file}/outcomes/new`, { safer: 'safer', believed: 'yes', housing: 'stayed' });
    assert.match(await worker.reads(`${file}/closing`), /Do they feel safer than at the beginning\? Safer/);
  });
});
