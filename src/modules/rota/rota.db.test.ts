import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { transact } from '#kit/sql.ts';
import { wall } from '#rules/testing.ts';
import { addTeam, calendar, morning, teamOf } from '../cases/testing.ts';
import { awayAt, changeWeek, deputyOf, dutySpans, recordAbsence, recordReturn } from './index.ts';
import { findAbsence } from './store/absences.ts';

const day = { from: morning.subtract({ hours: 9 }), to: morning.add({ hours: 15 }) };

describe('the rota in the database', () => {
  test('duty is one’s own week or the office’s hours, less what one is away', async (t) => {
    const team = await teamOf(t);
    const { worker, otherWorker, organisation } = team;
    await team.as(worker, async (tx, author) => {
      const week = [null, null, { starts: 8 * 60, ends: 12 * 60 }, null, null, null, null];
      await changeWeek(tx, { ...author, staff: worker }, { staffId: worker, week, version: 0 });
      const until = morning.add({ hours: 2 });
      await recordAbsence(
        tx,
        { ...author, staff: worker },
        { staffId: worker, deputyId: null, from: morning, until },
      );
    });
    const spans = await team.as(otherWorker, (tx) =>
      dutySpans(tx, organisation, { calendar, staffIds: [worker, otherWorker], ...day }),
    );
    assert.deepEqual(
      spans.map(({ staffId, from, to }) => [staffId === worker ? 'worker' : 'other', wall(from), wall(to)]),
      [
        ['worker', 'Wed 2026-07-01 08:00', 'Wed 2026-07-01 09:00'],
        ['worker', 'Wed 2026-07-01 11:00', 'Wed 2026-07-01 12:00'],
        ['other', 'Wed 2026-07-01 09:00', 'Wed 2026-07-01 17:00'],
      ],
    );
  });

  test('a week that somebody else changed meanwhile is not written over', async (t) => {
    const team = await teamOf(t);
    const { worker, manager } = team;
    const week = [null, null, null, null, null, null, null];
    await team.as(worker, (tx, author) =>
      changeWeek(tx, { ...author, staff: worker }, { staffId: worker, week, version: 0 }),
    );
    const again = team.as(manager, (tx, author) =>
      changeWeek(tx, { ...author, staff: manager }, { staffId: worker, week, version: 0 }),
    );
    await assert.rejects(again, { code: 'stale' });
  });

  test('whoever is away has a deputy until they are back, earlier than thought too', async (t) => {
    const team = await teamOf(t);
    const { worker, otherWorker, organisation } = team;
    const absence = await team.as(worker, (tx, author) =>
      recordAbsence(
        tx,
        { ...author, staff: worker },
        { staffId: worker, deputyId: otherWorker, from: morning, until: null },
      ),
    );
    await team.as(otherWorker, async (tx, author) => {
      assert.deepEqual(await awayAt(tx, organisation, morning), [
        { staffId: worker, deputyId: otherWorker, until: null },
      ]);
      assert.equal(await deputyOf(tx, organisation, worker, morning), otherWorker);
      const found = await findAbsence(tx, organisation, absence);
      assert.ok(found);
      const later = { ...author, staff: otherWorker, now: morning.add({ hours: 1 }) };
      await recordReturn(tx, later, found);
      assert.deepEqual(await awayAt(tx, organisation, later.now), []);
      await assert.rejects(recordReturn(tx, later, found), { code: 'not-found' });
    });
  });

  test('an absence that is taken back before it begins was never one', async (t) => {
    const team = await teamOf(t);
    const { worker, organisation } = team;
    const from = morning.add({ hours: 24 });
    await team.as(worker, async (tx, author) => {
      const self = { ...author, staff: worker };
      const id = await recordAbsence(tx, self, { staffId: worker, deputyId: null, from, until: null });
      const found = await findAbsence(tx, organisation, id);
      assert.ok(found);
      await recordReturn(tx, self, found);
      assert.deepEqual(await awayAt(tx, organisation, from), []);
    });
  });

  test('another landlord’s rota is not there', async (t) => {
    const team = await teamOf(t);
    const elsewhere = await addTeam(team.db, team.behind);
    await team.as(team.worker, (tx, author) =>
      recordAbsence(
        tx,
        { ...author, staff: team.worker },
        { staffId: team.worker, deputyId: null, from: morning, until: null },
      ),
    );
    const seen = await elsewhere.as(elsewhere.manager, (tx) => awayAt(tx, team.organisation, morning));
    assert.deepEqual(seen, []);
    const byTheProgram = await transact(team.db, { organisation: team.organisation, system: true }, (tx) =>
      awayAt(tx, team.organisation, morning),
    );
    assert.equal(byTheProgram.length, 1);
  });
});
