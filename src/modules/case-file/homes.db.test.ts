import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { PropertyId } from '#rules/facts.ts';
import { openFile } from './store/case-file.ts';
import { homesIn, type NewHome, recordHome } from './store/homes.ts';

/** Two cases, each of a home of its own, the second shut to the worker of the first. */
async function twoHomes(t: TestContext) {
  const team = await teamOf(t);
  const [one, other] = [newId<PropertyId>(), newId<PropertyId>()];
  await transact(team.behind, { organisation: team.organisation }, async (tx) => {
    for (const id of [one, other])
      await tx.run(sql`insert into property (organisation_id, id, reference, address_lines, postcode)
        values (${team.organisation}, ${id}, ${id}, ${['1 Mill Lane']}, 'EX1 2AB')`);
  });
  const caseId = await team.open(team.worker, { propertyId: one });
  const moved = (propertyId: PropertyId): Omit<NewHome, 'before'> => ({
    ...{ caseId, kind: 'register', propertyId, tenancyId: null, address: '', since: null },
    ...{ source: 'person', change: 'moved', why: '' },
  });
  const homes = (staff = team.worker) =>
    team.as(staff, async (tx) => {
      await openFile(tx, team.organisation, caseId);
      return homesIn(tx, team.organisation, caseId);
    });
  const moves = (to: PropertyId) =>
    team.as(team.worker, async (tx, who) => {
      await openFile(tx, team.organisation, caseId);
      const [before = null] = await homesIn(tx, team.organisation, caseId);
      return recordHome(tx, who, { ...moved(to), before });
    });
  return { team, caseId, one, other, homes, moves, moved };
}

test('the home with which a case was opened is the first on record, and no later one takes it away', async (t) => {
  const { one, other, homes, moves } = await twoHomes(t);
  await moves(other);
  assert.deepEqual(
    (await homes()).map(({ propertyId, change, moves: moved }) => [propertyId, change, moved]),
    [
      [other, 'moved', true],
      [one, 'opened', false],
    ],
  );
});

test('where they live is behind the wall of the case', async (t) => {
  const { team, caseId, other, homes, moves } = await twoHomes(t);
  await moves(other);
  const conflict = { caseId, staffId: team.otherWorker, relation: 'relative', reason: 'Her cousin' } as const;
  await team.as(team.manager, (tx, who) => recordConflict(tx, who, conflict));
  assert.deepEqual(await homes(team.otherWorker), []);
  assert.deepEqual(await homes(team.administrator), []);
  assert.equal((await homes()).length, 2);
});

test('nobody writes a home that a conflict keeps from them, whatever they know of it', async (t) => {
  const { team, other, moves, homes } = await twoHomes(t);
  const elsewhere = await team.open(team.manager, { propertyId: other });
  const conflict = {
    caseId: elsewhere,
    staffId: team.worker,
    relation: 'relative',
    reason: 'His aunt',
  } as const;
  await team.as(team.manager, (tx, who) => recordConflict(tx, who, conflict));
  await assert.rejects(moves(other), /row-level security/);
  assert.equal((await homes()).length, 1);
});

test('of two who write at once, the second is told', async (t) => {
  const { team, caseId, other, moved } = await twoHomes(t);
  await assert.rejects(
    team.as(team.worker, async (tx, who) => {
      await openFile(tx, team.organisation, caseId);
      const [before = null] = await homesIn(tx, team.organisation, caseId);
      await recordHome(tx, who, { ...moved(other), before });
      await recordHome(tx, who, { ...moved(other), before });
    }),
    (error) => error instanceof Fault && error.code === 'stale',
  );
});
