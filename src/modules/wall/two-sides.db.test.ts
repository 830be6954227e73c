import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql, transact } from '#kit/sql.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { aCaseFearing, fears, onRegister, ownFileOf } from '#modules/own-files/testing.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { grantAccess } from './store/access.ts';
import { allocate } from './store/allocations.ts';

const counted = z.object({ count: z.number() });
const sees = async (team: Team, who: StaffId, caseId: CaseId) =>
  (await team.as(who, (tx) => tx.one(counted, sql`select count(*) from case_file where id = ${caseId}`)))
    .count === 1;
const leads = (team: Team, caseId: CaseId, staffId: StaffId) =>
  team.as(team.manager, (tx, office) => allocate(tx, office, { caseId, staffId, reason: 'She has room' }));

/** Hers, led by one worker, in which he is feared; and his own, led by another. */
async function both(t: TestContext) {
  const team = await teamOf(t);
  const [hers, his] = [await onRegister(team, 'P1'), await onRegister(team, 'P2')];
  const one = await aCaseFearing(team, his, team.worker, hers);
  const other = await team.open(team.manager, { leadId: team.otherWorker, personId: his });
  return { team, hers, his, one, other };
}

test('whoever works on one of two cases that concern each other does not see the other', async (t) => {
  const { team, one, other } = await both(t);
  const { worker, otherWorker, manager } = team;
  assert.deepEqual(
    [await sees(team, worker, one), await sees(team, worker, other)],
    [true, false],
    'whoever leads hers',
  );
  assert.deepEqual([await sees(team, otherWorker, one), await sees(team, otherWorker, other)], [false, true]);
  assert.deepEqual([await sees(team, manager, one), await sees(team, manager, other)], [true, true]);
});

test('neither is chosen for the other, as lead or by name, in the same words as with a conflict', async (t) => {
  const { team, one, other } = await both(t);
  const refused = (reason: RegExp) => (error: unknown) =>
    error instanceof Fault && error.verdict?.allowed === false && reason.test(error.verdict.reason);
  await assert.rejects(
    leads(team, other, team.worker),
    refused(/^This colleague cannot be chosen for this case/),
  );
  await assert.rejects(
    leads(team, one, team.otherWorker),
    refused(/^This colleague cannot be chosen for this case/),
  );
  const grant = { caseId: other, staffId: team.worker, reason: 'She covers for a week' };
  await assert.rejects(
    team.as(team.manager, (tx, office) => grantAccess(tx, office, grant)),
    refused(/cannot be given access/),
  );
});

test('nor does whoever led it before, once it is another’s', async (t) => {
  const { team, one, other } = await both(t);
  await leads(team, one, team.manager);
  assert.equal(await sees(team, team.worker, other), false);
});

test('it is found as soon as somebody says who is feared, chosen from the register or described', async (t) => {
  const team = await teamOf(t);
  const [hers, his] = [await onRegister(team, 'Ashworth'), await onRegister(team, 'Quill')];
  const one = await team.open(team.worker, { leadId: team.worker, personId: hers });
  const other = await team.open(team.otherWorker, { leadId: team.otherWorker, personId: his });
  assert.equal(await sees(team, team.worker, other), true);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into search_token (organisation_id, subject, token, subject_id)
      values (${team.organisation}, 'person', 'quill', ${his})`),
  );
  await team.as(team.worker, async (tx, { organisation, now }) =>
    tx.run(sql`insert into case_person (organisation_id, id, case_id, person_id, described_as, part, connection, notes,
        added_by, added_at)
      values (${organisation}, gen_random_uuid(), ${one}, null, 'SOMEBODY Quíll, her former husband',
        'alleged_perpetrator', '', '', ${team.worker}, ${now})`),
  );
  assert.equal(await sees(team, team.worker, other), false, 'described');
  assert.equal(await sees(team, team.otherWorker, one), false, 'described, the other way');
});

test('whoever works on both keeps both until a manager gives one away; a manager alone sees both', async (t) => {
  const team = await teamOf(t);
  const [hers, his] = [await onRegister(team, 'P1'), await onRegister(team, 'P2')];
  const one = await team.open(team.worker, { leadId: team.worker, personId: hers });
  const other = await team.open(team.worker, { leadId: team.worker, personId: his });
  await team.as(team.worker, (tx, office) => fears(tx, office, one, his));
  assert.deepEqual([await sees(team, team.worker, one), await sees(team, team.worker, other)], [true, true]);
  await leads(team, other, team.otherWorker);
  assert.deepEqual([await sees(team, team.worker, one), await sees(team, team.worker, other)], [true, false]);
  assert.deepEqual(
    [await sees(team, team.otherWorker, one), await sees(team, team.otherWorker, other)],
    [false, true],
  );
});

test('whoever is no longer named keeps nobody out', async (t) => {
  const { team, one, other } = await both(t);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(
      sql`update case_person set ended_at = added_at where case_id = ${one} and part = 'alleged_perpetrator'`,
    ),
  );
  assert.equal(await sees(team, team.worker, other), true);
});

test('nobody keeps the files of their own of both', async (t) => {
  const { team } = await both(t);
  const keepers = { manager: team.otherManager, worker: await another(team) };
  assert.match(await ownFileOf(team, 'P2', keepers), /^[0-9a-f-]{36}$/);
  assert.equal(await ownFileOf(team, 'P1', { ...keepers, manager: team.manager }), 'worker');
});

async function another({ behind, organisation }: Team): Promise<StaffId> {
  const row = z.object({ id: z.uuid() });
  const { id } = await transact(behind, { organisation }, (tx) =>
    tx.one(
      row,
      sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
        values (${organisation}, gen_random_uuid(), 'third@example.org', 'The third', '{da_worker}', now(), now())
        returning id`,
    ),
  );
  return id as StaffId;
}
