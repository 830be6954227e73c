import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { dueTime, titleOf, triedPacks } from '../packs.ts';
import { type Colleague, openOffice } from './office.ts';
import { aCase, boardRow, moment, recordsContact } from './steps.ts';

const kept = ['100%', '1', '0', '0', '0', '0'];
const running = ['none ended', '0', '0', '0', '1', '0'];

test('the promise of contact on the same working day', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const pack of triedPacks)
    await t.test(`a voicemail is not contact, and a conversation is (${pack.id})`, async () => {
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const promise = titleOf(pack, 'first-contact');
      const file = await aCase(worker);
      await office.at('2026-11-18T11:00');
      for (const attempt of [
        'voicemail_left',
        'no_answer',
        'message_sent',
        'call_dropped',
        'not_safe_to_talk',
      ])
        await recordsContact(worker, file, attempt, '2026-11-18T10:30');
      assert.deepEqual(await boardRow(worker, promise), running);
      assert.match(
        await worker.reads(file),
        new RegExp(`Due today by ${dueTime(pack, 'first-contact', '2026-11-18T10:00')}`),
      );
      await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:45');
      assert.deepEqual(await boardRow(worker, promise), kept);
    });

  await t.test('with no safe way today, a plan that another manager approves is counted apart', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await aCase(worker);
    const plan = await worker.finishes(`${file}/plans/new`, {
      why: 'He is at home with her, and answers her phone',
      plan: 'Her sister asks her to ring us from the school',
      ...moment('again', '2026-11-19T09:30'),
    });
    assert.deepEqual(await boardRow(worker), running, 'a proposal stops nothing');
    assert.match(await manager.reads('/notifications'), /A plan is waiting for your decision/);
    await manager.finishes(plan, { decision: 'approved' });
    assert.deepEqual(
      await boardRow(worker),
      ['0%', '1', '1', '0', '0', '0'],
      'neither kept in time nor broken',
    );
    assert.match(await worker.reads(file), /Kept by plan/);
    await office.at('2026-11-18T17:30');
    assert.deepEqual(await boardRow(worker), ['0%', '1', '1', '0', '0', '0']);
  });

  for (const pack of triedPacks)
    await t.test(
      `a plan is for one day; that day is owed, and the next one asked for anew (${pack.id})`,
      async () => {
        const office = await openOffice(lintel, pack.id);
        await office.at('2026-11-18T10:00');
        const { worker, manager } = office;
        const file = await aCase(worker);
        const again = titleOf(pack, 'try-again');
        const plan = { why: 'He is at home with her', plan: 'Wait for her call' };
        const far = await worker.fills(`${file}/plans/new`, {
          ...plan,
          ...moment('again', '2026-11-26T10:00'),
        });
        assert.equal(far.statusCode, 422);
        assert.match(far.body, /no later than Wednesday 25 November 2026: 5 working days ahead at most/);
        const proposed = await worker.finishes(`${file}/plans/new`, {
          ...plan,
          ...moment('again', '2026-11-19T10:00'),
        });
        assert.doesNotMatch(await worker.reads(file), new RegExp(again), 'a proposal promises nothing');
        await manager.finishes(proposed, { decision: 'approved' });
        assert.match(await worker.reads(file), new RegExp(`${again}: … Due tomorrow`));

        await office.at('2026-11-19T11:00');
        const next = await worker.finishes(`${file}/plans/new`, {
          ...plan,
          ...moment('again', '2026-11-20T10:00'),
        });
        await office.at('2026-11-20T10:30');
        const late = await manager.post(next, { _version: '1', decision: 'approved', why: '' });
        assert.equal(late.statusCode, 403, 'its day has passed: it covers no other');
        assert.match(
          await worker.reads(file),
          new RegExp(`${again}: ! Overdue`),
          'an old approval covers no new day',
        );
        await recordsContact(worker, file, 'spoke_safely', '2026-11-20T10:20');
        assert.doesNotMatch(await worker.reads(file), new RegExp(`${again}: ! Overdue`));
      },
    );

  await t.test('a missed promise that is met late stays broken, and is no longer owed', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker } = office;
    const file = await aCase(worker);
    await office.at('2026-11-19T09:30');
    assert.deepEqual(await boardRow(worker), ['0%', '1', '0', '1', '0', '1']);
    await recordsContact(worker, file, 'met_safely', '2026-11-19T09:15');
    assert.deepEqual(await boardRow(worker), ['0%', '1', '0', '1', '0', '0']);
    assert.match(await worker.reads(file), /when it was settled, on Thursday 19 November 2026 at 09:15/);
  });

  for (const { id: packId } of triedPacks)
    await t.test(
      `written down the next day it is not kept until somebody else has looked (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker, manager } = office;
        const contact = office.lintel.services.packs.find(packId);
        const title = titleOf(contact, 'first-contact');
        const file = await aCase(worker);
        await office.at('2026-11-19T09:30');
        await recordsContact(worker, file, 'met_safely', '2026-11-18T11:45');
        await office.at('2026-11-19T09:40');
        const late = () => recordedLate(manager, title);
        assert.deepEqual(
          [await boardRow(worker, title), await late()],
          [['0%', '1', '0', '0', '0', '0'], '1'],
        );

        const waits = /Something was recorded late: look whether it was so/;
        assert.match(await manager.reads('/day'), waits, 'on the day of who may look');
        assert.doesNotMatch(await worker.reads('/day'), waits, 'not of whoever wrote it');
        const told = /Something was written down late, and waits for a second person to look/;
        assert.match(await manager.reads('/notifications'), told);
        assert.doesNotMatch(await worker.reads('/notifications'), told);
        assert.match(await worker.reads('/checks'), /Recorded late.*Somebody else looks/s);
        const path = /href="(\/cases\/[0-9a-f-]{36}\/late\/[0-9a-f-]{36})"/.exec(
          (await manager.get('/checks')).body,
        )?.[1];
        assert.ok(path, 'another finds it to look at');
        assert.match(await worker.reads(path), /Somebody else looks at what you wrote down late/);
        await manager.finishes(path, { decision: 'confirmed', why: 'Her text of that time' });
        await office.at('2026-11-19T09:50');
        assert.deepEqual([await boardRow(worker, title), await late()], [kept, '0']);
        assert.match(
          await manager.reads(`/board/${contact.purposes['same-day-contact']}`),
          /confirmed by a second person 1/,
        );
        assert.doesNotMatch(await manager.reads('/day'), waits, 'looked at, it waits no more');
        assert.doesNotMatch(
          (await manager.reads('/notifications')).split('Read, or settled since')[0] ?? '',
          told,
        );
      },
    );

  await t.test('what a second person does not confirm was broken, and is owed until it is kept', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await aCase(worker);
    await office.at('2026-11-19T09:30');
    await recordsContact(worker, file, 'met_safely', '2026-11-18T11:45');
    const path = /href="(\/cases\/[0-9a-f-]{36}\/late\/[0-9a-f-]{36})"/.exec(
      (await manager.get('/checks')).body,
    )?.[1];
    assert.ok(path);
    await manager.finishes(path, {
      decision: 'declined',
      why: 'Nothing shows it, and she says that nobody rang',
    });
    assert.deepEqual(await boardRow(worker), ['0%', '1', '0', '1', '0', '1']);
    await recordsContact(worker, file, 'spoke_safely', '2026-11-19T09:28');
    assert.deepEqual(await boardRow(worker), ['0%', '1', '0', '1', '0', '0'], 'kept late');
  });

  await t.test('a case in which nobody is ever reached owes its risk and its plan too', async () => {
    for (const { id: packId } of triedPacks) {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const pack = office.lintel.services.packs.find(packId);
      await aCase(office.worker);
      await office.at('2026-12-04T10:00');
      for (const id of ['risk-assessed', 'plan-agreed'])
        assert.deepEqual(
          await boardRow(await office.colleague('da_worker'), titleOf(pack, id), '?period=30'),
          ['0%', '1', '0', '1', '0', '1'],
          `${id} under ${packId}`,
        );
    }
  });
});

/** How many are recorded late of a promise, as the board says. */
async function recordedLate(reader: Colleague, promise: string): Promise<string | undefined> {
  const cells = ((await reader.get('/board')).body.split(promise)[1]?.split('</tr>')[0] ?? '').match(
    /<td[^>]*>.*?<\/td>/gs,
  );
  return cells?.[2]?.replaceAll(/<[^>]+>/g, '');
}

test('before a promise is broken, people are told', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const half = /Soon C-[\w-]+ ?: Half of the time for a promise has gone/g;
  const soon = /Soon C-[\w-]+ ?: A promise is due soon/g;
  const overdue = /Today C-[\w-]+ ?: A promise is overdue/g;
  const times = async (reader: Colleague, sentence: RegExp) =>
    [...(await reader.reads('/notifications')).matchAll(sentence)].length;

  await t.test(
    'the worker at half, the manager at three quarters, the deputy when it is due, each once',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T09:00');
      const { worker, manager, deputy } = office;
      await aCase(worker);
      await office.at('2026-11-18T13:00');
      assert.equal(await times(worker, half), 0, 'exactly at half, nobody yet');
      await office.at('2026-11-18T13:01');
      await office.at('2026-11-18T14:00');
      assert.deepEqual([await times(worker, half), await times(manager, half)], [1, 0]);
      await office.at('2026-11-18T15:01');
      assert.deepEqual(
        [await times(worker, soon), await times(manager, soon), await times(deputy, soon)],
        [1, 1, 0],
      );
      await office.at('2026-11-18T17:01');
      await office.at('2026-11-18T17:05');
      for (const each of [worker, manager, deputy]) assert.equal(await times(each, overdue), 1);
    },
  );

  await t.test('a colleague with a conflict is never told, and somebody else is', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T09:00');
    const { worker, manager, deputy } = office;
    const file = await aCase(worker);
    await deputy.finishes(`${file}/conflicts/new`, {
      staffId: manager.staff,
      relation: 'relative',
      reason: 'Her brother-in-law',
    });
    const before = await manager.reads('/notifications');
    await office.at('2026-11-18T17:30');
    assert.equal(await manager.reads('/notifications'), before);
    assert.equal(await times(worker, overdue), 1);
    assert.equal(await times(deputy, overdue), 1);
  });

  await t.test('in danger, everybody who answers for it is told at once', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T09:00');
    const { worker, manager, deputy } = office;
    await aCase(worker, { immediate_danger: 'yes', danger_response: 'Rang 999 at 08:55' });
    await office.at('2026-11-18T09:31');
    for (const each of [worker, manager, deputy]) assert.equal(await times(each, half), 1);
  });
});
