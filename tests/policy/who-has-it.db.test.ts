import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, meets, writesDown } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`whoever says I have this is seen before somebody else rings (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager, deputy } = office;
    await office.at('2026-11-18T10:00');
    const { reference } = await writesDown(worker);
    const page = await findsOnBoard(worker, reference);
    const has = /Carys Webb has this since 10:05/;

    await t.test('one button on the board, on my day and on its page, without a script', async () => {
      for (const where of ['/disclosures', '/day', page])
        assert.match((await worker.get(where)).body, new RegExp(`action="${page}/claim"`), where);
    });

    await t.test('the board, my day, its page and its triage say who has it since when', async () => {
      await office.at('2026-11-18T10:05');
      assert.equal((await worker.post(`${page}/claim`, {})).statusCode, 303);
      for (const where of ['/disclosures', '/day', page, `${page}/triage`])
        assert.match(await manager.reads(where), has, where);
      assert.match(await manager.reads(page), /speak to them before you ring/);
      assert.match(await worker.reads(page), /You have this since 10:05/);
      assert.doesNotMatch((await manager.get('/disclosures')).body, /I have this/);
    });

    await t.test('whoever says so second is told that somebody was first', async () => {
      const second = await manager.post(`${page}/claim`, {});
      assert.equal(second.statusCode, 409);
      assert.match(
        words(second.body),
        /Carys Webb said first, at 10:05, that they have this\. You do not have it/,
      );
    });

    await t.test('it keeps no promise', async () => {
      assert.match(await manager.reads(page), /[Dd]ue|working hour/);
      assert.match(await manager.reads('/disclosures'), new RegExp(reference));
    });

    await t.test('it is taken over with a reason, and not without one', async () => {
      const none = await manager.fills(page, { claim_why: ' ' });
      assert.equal(none.statusCode, 422);
      assert.match(none.body, /Say why you take it over/);
      assert.match(await manager.reads(page), has);
      await manager.finishes(page, { claim_why: 'She is called to court and rang nobody' });
      assert.match(await worker.reads(page), /has this since 10:05.*called to court/);
    });

    await t.test(
      'of two who take it over at one moment, the second is told that somebody was first',
      async () => {
        const claim = /name="claim" value="([^"]+)"/.exec((await deputy.get(page)).body)?.[1] ?? '';
        const why = { claim, claim_why: 'The manager went home ill' };
        const both = [deputy, worker];
        const sent = await Promise.all(both.map((by) => by.post(`${page}/claim/taking-over`, why)));
        assert.deepEqual(sent.map(({ statusCode }) => statusCode).toSorted(), [303, 409]);
        assert.match(
          words(sent.find(({ statusCode }) => statusCode === 409)?.body ?? ''),
          /said first, (?:at|on) .*You do not have it/,
        );
      },
    );

    await t.test('left for two working hours it is anybody’s, and managers hear of it once', async () => {
      await office.at('2026-11-18T12:04');
      assert.doesNotMatch(await manager.reads('/notifications'), /nobody goes on with it/);
      await office.at('2026-11-18T12:06');
      await office.at('2026-11-18T12:30');
      assert.match(
        await manager.reads('/notifications'),
        /said that they have something in triage, and nobody goes on with it/,
      );
      const told = await lintel.database.owner.query(
        "select from notification where kind = 'claim_left' and organisation_id = $1 and staff_id = $2",
        [office.landlord.organisation, manager.staff],
      );
      assert.equal(told.rowCount, 1);
      await manager.post(`${page}/claim`, {});
      assert.match(await manager.reads(page), /You have this since 12:30/);
    });

    await t.test('whoever has it lets it go, and a decision ends it', async () => {
      const claim = /name="claim" value="([^"]+)"/.exec((await manager.get(page)).body)?.[1] ?? '';
      await manager.post(`${page}/claim/release`, { claim });
      assert.match(await worker.reads(page), /Nobody has this yet/);
      await worker.post(`${page}/claim`, {});
      const file = await worker.finishes(`${page}/triage`, { ...meets, outcome: 'new_case' });
      assert.match(file, /^\/cases\//);
      assert.doesNotMatch(await manager.reads(page), /has this since|Nobody has this yet/);
      assert.equal((await manager.post(`${page}/claim`, {})).statusCode, 409);
      assert.doesNotMatch(await manager.reads(page), /You have this since/);
    });

    await t.test('a colleague outside the team neither sees nor claims it', async () => {
      const caretaker = await office.colleague('colleague');
      assert.equal((await caretaker.post(`${page}/claim`, {})).statusCode, 403);
    });

    await t.test(
      'it falls away at once where a conflict shuts out whoever has it, or they leave',
      async () => {
        const again = await findsOnBoard(worker, (await writesDown(worker)).reference);
        const id = again.split('/').at(-1);
        const leaver = await office.colleague('da_worker');
        const shut = 'update disclosure set blocked_staff = array[$2::uuid] where id = $1';
        const gone = 'update staff set ended_at = now() where id = $1';
        const { owner } = lintel.database;
        for (const [who, falls] of [
          [deputy, () => owner.query(shut, [id, deputy.staff])],
          [leaver, () => owner.query(gone, [leaver.staff])],
        ] as const) {
          assert.equal((await who.post(`${again}/claim`, {})).statusCode, 303);
          assert.match(await worker.reads(again), /has this since/);
          await falls();
          for (const where of ['/disclosures', again, `${again}/triage`])
            assert.doesNotMatch(await worker.reads(where), /has this since 12/, where);
          assert.equal((await worker.post(`${again}/claim`, {})).statusCode, 303, 'it is anybody’s');
          const claim = /name="claim" value="([^"]+)"/.exec((await worker.get(again)).body)?.[1] ?? '';
          await worker.post(`${again}/claim/release`, { claim });
        }
      },
    );

    await t.test('somebody whom the wall keeps out cannot say that they have it', async () => {
      const involved = { staff_involved: 'yes', colleague_1: deputy.staff, relation_1: 'relative' };
      const again = await findsOnBoard(worker, (await writesDown(worker, involved)).reference);
      assert.equal((await deputy.post(`${again}/claim`, {})).statusCode, 404);
      await worker.post(`${again}/claim`, {});
      for (const where of ['/disclosures', '/day'])
        assert.doesNotMatch((await deputy.get(where)).body, new RegExp(again), where);
    });
  });
