import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { happened, lookAtLate, waitingLateRecords } from '#modules/obligations/index.ts';
import { packs } from '#packs/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { morning, pack, type Team, teamOf } from '../cases/testing.ts';
import { drawMonth } from './store/draw.ts';
import { answerSample, samples } from './store/samples.ts';

const july = Temporal.PlainDate.from('2026-07-01');
const shelf = shelve(packs);

/** Cases of a worker whom a manager looks after, in each of which a first contact was made in time. */
async function keptPromises(t: TestContext, count: number) {
  const team = await teamOf(t);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update staff set manager_id = ${team.manager} where id = ${team.worker}`),
  );
  for (let n = 0; n < count; n += 1) {
    const caseId = await team.open(team.worker);
    await transact(team.behind, { organisation: team.organisation }, (tx) =>
      tx.run(sql`update case_file set lead_id = ${team.worker} where id = ${caseId}`),
    );
    await team.as(team.worker, (tx, who) => happened(tx, who, { name: 'disclosure.received', caseId }));
    const later = morning.add({ hours: 2 });
    await team.as(team.worker, (tx, who) => happened(tx, who, { name: 'contact.made', caseId }), later);
  }
  return team;
}

function draw(team: Team): Promise<void> {
  const { organisation } = team;
  const office = officeUnder(shelf, pack.id, { organisation, staff: null, now: morning.add({ hours: 800 }) });
  return transact(team.db, { organisation, system: true }, (tx) => drawMonth(tx, office, july));
}

const answers = { answer: 'agreed', why: 'The diary of that day', sight: 'inside' } as const;

test('five kept promises a team are drawn, once: whoever draws again changes nothing', async (t) => {
  const team = await keptPromises(t, 8);
  await draw(team);
  const read = () => team.as(team.manager, (tx) => samples(tx, team.organisation));
  const first = await read();
  assert.equal(first.length, 5);
  assert.ok(first.every(({ answer, month }) => answer === null && month.equals(july)));
  await draw(team);
  assert.deepEqual(await read(), first);
  const draws = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(z.object({ seed: z.string(), among: z.number() }), sql`select seed, among from sample_draw`),
  );
  assert.equal(draws.length, 1);
  assert.match(draws[0]?.seed ?? '', /^[0-9a-f]{32}$/);
  assert.ok((draws[0]?.among ?? 0) >= 8);
});

test('somebody else answers, once, and the board’s sums follow; the recorder and the lead cannot', async (t) => {
  const team = await keptPromises(t, 2);
  await draw(team);
  const [sample] = await team.as(team.manager, (tx) => samples(tx, team.organisation));
  assert.ok(sample);
  const answering = (by: StaffId) =>
    team.as(by, (tx, who) => answerSample(tx, who, sample, { ...answers, version: sample.version }));
  await assert.rejects(answering(team.worker), { code: 'refused' });
  await answering(team.otherWorker);
  await assert.rejects(answering(team.manager), { code: 'stale' });
  const [after] = (await team.as(team.manager, (tx) => samples(tx, team.organisation))).filter(
    ({ answer }) => answer !== null,
  );
  assert.deepEqual([after?.answer, after?.why], ['agreed', 'The diary of that day']);
  const totals = (by: StaffId) =>
    team.as(by, (tx) =>
      tx.one(
        z.object({ agreed: z.number(), waiting: z.number() }),
        sql`select agreed, waiting from lintel.sample_totals(${july})`,
      ),
    );
  assert.equal((await totals(team.administrator)).agreed, 1);
  assert.equal((await totals(team.manager)).agreed, 0, 'the team counts what its wall lets it see');
});

test('the database draws for the program alone, takes an answer once, and from nobody who wrote it down', async (t) => {
  const team = await keptPromises(t, 1);
  await draw(team);
  const { organisation } = team;
  const refused = (work: (tx: Tx) => Promise<unknown>, by = team.manager) =>
    assert.rejects(team.as(by, work), (error: { code: string }) => ['42501', '23514'].includes(error.code));
  await refused((tx) =>
    tx.run(sql`insert into sample_draw (organisation_id, month, team, seed, among, drawn_at)
      values (${organisation}, '2026-08-01', ${team.manager}, 'nice', 1, ${morning})`),
  );
  await refused(
    (tx) =>
      tx.run(
        sql`update promise_sample set answer = 'agreed', answered_by = ${team.worker}, answered_at = ${morning}`,
      ),
    team.worker,
  );
  await refused((tx) =>
    tx.run(sql`update promise_sample set answer = 'agreed', answered_by = ${team.otherWorker},
      answered_at = ${morning}`),
  );
});

test('nobody is told of what was drawn behind a wall', async (t) => {
  const team = await keptPromises(t, 3);
  await draw(team);
  const read = (by: StaffId) => team.as(by, (tx) => samples(tx, team.organisation));
  const [hidden] = await read(team.manager);
  assert.ok(hidden);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update case_file set blocked_staff = ${[team.otherWorker]} where id = ${hidden.caseId}`),
  );
  const seen = await read(team.otherWorker);
  assert.ok(!seen.some(({ caseId }) => caseId === hidden.caseId));
  assert.equal((await read(team.administrator)).length, 0);
});

test('whoever may look is told once of what was drawn; the recorder and who may see none of it are not', async (t) => {
  const team = await keptPromises(t, 3);
  const shutOut = team.otherManager;
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`update case_file set blocked_staff = ${[shutOut]}`),
  );
  await draw(team);
  await draw(team);
  const told = await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.rows(
      z.object({ staffId: z.string(), caseId: z.string().nullable(), times: z.number() }),
      sql`select staff_id as "staffId", case_id as "caseId", count(*) as times from notification
        where kind = 'sample_to_check' group by 1, 2`,
    ),
  );
  assert.deepEqual(
    told.toSorted((one, other) => one.staffId.localeCompare(other.staffId)),
    [team.manager, team.otherWorker]
      .map((staffId) => ({ staffId, caseId: null, times: 1 }))
      .toSorted((one, other) => one.staffId.localeCompare(other.staffId)),
  );
});

test('an answer about what was written down late takes nothing from a promise that was kept meanwhile', async (t) => {
  const team = await keptPromises(t, 1);
  const { organisation } = team;
  const kept = sql`from obligation where outcome = 'met' and commitment = 'first-contact'`;
  const first = z.object({ id: z.string(), outcome: z.string() });
  await transact(team.behind, { organisation }, (tx) =>
    tx.run(sql`insert into late_record (organisation_id, id, case_id, obligation_id, event_id, happened_at, makes,
        proposed_by, proposed_at)
      select organisation_id, ${newId<string>()}, case_id, id, ended_event, ${morning}, 'met', ${team.worker},
        ${morning} ${kept}`),
  );
  const late = await team.as(team.manager, async (tx, who) => {
    const waiting = await waitingLateRecords(tx, organisation);
    for (const each of waiting)
      await lookAtLate(tx, who, each, {
        decision: 'declined',
        why: 'Nobody was in',
        version: each.version,
        sight: 'inside',
      });
    return waiting;
  });
  assert.equal(late.length, 1);
  assert.equal((await team.as(team.manager, (tx) => waitingLateRecords(tx, organisation))).length, 0);
  const after = await team.as(team.manager, (tx) => tx.one(first, sql`select id, outcome ${kept}`));
  assert.deepEqual(after, { id: late[0]?.obligationId, outcome: 'met' });
});
