import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, findsOnBoard, moment, opensCase, writesDown } from './steps.ts';

const inDanger = { immediate_danger: 'yes', danger_response: 'Rang 999' };
const done = { done: 'Police went at 19:20; she is with her sister.', doneBy: 'Ada Keel' };

async function deals(by: Colleague, at: string, page: string, more = {}) {
  const link = /href="(\/dangers\/[0-9a-f-]{36})"/.exec((await by.get(page)).body)?.[1] ?? '';
  return by.fills(link, { ...done, ...moment('at', at), ...more });
}

for (const { id: packId } of triedPacks)
  test(`danger told while the office is closed (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-20T10:00');

    await t.test(
      'whoever is on call is told at once, and whoever passes it on is told whom to ring',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager, deputy } = office;
        await office.at('2026-11-20T10:00');
        await manager.finishes('/rota/on-call/new', {
          staffId: worker.staff,
          secondId: deputy.staff,
          reach: '07700 900123',
          ...moment('from', '2026-11-20T17:00'),
          ...moment('until', '2026-11-23T09:00'),
        });
        assert.match(await worker.reads('/rota/on-call'), /07700 900123/);
        await office.at('2026-11-21T19:00');
        const caretaker = await office.colleague('colleague');
        const { receipt } = await writesDown(caretaker, inDanger);
        assert.match(receipt, /On call now: .*07700 900123/);
        for (const each of [worker, deputy])
          assert.match(await each.reads('/notifications'), /You are on call/);
        assert.doesNotMatch(await manager.reads('/notifications'), /nobody on call could be told/);
      },
    );

    await t.test(
      'where nobody is on call, managers hear it, and the page says whom else to ring',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        await office.at('2026-11-21T19:00');
        const { receipt, reference } = await writesDown(worker, inDanger);
        assert.match(receipt, /closed and nobody is on call/);
        assert.match(await manager.reads('/notifications'), /nobody on call could be told/);
        assert.match(await worker.reads('/rota/on-call'), /Nobody is on call in these hours/);
        assert.match(await manager.reads('/day'), /Danger, now .*Somebody is in danger/);
        assert.doesNotMatch(await manager.reads('/day'), /Nothing is overdue|Nothing waits/);
        const page = await findsOnBoard(worker, reference);
        assert.match(
          await worker.reads(page),
          /Nobody on call could be told\. Ring nobody on the rota about it without/,
        );
      },
    );

    await t.test(
      'it stands until somebody wrote what was done, triage or not, and a tick is not enough',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        await office.at('2026-11-21T19:00');
        const { reference } = await writesDown(worker, inDanger);
        const disclosure = await findsOnBoard(worker, reference);
        const file = await opensCase(worker, disclosure);
        assert.match(await worker.reads(file), /We were told of immediate danger/);
        await office.at('2026-11-21T19:30');
        const calm = await deals(worker, '2026-11-21T19:25', `${file}/danger`, { done: 'ok' });
        assert.equal(calm.statusCode, 422);
        assert.match(calm.body, /Say what was done in a sentence/);
        const early = await deals(worker, '2026-11-21T18:00', `${file}/danger`);
        assert.match(early.body, /This is before we were told/);
        assert.equal((await deals(worker, '2026-11-21T19:25', `${file}/danger`)).statusCode, 303);
        assert.doesNotMatch(await worker.reads(file), /We were told of immediate danger/);
        assert.match(await manager.reads(`${file}/danger`), /dealt with .*by Ada Keel.*Police went at 19:20/);
        assert.match(await manager.reads('/notifications'), /what was done about a danger/);
      },
    );

    await t.test('an hour runs by day and by night, and then it is broken', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      await office.at('2026-11-21T19:00');
      const file = await aCase(worker, inDanger);
      await office.at('2026-11-21T20:01');
      assert.match(await worker.reads(file), /danger is written down within the hour: .*[Oo]verdue/);
    });

    await t.test(
      'it is raised in a case that is there already, by whatever way somebody learnt of it',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        await office.at('2026-11-20T11:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/danger/new`, { how: 'contact', said: 'He is outside the door' });
        assert.match(await worker.reads(file), /We were told of immediate danger/);
        assert.match(await manager.reads('/notifications'), /Somebody is in danger now/);
        assert.doesNotMatch(
          await worker.reads('/notifications'),
          /Somebody is in danger now/,
          'who said so knows',
        );
      },
    );

    await t.test('somebody with a conflict learns nothing of it, on call or not', async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager } = office;
      await office.at('2026-11-20T11:00');
      const file = await aCase(worker);
      const cousin = await office.colleague('da_worker');
      await manager.finishes(`${file}/conflicts/new`, {
        staffId: cousin.staff,
        relation: 'relative',
        reason: 'A cousin',
      });
      await manager.finishes('/rota/on-call/new', {
        staffId: cousin.staff,
        reach: '07700 900456',
        ...moment('from', '2026-11-20T17:00'),
        ...moment('until', '2026-11-23T09:00'),
      });
      await office.at('2026-11-21T12:00');
      await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'The police rang' });
      assert.doesNotMatch(await cousin.reads('/notifications'), /on call|danger/);
      assert.match(await manager.reads('/notifications'), /nobody on call could be told/);
      assert.doesNotMatch(await cousin.reads('/day'), /in danger/);
      const link = /href="(\/dangers\/[^"]+)"/.exec((await worker.get(`${file}/danger`)).body)?.[1] ?? '';
      assert.equal((await cousin.get(link)).statusCode, 404);
      const page = await worker.reads(`${file}/danger`);
      assert.match(page, /nobody on call can help with this.*ring a manager yourself, nobody else of us/);
      assert.doesNotMatch(page, /07700 900456/, 'nobody is sent to ring them');
      const notices = await manager.reads('/notifications');
      for (const told of [page, notices]) {
        assert.doesNotMatch(
          told,
          /[Nn]obody (is|was) on call/,
          'somebody is: whoever sees it would ring them',
        );
        assert.match(told, /[Nn]obody on call could be told.*Ring nobody on the rota about it/);
      }
    });

    await t.test(
      'nobody is sent to ring somebody who is named as involved: the second, or nobody',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager, deputy } = office;
        await office.at('2026-11-20T10:00');
        await manager.finishes('/rota/on-call/new', {
          staffId: worker.staff,
          secondId: deputy.staff,
          reach: '07700 900123',
          ...moment('from', '2026-11-20T17:00'),
          ...moment('until', '2026-11-23T09:00'),
        });
        await office.at('2026-11-21T19:00');
        const caretaker = await office.colleague('colleague');
        const involved = { ...inDanger, colleague_1: worker.staff, relation_1: 'relative' };
        const { receipt, reference } = await writesDown(caretaker, involved);
        assert.doesNotMatch(receipt, /07700 900123/);
        assert.match(receipt, /On call now: .*, second on call/);
        assert.doesNotMatch(await worker.reads('/notifications'), /on call/);
        const shown = await manager.reads(await findsOnBoard(manager, reference));
        assert.doesNotMatch(shown, /07700 900123/);
        for (const board of [await manager.reads('/disclosures'), shown])
          assert.match(board, /On call now: .*, second on call/);
        const both = { ...involved, colleague_2: deputy.staff, relation_2: 'friend' };
        const neither = await writesDown(caretaker, both);
        assert.match(neither.receipt, /nobody on call can help with this/);
        assert.doesNotMatch(neither.receipt, /07700 900123|second on call/);
      },
    );

    await t.test('in a case too, whoever raises a danger at night reads whom to ring', async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager, deputy } = office;
      await office.at('2026-11-20T10:00');
      const file = await aCase(worker);
      await manager.finishes('/rota/on-call/new', {
        staffId: deputy.staff,
        reach: '07700 900123',
        ...moment('from', '2026-11-20T17:00'),
        ...moment('until', '2026-11-23T09:00'),
      });
      const page = `${file}/danger`;
      assert.doesNotMatch(await worker.reads(page), /On call now/, 'nothing stands, and the office is open');
      await office.at('2026-11-21T19:00');
      await worker.finishes(`${page}/new`, { how: 'partner', said: 'The police rang' });
      assert.match(await worker.reads(page), /On call now: .*, 07700 900123/);
      assert.doesNotMatch(await deputy.reads(page), /On call now/, 'they know that it is they');
    });
  });

