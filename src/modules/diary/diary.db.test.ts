import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { type Office, officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { allocate, recordConflict } from '#modules/wall/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { addTeam, morning, pack, type Team, teamOf } from '../cases/testing.ts';
import { diaryBetween, plannedOf } from './store/appointments.ts';
import { callOff } from './store/call-off.ts';
import { cancelContact, keepContact, planContact } from './store/plan.ts';

const rowsInSight = async (tx: Tx) => {
  const row = z.object({ rows: z.number() });
  return (await tx.one(row, sql`select count(*) as rows from planned_contact`)).rows;
};

/** A meeting of the worker's with the person of that case, so many hours from now. */
function aMeeting({ worker, as }: Team, caseId: CaseId, hours = 24): Promise<string> {
  const startsAt = morning.add({ hours });
  return as(worker, async (tx, author) => {
    await openFile(tx, author.organisation, caseId);
    return planContact(
      tx,
      { ...author, staff: worker },
      {
        caseId,
        staffId: worker,
        secondStaffId: null,
        channel: 'elsewhere',
        over: 'first',
        agreedWayId: null,
        purpose: 'talk',
        startsAt,
        endsAt: startsAt.add({ minutes: 30 }),
        place: 'The library',
        alsoThere: '',
        interpreter: 'not_needed',
        loneWorking: false,
        twoPeople: false,
        twoPeopleWhy: '',
        checkInBy: null,
        safeContactId: null,
        against: [],
        outsideWhy: '',
      },
    );
  });
}

test('whoever may not see the case finds nothing of its meetings, however they ask', async (t) => {
  const team = await teamOf(t);
  const { worker, otherWorker, administrator, manager, organisation } = team;
  const caseId = await team.open(worker);
  await aMeeting(team, caseId);
  const week = { from: morning, to: morning.add({ hours: 24 * 7 }), staffId: null };
  const diaryOf = (staff: typeof worker) => team.as(staff, (tx) => diaryBetween(tx, organisation, week));
  assert.equal((await diaryOf(otherWorker)).length, 1);
  await team.as(manager, (tx, author) =>
    recordConflict(tx, author, { caseId, staffId: otherWorker, relation: 'relative', reason: 'Her brother' }),
  );
  const elsewhere = await addTeam(team.db, team.behind);
  for (const [who, as] of [
    [otherWorker, team.as],
    [administrator, team.as],
    [elsewhere.manager, elsewhere.as],
  ] as const) {
    assert.equal(await as(who, rowsInSight), 0);
    assert.deepEqual(await as(who, (tx) => diaryBetween(tx, organisation, week)), []);
  }
  assert.equal((await diaryOf(worker)).length, 1);
});

test('the case says what is planned next: the nearest, then the one after it, then nothing', async (t) => {
  const team = await teamOf(t);
  const { worker, organisation } = team;
  const caseId = await team.open(worker);
  const later = await aMeeting(team, caseId, 48);
  const sooner = await aMeeting(team, caseId, 24);
  const next = () => team.as(worker, async (tx) => (await openFile(tx, organisation, caseId))?.nextPlannedAt);
  const ends = (id: string, how: 'kept' | 'cancelled') =>
    team.as(worker, async (tx, author) => {
      await openFile(tx, organisation, caseId);
      const planned = await plannedOf(tx, organisation, caseId, id);
      assert.ok(planned);
      const by = { ...author, staff: worker };
      if (how === 'kept') await keepContact(tx, by, planned);
      else await cancelContact(tx, by, planned, { reason: 'they_asked', words: '' });
    });
  assert.ok((await next())?.equals(morning.add({ hours: 24 })));
  await ends(sooner, 'kept');
  assert.ok((await next())?.equals(morning.add({ hours: 48 })));
  await ends(later, 'cancelled');
  assert.equal(await next(), null);
  await assert.rejects(ends(later, 'kept'), { code: 'stale' }, 'what was cancelled is not kept');
});

/** Until another connection to this database waits for a row that somebody holds. */
async function somebodyWaits({ behind, organisation }: Team): Promise<void> {
  const row = z.object({ waiting: z.number() });
  for (let asked = 0; asked < 2_000; asked += 1) {
    const { waiting } = await transact(behind, { organisation }, (tx) =>
      tx.one(
        row,
        sql`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    );
    if (waiting > 0) return;
  }
  assert.fail('nobody waits');
}

test('whoever plans while a colleague closes the case waits, and is told that it is closed', async (t) => {
  const team = await teamOf(t);
  const { worker, manager, organisation } = team;
  const caseId = await team.open(worker);
  await aMeeting(team, caseId);
  const { promise: closingGoesOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>();
  const closing = team.as(manager, async (tx, author) => {
    for (const to of ['closing', 'closed'] as const) await moveCase(tx, author, { caseId, to });
    hasBegun();
    await closingGoesOn;
    return callOff(tx, author, { caseId, reason: 'case_closed', words: '' });
  });
  await begun;
  const planning = assert.rejects(aMeeting(team, caseId, 48), { code: 'refused' });
  await somebodyWaits(team);
  goOn();
  assert.equal(await closing, 1);
  await planning;
  const week = { from: morning, to: morning.add({ hours: 24 * 7 }), staffId: null };
  assert.deepEqual(await team.as(worker, (tx) => diaryBetween(tx, organisation, week)), []);
});

test('a policy that promises a visit within five working days of a lead sees it kept when it took place', async (t) => {
  const team = await teamOf(t);
  const visited: Pack = {
    ...pack,
    id: 'visits',
    commitments: [
      {
        id: 'visited',
        clauses: ['V4.1a'],
        title: 'A visit',
        definition: 'Cases with a visit or a call within five working days of having a lead.',
        measure: {
          kind: 'clock',
          starts: 'case.allocated',
          stops: ['contact.kept'],
          byPlan: [],
          due: { workingDays: 5 },
          escalateAt: [1],
        },
      },
    ],
  };
  const shelf = shelve([visited]);
  const under = (office: Office) => ({ ...officeUnder(shelf, visited.id, office), staff: team.worker });
  const caseId = await team.open(team.worker);
  await team.as(team.manager, (tx, office) =>
    allocate(
      tx,
      { ...under(office), staff: team.manager },
      { caseId, staffId: team.worker, reason: 'Knows her' },
    ),
  );
  const plannedId = await aMeeting(team, caseId);
  const outcome = async () =>
    (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId })))
      .filter(({ commitment }) => commitment === 'visited')
      .map((promise) => [promise.commitment, promise.outcome]);
  assert.deepEqual(await outcome(), [['visited', null]]);
  await team.as(
    team.worker,
    async (tx, office) => {
      const planned = await plannedOf(tx, team.organisation, caseId, plannedId);
      assert.ok(planned);
      await keepContact(tx, under(office), planned);
    },
    morning.add({ hours: 25 }),
  );
  assert.deepEqual(await outcome(), [['visited', 'met']]);
});
