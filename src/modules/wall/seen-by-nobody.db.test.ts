import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { sql, transact } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { morning, pack, type Team, teamOf } from '#modules/cases/testing.ts';
import { packs } from '#packs/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { restrictAccess } from './store/access.ts';
import { openWhatNobodySees } from './store/seen-by-nobody.ts';

const shelf = shelve(packs);

/** A conflict that came along from another case of the same person, as the triggers write it: nobody is asked. */
function carried(team: Team, caseId: CaseId, staffId: StaffId): Promise<unknown> {
  return transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into case_conflict (organisation_id, id, case_id, staff_id, relation, reason, recorded_at)
      values (${team.organisation}, ${newId()}, ${caseId}, ${staffId}, 'relative', 'Carried along', ${morning})`),
  );
}

function work(team: Team): Promise<void> {
  const { organisation } = team;
  const now = morning.add({ hours: 1 });
  const office = officeUnder(shelf, pack.id, { organisation, staff: null, now });
  return transact(team.db, { organisation, system: true }, (tx) => openWhatNobodySees(tx, office));
}

const noticeRow = z.object({ staffId: z.string(), caseId: z.string().nullable() });

function told(team: Team, kind: string) {
  return transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(
      noticeRow,
      sql`select staff_id as "staffId", case_id as "caseId" from notification where kind = ${kind}`,
    ),
  );
}

function unseen(team: Team, by: StaffId): Promise<number> {
  return team.as(by, async (tx) => {
    const row = z.object({ cases: z.number() });
    return (await tx.one(row, sql`select lintel.cases_nobody_sees() as cases`)).cases;
  });
}

const sees = (team: Team, by: StaffId, caseId: CaseId) =>
  team.as(by, async (tx) => (await openFile(tx, team.organisation, caseId)) !== null);

test('a case whose last reader a carried conflict shuts out is opened to the managers without one', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const staffIds = [team.worker];
  await team.as(team.manager, (tx, who) => restrictAccess(tx, who, { caseId, staffIds, reason: 'Her wish' }));
  await carried(team, caseId, team.worker);
  await carried(team, caseId, team.otherManager);
  assert.equal(await unseen(team, team.administrator), 1);
  assert.equal(await unseen(team, team.manager), 0, 'nobody but administrators counts them');
  await work(team);
  await work(team);
  assert.equal(await sees(team, team.manager, caseId), true);
  assert.equal(await sees(team, team.otherManager, caseId), false, 'a conflict is never passed');
  assert.equal(await sees(team, team.otherWorker, caseId), false);
  assert.deepEqual(await told(team, 'let_in_alone'), [{ staffId: team.manager, caseId }]);
  assert.equal(await unseen(team, team.administrator), 0);
});

test('where every manager has a conflict, the data protection officer is told once, and not of what', async (t) => {
  const team = await teamOf(t);
  const officer = newId<StaffId>();
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
      values (${team.organisation}, ${officer}, 'officer@example.org', 'The officer', '{data_protection_officer}',
        ${morning}, ${morning})`),
  );
  const caseId = await team.open(team.worker);
  for (const staffId of [team.worker, team.otherWorker, team.manager, team.otherManager])
    await carried(team, caseId, staffId);
  await work(team);
  await work(team);
  assert.deepEqual(await told(team, 'seen_by_nobody'), [{ staffId: officer, caseId: null }]);
  assert.deepEqual(await told(team, 'let_in_alone'), []);
  assert.equal(await unseen(team, team.administrator), 1);
});