test('what was done as it was told is typed once, and changes nothing until somebody confirms it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const response = 'Rang 999; the police are on their way to her.';
  const { reference } = await writesDown(worker, { immediate_danger: 'yes', danger_response: response });
  const told = await findsOnBoard(manager, reference);
  const file = await opensCase(manager, told, worker);
  await office.at('2026-11-18T10:20');
  assert.match(
    await manager.reads(file),
    /We were told of immediate danger/,
    'words alone take no mark away',
  );
  const { body } = await manager.get(`${file}/danger`);
  assert.match(words(body), /nobody has confirmed it yet: Rang 999; the police/);
  const link = /href="(\/dangers\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  assert.match((await manager.get(link)).body, new RegExp(`<textarea[^>]*>${response}</textarea>`));
  await manager.finishes(link, {});
  const dealt = await manager.reads(`${file}/danger`);
  assert.match(dealt, /dealt with .*10:00.* by Carys Webb.*Written down .*10:20 by Ada Keel.*Rang 999/s);
  assert.doesNotMatch(await manager.reads(file), /We were told of immediate danger/);
});

test('a few words as it was told are carried over too, and are not enough to confirm', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { worker } = await openOffice(lintel);
  const file = await aCase(worker, inDanger);
  const link = /href="(\/dangers\/[0-9a-f-]{36})"/.exec((await worker.get(`${file}/danger`)).body)?.[1] ?? '';
  const refused = await worker.fills(link, {});
  assert.equal(refused.statusCode, 422);
  assert.match(words(refused.body), /Say what was done in a sentence/);
  assert.match(refused.body, /Rang 999/);
});
