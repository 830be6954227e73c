import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';

const told = /A colleague has still not been heard of/;
const onTheDay = /Carys Webb had not checked in: say what was found/;
const found = { found: 'safe', words: 'I rang her at 11:40: her phone had no signal on the stairs' };

/** A visit to a home, alone, that ends at eleven; a quarter of an hour later somebody is missed. */
async function outAlone(office: Office) {
  await office.at('2026-11-18T10:00');
  const file = await anAgreedCase(office, { visit: 'yes' });
  const alone = { channel: 'home', loneWorking: 'yes', checkIn: '15' };
  const visit = await office.worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30', alone));
  return { file, visit };
}

async function timesTold({ database }: Lintel, { staff }: Colleague): Promise<number> {
  const { rows } = await database.owner.query(
    "select count(*)::int as times from notification where kind = 'check_in_raised' and staff_id = $1",
    [staff],
  );
  return rows[0].times;
}

test('whoever went out alone and is not heard of', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test(
    'is told of up the line after another quarter of an hour, and stays on the managers’ day',
    async () => {
      const office = await openOffice(lintel);
      const { worker, manager, deputy } = office;
      const { file, visit } = await outAlone(office);
      await office.at('2026-11-19T11:16');
      assert.doesNotMatch(await deputy.reads('/notifications'), told, 'first the worker’s own manager alone');
      await office.at('2026-11-19T11:30');
      assert.equal(await timesTold(lintel, manager), 0);
      await office.at('2026-11-19T11:31');
      await office.at('2026-11-19T11:32');
      for (const one of [manager, deputy]) {
        assert.match(await one.reads('/notifications'), told);
        assert.equal(await timesTold(lintel, one), 1, 'once');
        assert.match(await one.reads('/day'), onTheDay);
      }
      assert.equal(await timesTold(lintel, worker), 0);
      assert.doesNotMatch(await worker.reads('/day'), onTheDay);
      assert.match(
        await manager.reads(visit),
        /everybody up the line were told.*if nobody can reach them, ring 999/,
      );

      await worker.post(`${visit}/check-in`);
      assert.match(await manager.reads('/day'), /Carys Webb checked in after the alarm: say what was found/);
      assert.match(
        await worker.reads(`${visit}/finding`),
        /Somebody else writes it down, who has spoken with you/,
      );
      const own = await worker.post(`${visit}/finding`, { ...found, _version: '1' });
      assert.equal(own.statusCode, 403);
      const unsaid = await manager.fills(`${visit}/finding`, { found: 'safe' });
      assert.equal(unsaid.statusCode, 422);
      await deputy.finishes(`${visit}/finding`, found);
      assert.doesNotMatch(await manager.reads('/day'), /say what was found/);
      assert.match(
        await manager.reads(visit),
        /What was found Somebody spoke with them: they are safe\. .* by Bram Oduya/,
      );
      const entries = await manager.reads(`${file}/entries`);
      assert.match(
        entries,
        /Visit of Thursday 19 November 2026 at 10:30: our colleague had not checked in\. Somebody spoke/,
      );
      assert.doesNotMatch(entries, /no signal on the stairs/, 'how a colleague is belongs to no case');
      const again = await manager.post(`${visit}/finding`, { ...found, _version: '2' });
      assert.equal(again.statusCode, 403);
      assert.match(words(again.body), /written down already/);
      const { rows } = await lintel.database.owner.query(
        "select name from event where subject_id = $1 and name ~ '^contact[.](check|find)' order by at, id",
        [visit.split('/').at(-1)],
      );
      assert.deepEqual(
        rows.map(({ name }) => name),
        [
          'contact.check-in-missed',
          'contact.check-in-raised',
          'contact.checked-in',
          'contact.finding-recorded',
        ],
      );
    },
  );

  await t.test(
    'is heard of by checking in, or by what somebody writes down; then nobody else is told',
    async () => {
      for (const how of ['checks in', 'is back', 'is found'] as const) {
        const office = await openOffice(lintel);
        const { worker, manager } = office;
        const { visit } = await outAlone(office);
        await office.at('2026-11-19T11:16');
        if (how === 'checks in') await worker.post(`${visit}/check-in`);
        if (how === 'is back') await worker.post(`${visit}/kept`);
        if (how === 'is found') await manager.finishes(`${visit}/finding`, found);
        await office.at('2026-11-19T11:45');
        assert.equal(await timesTold(lintel, manager), 0, how);
        assert.doesNotMatch(await manager.reads('/day'), /say what was found/);
      }
    },
  );

  await t.test('is not heard of because a colleague tidies the diary, or closes the page', async () => {
    const office = await openOffice(lintel);
    const { manager, deputy } = office;
    const { visit } = await outAlone(office);
    await office.at('2026-11-19T11:16');
    assert.doesNotMatch(await deputy.reads(visit), /Check in: safe/, 'who is missed says it, or is found');
    assert.equal((await deputy.post(`${visit}/check-in`)).statusCode, 404);
    await deputy.finishes(`${visit}/cancellation`, { reason: 'by_mistake' });
    await office.at('2026-11-19T11:32');
    assert.equal(await timesTold(lintel, manager), 1);
    assert.match(await manager.reads('/day'), onTheDay);
  });

  await t.test('in the evening, when no manager is on duty, every manager is told', async () => {
    const office = await openOffice(lintel);
    const { deputy, worker } = office;
    await office.at('2026-11-18T10:00');
    const file = await anAgreedCase(office, { visit: 'yes', 'safe1-from': '10:00', 'safe1-to': '20:00' });
    const alone = { channel: 'home', loneWorking: 'yes', checkIn: '15' };
    await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T18:00', alone));
    await office.at('2026-11-19T18:46');
    await office.at('2026-11-19T19:02');
    assert.equal(await timesTold(lintel, deputy), 1);
  });

  await t.test(
    'the wall stands: who is shut out learns nothing, and where no manager may know the team is told',
    async () => {
      const office = await openOffice(lintel);
      const { manager, deputy } = office;
      const colleague = await office.colleague('da_worker');
      const { file, visit } = await outAlone(office);
      for (const one of [deputy, manager])
        await manager.finishes(`${file}/conflicts/new`, {
          staffId: one.staff,
          relation: 'relative',
          reason: 'Her brother-in-law',
        });
      await office.at('2026-11-19T11:16');
      await office.at('2026-11-19T11:32');
      for (const one of [deputy, manager]) {
        assert.equal(await timesTold(lintel, one), 0);
        assert.doesNotMatch(await one.reads('/day'), /say what was found/);
        assert.equal((await one.get(`${visit}/finding`)).statusCode, 404);
        assert.equal((await one.post(`${visit}/finding`, { ...found, _version: '1' })).statusCode, 404);
      }
      assert.equal(await timesTold(lintel, colleague), 1);
      assert.match(await colleague.reads('/day'), onTheDay);
      await colleague.finishes(`${visit}/finding`, found);
      assert.doesNotMatch(await colleague.reads('/day'), /say what was found/);
    },
  );
});
