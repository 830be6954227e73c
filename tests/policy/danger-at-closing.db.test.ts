import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice } from './office.ts';
import { aCase, findsOnBoard, moment, writesDown } from './steps.ts';

const inDanger = { immediate_danger: 'yes', danger_response: 'Rang 999' };

/** On call over the weekend of 20 November 2026. */
function onCall({ manager }: Office, staff: Colleague, more: { readonly second?: Colleague } = {}) {
  return manager.finishes('/rota/on-call/new', {
    staffId: staff.staff,
    ...(more.second && { secondId: more.second.staff }),
    reach: '07700 900123',
    ...moment('from', '2026-11-20T17:00'),
    ...moment('until', '2026-11-23T09:00'),
  });
}

/** How often somebody was told that they are on call and needed. */
function timesTold({ lintel, landlord }: Office, { staff }: Colleague): Promise<number> {
  const { organisation } = landlord;
  return transact(lintel.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`select from notification where organisation_id = ${organisation} and staff_id = ${staff}
      and kind = 'danger_on_call'`),
  );
}

for (const { id: packId } of triedPacks)
  test(`a danger that still stands when the office closes (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-20T10:00');
    const friday = async () => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-20T10:00');
      return office;
    };

    await t.test(
      'is handed over to whoever is on call as it closes, once, and its page says so',
      async () => {
        const office = await friday();
        const { worker, manager, deputy } = office;
        const night = await office.colleague('da_worker');
        await onCall(office, night, { second: deputy });
        await office.at('2026-11-20T16:00');
        const file = await aCase(worker);
        await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'The police rang' });
        await office.at('2026-11-20T16:55');
        assert.equal(await timesTold(office, night), 0, 'the team is there');
        await office.at('2026-11-20T17:01');
        for (const each of [night, deputy])
          assert.match(await each.reads('/notifications'), /You are on call/);
        assert.doesNotMatch(await manager.reads('/notifications'), /nobody on call could be told/);
        const handed =
          /It still stood while the office was closed\. Handed over .*17:01.* to .* and .*, on call\./;
        assert.match(await worker.reads(`${file}/danger`), handed);
        const entries = await worker.reads(`${file}/entries`);
        assert.match(entries, /It was handed over to .* and .*, on call/);
        await office.at('2026-11-21T12:00');
        assert.equal(await timesTold(office, night), 1);
        const link = /href="(\/dangers\/[^"]+)"/.exec((await night.get(`${file}/danger`)).body)?.[1] ?? '';
        await night.finishes(link, {
          done: 'Spoke with the police: he was taken away at noon.',
          doneBy: 'Dilys Thorne',
          ...moment('at', '2026-11-21T11:55'),
        });
        assert.match(await worker.reads(`${file}/danger`), handed, 'it stays with what was done');
        assert.match(await night.reads('/notifications'), /Nothing new/, 'it waits no more');
      },
    );

    await t.test('what was dealt with by then is not', async () => {
      const office = await friday();
      const { worker, deputy } = office;
      await onCall(office, deputy);
      const file = await aCase(worker, inDanger);
      const link = /href="(\/dangers\/[^"]+)"/.exec((await worker.get(`${file}/danger`)).body)?.[1] ?? '';
      await worker.finishes(link, {
        done: 'She is with her sister and is safe tonight.',
        doneBy: 'Ada Keel',
        ...moment('at', '2026-11-20T10:00'),
      });
      await office.at('2026-11-20T17:01');
      assert.equal(await timesTold(office, deputy), 0);
    });

    await t.test('where nobody is on call, managers hear it, and its page says so loudly', async () => {
      const office = await friday();
      const { worker, manager } = office;
      const { reference } = await writesDown(worker, inDanger);
      await office.at('2026-11-20T17:01');
      assert.match(await manager.reads('/notifications'), /nobody on call could be told/);
      const page = await findsOnBoard(worker, reference);
      assert.match(
        await worker.reads(page),
        /nobody on call could be told\. Managers were told\. Ring nobody on the rota/,
      );
      const late = await office.colleague('da_worker');
      await office.at('2026-11-20T18:00');
      await onCall(office, late);
      await office.at('2026-11-20T18:01');
      assert.equal(await timesTold(office, late), 1, 'whoever is put on call afterwards is told');
      assert.match(await worker.reads(page), /Handed over .*18:01/);
    });

    await t.test('nobody is told whom it is kept from: in conflict, or named as involved', async () => {
      const office = await friday();
      const { worker, manager, deputy } = office;
      const cousin = await office.colleague('da_worker');
      await onCall(office, cousin);
      const file = await aCase(worker);
      await manager.finishes(`${file}/conflicts/new`, {
        staffId: cousin.staff,
        relation: 'relative',
        reason: 'A cousin',
      });
      await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'The police rang' });
      const involved = { ...inDanger, colleague_1: cousin.staff, relation_1: 'relative' };
      const { reference } = await writesDown(worker, involved);
      await office.at('2026-11-20T17:01');
      assert.equal(await timesTold(office, cousin), 0);
      assert.match(await deputy.reads('/notifications'), /nobody on call could be told/);
      for (const page of [`${file}/danger`, await findsOnBoard(worker, reference)]) {
        assert.match(await worker.reads(page), /nobody on call could be told/);
        assert.doesNotMatch(await worker.reads(page), /07700 900123/);
      }
    });

    await t.test('before closed days too: Christmas Eve hands over what stands', async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager, deputy } = office;
      await office.at('2026-12-24T10:00');
      await manager.finishes('/rota/on-call/new', {
        staffId: deputy.staff,
        reach: '07700 900123',
        ...moment('from', '2026-12-24T17:00'),
        ...moment('until', '2026-12-29T09:00'),
      });
      const file = await aCase(worker, inDanger);
      await office.at('2026-12-26T08:00');
      assert.equal(await timesTold(office, deputy), 1, 'however late the program looks');
      assert.match(await worker.reads(`${file}/danger`), /Handed over/);
      await office.at('2026-12-28T20:00');
      assert.equal(await timesTold(office, deputy), 1);
    });
  });
