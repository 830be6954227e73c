import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw } from 'sql-template-tag';
import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { agreedIn } from '#modules/agreement/store/safe-contacts.ts';
import { casesAbout, openFile } from '#modules/case-file/store/case-file.ts';
import { peopleIn } from '#modules/case-file/store/people.ts';
import { addTeam, morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { addEntry, entriesOf } from '#modules/chronology/store/entries.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import { endAccess, grantAccess, grantsOf, restrictAccess } from './store/access.ts';
import { allocate } from './store/allocations.ts';
import { conflictsOf, endConflict, recordConflict } from './store/conflicts.ts';

const tables = [
  'case_file',
  'case_access',
  'case_conflict',
  'case_person',
  'case_entry',
  'allocation',
  'safe_contact',
  'agreed_way',
  'contact',
  'contact_plan',
] as const;

function sees(team: Team, staff: StaffId, caseId: CaseId): Promise<boolean> {
  return team.as(staff, async (tx) => (await openFile(tx, team.organisation, caseId)) !== null);
}

/** Rows in sight without opening any case: what a careless query would show. */
async function rowsInSight(tx: Tx): Promise<number> {
  let seen = 0;
  for (const table of tables) {
    const { rows } = await tx.one(
      z.object({ rows: z.number() }),
      sql`select count(*) as rows from ${raw(table)}`,
    );
    seen += rows;
  }
  return seen;
}

const kinship = { relation: 'relative', reason: 'Somebody in this case is her sister' } as const;

test('a case is opened for the team, and nobody else sees that it is there', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  assert.equal(await sees(team, team.worker, caseId), true);
  assert.equal(await sees(team, team.otherWorker, caseId), true);
  assert.equal(await sees(team, team.manager, caseId), true);
  assert.equal(await sees(team, team.administrator, caseId), false);
  assert.equal(await team.as(team.administrator, rowsInSight), 0);
});

test('another landlord sees nothing, not even with every role', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const other = await addTeam(team.db, team.behind);
  const seen = await transact(
    team.db,
    {
      organisation: other.organisation,
      staff: team.worker,
      roles: ['administrator', 'da_manager', 'da_worker'],
    },
    async (tx) => [await rowsInSight(tx), await openFile(tx, team.organisation, caseId)],
  );
  assert.deepEqual(seen, [0, null]);
});

test('a conflict beats every role, a grant by name and leading the case', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager, { leadId: team.worker });
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.worker, ...kinship }),
  );
  assert.equal(await sees(team, team.worker, caseId), false);
  assert.equal(await team.as(team.worker, rowsInSight), 0);
  const file = await team.as(team.manager, (tx) => openFile(tx, team.organisation, caseId));
  assert.equal(file?.leadId, null);
});

test('a colleague with a conflict, administrators included, finds no trace in any table', async (t) => {
  const team = await teamOf(t);
  const everything = ['administrator', 'da_manager', 'da_worker', 'director'] as const;
  const caseId = await team.open(team.worker, {
    blocked: [{ staffId: team.administrator, ...kinship }],
  });
  await transact(
    team.db,
    { organisation: team.organisation, staff: team.administrator, roles: everything },
    async (tx) => {
      assert.equal(await rowsInSight(tx), 0);
      assert.equal(await openFile(tx, team.organisation, caseId), null);
      assert.deepEqual(await peopleIn(tx, team.organisation, caseId), []);
      assert.equal((await entriesOf(tx, team.organisation, caseId)).total, 0);
      assert.equal(await agreedIn(tx, team.organisation, caseId), null);
      const events = await tx.one(z.object({ n: z.number() }), sql`select count(*) as n from event`);
      assert.equal(events.n, 0);
    },
  );
});

test('whoever reports their own conflict leads no longer, and is shut out from that moment', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager, { leadId: team.worker });
  await team.as(team.worker, (tx, who) =>
    recordConflict(tx, who, { caseId, staffId: team.worker, ...kinship }),
  );
  assert.equal(await sees(team, team.worker, caseId), false);
  const told = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(
      z.object({ staff: z.string(), kind: z.string() }),
      sql`select staff_id as staff, kind from notification`,
    ),
  );
  assert.deepEqual(
    told
      .filter((notice) => notice.kind === 'lead_needed')
      .map((notice) => notice.staff)
      .sort(),
    [team.manager, team.otherManager].sort(),
  );
});

test('nobody with a conflict opens a case or leads it', async (t) => {
  const team = await teamOf(t);
  const blocked = [{ staffId: team.worker, ...kinship }];
  await assert.rejects(team.open(team.worker, { blocked }), Fault);
  await assert.rejects(team.open(team.manager, { blocked, leadId: team.worker }), Fault);
  const caseId = await team.open(team.manager, { blocked });
  const allocation = { caseId, staffId: team.worker, reason: 'Knows the estate' };
  await assert.rejects(
    team.as(team.manager, (tx, who) => allocate(tx, who, allocation)),
    Fault,
  );
  await assert.rejects(
    team.as(team.manager, (tx, who) => grantAccess(tx, who, allocation)),
    Fault,
  );
});

