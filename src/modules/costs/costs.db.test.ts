import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import { financeOf } from '#modules/grants/testing.ts';
import { offerSupport } from '#modules/support/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { avoidedOf, counting, factsOf } from './store/avoided.ts';
import { costsOf, mayName, nameFund, recordCost, strikeCost } from './store/costs.ts';
import { setRate } from './store/rates.ts';
import { timesOf } from './store/times.ts';
import { avoids, costs, moved, takes, today, told } from './testing.ts';

const because = (words: RegExp) => (fault: Fault) =>
  fault.verdict?.allowed === false && words.test(fault.verdict.reason);

async function aTenancy(team: Team): Promise<string> {
  const { rows } = await team.behind.pool.query(
    `with home as (insert into property (organisation_id, id, reference, address_lines, postcode)
      values ($1, gen_random_uuid(), 'home-1', array['1 Long Street'], 'EX9 1AA') returning id)
    insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type, started_on)
    select $1, gen_random_uuid(), 'T-1', id, 'rent', 'secure', '2020-01-01' from home returning id`,
    [team.organisation],
  );
  return rows[0].id;
}

test('what an hour cost keeps the rate of its day, and without one is told without money', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await takes(team, caseId, 6);
  const read = async () =>
    (await team.as(team.worker, (tx) => timesOf(tx, team.organisation, caseId))).map(({ pence }) => pence);
  assert.deepEqual(await read(), [null]);
  const finance = await financeOf(team);
  const set = (fromDay: Temporal.PlainDate, pence: number) =>
    finance.as((tx, office) => setRate(tx, office, { kind: 'hour', fromDay, pence, source: 'The books' }));
  await set(today, 2_400);
  await set(today.add({ days: 1 }), 9_900);
  assert.deepEqual(await read(), [3_600]);
  await assert.rejects(
    team.as(team.worker, (tx, office) =>
      setRate(tx, office, { kind: 'hour', fromDay: today, pence: 1, source: 'Mine alone' }),
    ),
    /row-level security/,
  );
});

test('nobody says from which fund is paid what they wrote down, and a strike gives it back', async (t) => {
  const team = await teamOf(t);
  const fundId = await (await financeOf(team)).open('Moves', 50_000);
  const caseId = await team.open(team.manager);
  const costId = await team.as(team.manager, (tx, office) =>
    recordCost(tx, office, {
      ...{
        caseId,
        kind: 'removal',
        moveId: null,
        stage: 'billed',
        pence: 30_000,
        known: 'bill',
        fellOn: today,
      },
      words: 'Hollin Removals, two rooms',
    }),
  );
  const names = (by: StaffId) =>
    team.as(by, (tx, office) => nameFund(tx, office, { caseId, costId, fundId }));
  await assert.rejects(names(team.manager), because(/nobody pays what they wrote down/));
  await assert.rejects(
    team.as(team.manager, (tx) =>
      tx.run(sql`update case_cost set fund_id = ${fundId}, fund_at = now(), fund_by = ${team.manager}
        where id = ${costId}`),
    ),
    /violates check constraint/,
  );
  assert.equal(await names(team.otherManager), true);
  const paid = async () =>
    (
      await team.behind.pool.query(
        `select pence::int from fund_account where fund_id = $1 and place = 'paid'`,
        [fundId],
      )
    ).rows[0].pence;
  assert.equal(await paid(), 30_000);
  assert.deepEqual((await told(team, team.manager)).funds, [], 'of one case nothing is told');
  const [cost] = await team.as(team.manager, (tx) => costsOf(tx, team.organisation, caseId));
  assert.ok(cost && !mayName(cost, team.otherManager).allowed, 'it is paid once');
  await team.as(team.worker, (tx, office) =>
    strikeCost(tx, office, { caseId, id: costId, reason: 'It belongs to another case' }),
  );
  assert.equal(await paid(), 0);
});

test('what was avoided rests on a fact: struck out where it was written, it counts no more', async (t) => {
  const team = await teamOf(t);
  const of = await moved(team);
  await avoids(team, of);
  const facts = await team.as(team.worker, (tx) => factsOf(tx, team.organisation, of.caseId));
  assert.deepEqual(facts, [], 'each fact shows one thing');
  const read = () => team.as(team.worker, (tx) => avoidedOf(tx, team.organisation, of.caseId));
  assert.equal(counting(await read()).length, 1);
  await transact(team.behind, { organisation: team.organisation }, (tx) =>
    tx.run(sql`insert into home_move_step (organisation_id, id, case_id, move_id, step, day_on, words, recorded_at)
      select organisation_id, ${newId<string>()}, case_id, move_id, 'corrected', day_on, 'It was another home',
        recorded_at + interval '1 minute' from home_move_step where id = ${of.factId}`),
  );
  assert.equal(counting(await read()).length, 0);
  await assert.rejects(avoids(team, of), 'nothing shows it');
});