test('a conflict ends by another manager with a reason, and then the colleague sees the case again', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker, { blocked: [{ staffId: team.otherWorker, ...kinship }] });
  const [conflict] = await team.as(team.manager, async (tx) => {
    await openFile(tx, team.organisation, caseId);
    return conflictsOf(tx, team.organisation, caseId);
  });
  const ending = { caseId, conflictId: conflict?.id ?? '', reason: 'It was another family' };
  await assert.rejects(
    team.as(team.otherWorker, (tx, who) => endConflict(tx, who, ending)),
    (error: Fault) => error.code === 'not-found',
  );
  await team.as(team.manager, (tx, who) => endConflict(tx, who, ending));
  assert.equal(await sees(team, team.otherWorker, caseId), true);
});

test('a case kept to named people is out of sight for the rest of the team, and never for everybody', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager, { leadId: team.worker });
  const restriction = { caseId, staffIds: [team.manager], reason: 'A relative works with the team' };
  await team.as(team.manager, (tx, who) => restrictAccess(tx, who, restriction));
  assert.equal(await sees(team, team.manager, caseId), true);
  assert.equal(await sees(team, team.worker, caseId), true, 'the lead stays');
  assert.equal(await sees(team, team.otherWorker, caseId), false);
  assert.equal(await sees(team, team.otherManager, caseId), false);
  await team.as(team.manager, async (tx, who) => {
    const open = (await grantsOf(tx, team.organisation, caseId)).filter((grant) => grant.endedAt === null);
    const own = open.find((grant) => grant.staffId === team.manager);
    const leads = open.find((grant) => grant.staffId === team.worker);
    const reason = 'Works elsewhere now';
    await endAccess(tx, who, { caseId, accessId: leads?.id ?? '', reason });
    await assert.rejects(endAccess(tx, who, { caseId, accessId: own?.id ?? '', reason }), Fault);
  });
});

test('two conflicts recorded at the same moment both hold', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager);
  await Promise.all([
    team.as(team.manager, (tx, who) => recordConflict(tx, who, { caseId, staffId: team.worker, ...kinship })),
    team.as(team.otherManager, (tx, who) =>
      recordConflict(tx, who, { caseId, staffId: team.otherWorker, ...kinship }),
    ),
  ]);
  assert.equal(await sees(team, team.worker, caseId), false);
  assert.equal(await sees(team, team.otherWorker, caseId), false);
});

test('a case given to somebody else lets the new lead in by name and not the old one', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager, { leadId: team.worker });
  await team.as(team.manager, async (tx, who) => {
    await restrictAccess(tx, who, { caseId, staffIds: [team.manager], reason: 'Known on the estate' });
    await allocate(tx, who, {
      caseId,
      staffId: team.otherWorker,
      reason: 'The lead goes on leave',
    });
  });
  assert.equal(await sees(team, team.otherWorker, caseId), true);
  assert.equal(await sees(team, team.worker, caseId), false);
});

test('keeping a case to those who alone can see it already is refused with the reason', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.manager, { leadId: team.worker });
  const restriction = { caseId, staffIds: [team.manager], reason: 'Known on the estate' };
  await team.as(team.manager, (tx, who) => restrictAccess(tx, who, restriction));
  await assert.rejects(
    team.as(team.manager, (tx, who) => restrictAccess(tx, who, restriction)),
    (error: Fault) => error.code === 'refused',
  );
});

test('cases about a person are found only by those who may see them', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker, { blocked: [{ staffId: team.otherWorker, ...kinship }] });
  const person = await transact(team.behind, { organisation: team.organisation }, async (tx) => {
    const { id } = await tx.one(
      z.object({ id: z.string() }),
      sql`insert into person (organisation_id, id, given_name, family_name)
        values (${team.organisation}, ${crypto.randomUUID()}, 'Invented', 'Person') returning id`,
    );
    await tx.run(sql`update case_file set person_id = ${id} where id = ${caseId}`);
    return id as never;
  });
  const about = (staff: StaffId) =>
    team.as(staff, (tx) => casesAbout(tx, team.organisation, { personId: person }));
  assert.equal((await about(team.worker)).length, 1);
  assert.equal((await about(team.otherWorker)).length, 0);
});

test('the chronology refuses to be changed or emptied, and nobody raises the wall but by its own rows', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await team.as(team.worker, (tx, who) =>
    addEntry(tx, who, {
      caseId,
      kind: 'note',
      happenedAt: morning,
      knownAt: morning,
      source: 'person',
      words: 'As it was said',
    }),
  );
  for (const forbidden of [
    sql`update case_entry set words = 'Something else'`,
    sql`delete from case_entry`,
    sql`delete from case_conflict`,
    sql`update contact set outcome = 'spoke_safely'`,
    sql`update case_file set blocked_staff = '{}'`,
    sql`update case_file set granted_roles = '{administrator}'`,
  ]) {
    const attempt = team.as(team.worker, (tx) => tx.run(forbidden));
    await assert.rejects(attempt, (error: { code?: string }) => error.code === '42501', forbidden.text);
  }
});