test('a place to stay that was paid for was not avoided, whichever was written down first', async (t) => {
  const team = await teamOf(t);
  const of = await moved(team);
  await avoids(team, of);
  const costId = await costs(team, of.caseId, 'temporary', 40_000);
  const read = () => team.as(team.worker, (tx) => avoidedOf(tx, team.organisation, of.caseId));
  assert.equal(counting(await read()).length, 0);
  await team.as(team.worker, (tx, office) =>
    strikeCost(tx, office, { caseId: of.caseId, id: costId, reason: 'It was another case' }),
  );
  assert.equal(counting(await read()).length, 1);
  const other = await moved(team);
  await costs(team, other.caseId, 'temporary', 40_000);
  await assert.rejects(avoids(team, other), because(/A place to stay was paid for/));
});

test('a step that was held back shows nothing once a claim was made over the same tenancy', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const stepId = newId<string>();
  const say = (id: string, step: string, state: 'meant' | 'taken', day: string, tenancy: string | null) =>
    team.behind.pool.query(
      `insert into court_step (organisation_id, id, tenancy, tenancy_id, step, state, on_day, told, undone, said_at,
        said_by, looked_at)
      values ($1, $2, 'T-1', $3, $4, $5, $6, $7, $8, '2026-06-01T09:00:00Z', $9, now())`,
      [
        ...[team.organisation, id, tenancy, step, state, day],
        ...(state === 'taken' ? ['', 'cannot_be'] : ['no', '']),
        team.worker,
      ],
    );
  const tenancyId = await aTenancy(team);
  await say(stepId, 'claim', 'meant', '2026-06-10', tenancyId);
  await team.behind.pool.query(
    `insert into court_step_met (organisation_id, id, step_id, case_id, how, step, on_day, met_at)
    values ($1, gen_random_uuid(), $2, $3, 'held_back', 'claim', '2026-06-10', '2026-06-01T09:00:00Z')`,
    [team.organisation, stepId, caseId],
  );
  const facts = () => team.as(team.worker, (tx) => factsOf(tx, team.organisation, caseId));
  assert.equal((await facts()).length, 1);
  await say(newId<string>(), 'notice', 'taken', '2026-06-20', tenancyId);
  assert.equal((await facts()).length, 1, 'a notice is no claim');
  await say(newId<string>(), 'claim', 'taken', '2026-06-25', tenancyId);
  assert.deepEqual(await facts(), []);
});

test('work that was found broken when it was looked at again shows nothing any more', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const said = { what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' } as const;
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, { caseId, kind: 'lock_change', ...said }),
  );
  const step = (number: number, which: string) =>
    team.behind.pool.query(
      `insert into support_step (organisation_id, id, case_id, offer_id, number, step, happened_on, recorded_at)
      values ($1, gen_random_uuid(), $2, $3, $4, $5, '2026-07-01', now())`,
      [team.organisation, caseId, offerId, number, which],
    );
  const shown = async () =>
    (await team.as(team.worker, (tx) => factsOf(tx, team.organisation, caseId))).map(({ what }) => what);
  await step(8, 'delivered');
  assert.deepEqual(await shown(), [], 'delivered, as we say');
  await step(9, 'confirmed');
  assert.deepEqual(await shown(), ['lock_change']);
  await step(10, 'look_broken');
  assert.deepEqual(await shown(), []);
});

test('PostgreSQL takes nothing avoided without its fact, whatever the program says', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const { factId } = await moved(team);
  const written = team.as(team.worker, (tx, { organisation, staff, now }) =>
    tx.run(sql`insert into avoided_cost (organisation_id, id, case_id, kind, happened_on, fact, fact_id, said_by, words,
        recorded_at, recorded_by)
      values (${organisation}, ${newId<string>()}, ${caseId}, 'temporary', ${today}, 'moved', ${factId}, 'Me', 'Why',
        ${now}, ${staff})`),
  );
  await assert.rejects(written, /rests on a fact of its case/);
});
