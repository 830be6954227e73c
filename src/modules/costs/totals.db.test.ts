import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTeam, teamOf } from '#modules/cases/testing.ts';
import { approveCost, offerSupport, recordStep as recordSupport } from '#modules/support/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { recordCost, strikeCost } from './store/costs.ts';
import { setRate } from './store/rates.ts';
import { avoids, cases, costs, moved, takes, today, told, yearsOver } from './testing.ts';

test('every cut adds up to one whole, and nothing of fewer than five cases is told by any', async (t) => {
  const team = await teamOf(t);
  await team.as(team.administrator, (tx, office) =>
    setRate(tx, office, { kind: 'hour', fromDay: today, pence: 10_000, source: 'The books of 2026' }),
  );
  const five = await cases(team, 5);
  for (const caseId of five) await costs(team, caseId, 'removal', 20_000);
  for (const caseId of five.slice(1)) await costs(team, caseId, 'storage', 9_000);
  for (const caseId of five) await takes(team, caseId, 8);
  const year = await told(team, team.administrator);
  assert.deepEqual(
    year.cut.kind.map(({ name, pence, quarters }) => [name, pence, quarters]),
    [
      ['cost.removal', 100_000, 0],
      ['time', 100_000, 40],
    ],
    'storage, of four cases, is not told',
  );
  assert.deepEqual(year.cut.area, [], 'by area only once the year is over');
  const over = await told(team, team.administrator, yearsOver);
  for (const by of ['month', 'area'] as const)
    assert.equal(
      over.cut[by].reduce((all, { pence }) => all + pence, 0),
      200_000,
      by,
    );
  assert.deepEqual(year.cut.role, [], 'two hold the role: by role it would be by colleague');
  await costs(team, await team.open(team.worker), 'legal', 11_000);
  const later = await told(team, team.administrator);
  assert.deepEqual(
    later.cut.kind.filter(({ name }) => name === 'together').map(({ pence }) => pence),
    [45_000],
    'of five cases together, to the nearest £50',
  );
});

test('a month of fewer than five cases is told with another, so that nothing is left over', async (t) => {
  const team = await teamOf(t);
  const all = await cases(team, 6);
  for (const caseId of all) await costs(team, caseId, 'removal', 20_000);
  await team.as(team.worker, (tx, office) =>
    recordCost(tx, office, {
      ...{ caseId: all[0] as CaseId, kind: 'removal', moveId: null, stage: 'billed', pence: 70_000 },
      ...{ known: 'bill', fellOn: today.subtract({ months: 1 }), words: 'Hollin Removals, once more' },
    }),
  );
  const { cut } = await told(team, team.manager);
  assert.deepEqual(
    cut.month.map(({ name, pence }) => [name, pence]),
    [['together', 190_000]],
  );
});

test('what is offered adds up the same with the rest as by itself', async (t) => {
  const team = await teamOf(t);
  const help = async (kind: 'food_voucher' | 'travel', many: number) => {
    for (const caseId of await cases(team, many))
      await team.as(team.worker, async (tx, office) => {
        const said = { what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' } as const;
        const offerId = await offerSupport(tx, office, { caseId, kind, ...said });
        await approveCost(tx, office, { caseId, offerId, pence: 10_000, why: 'For the week' });
        await recordSupport(tx, office, {
          caseId,
          offerId,
          step: 'delivered',
          happenedOn: today,
          pence: 8_000,
        });
      });
  };
  await help('food_voucher', 5);
  await help('travel', 4);
  const { totals, cut } = await told(team, team.manager, yearsOver);
  assert.deepEqual(
    totals.map(({ kind, spentPence }) => [kind, spentPence]),
    [['food_voucher', 40_000]],
  );
  for (const by of ['kind', 'month', 'area'] as const)
    assert.deepEqual(
      cut[by].map(({ pence }) => pence),
      [40_000],
      by,
    );
});

test('what one cost is not told because five were asked for', async (t) => {
  const team = await teamOf(t);
  for (const [nth, caseId] of (await cases(team, 5)).entries())
    await team.as(team.worker, async (tx, office) => {
      const said = { what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' } as const;
      const offerId = await offerSupport(tx, office, { caseId, kind: 'food_voucher', ...said });
      await approveCost(tx, office, { caseId, offerId, pence: 10_000, why: 'For the week' });
      if (nth > 0) return;
      const delivered = { caseId, offerId, step: 'delivered', happenedOn: today, pence: 80_000 } as const;
      await recordSupport(tx, office, delivered);
    });
  const { totals, cut } = await told(team, team.manager);
  assert.deepEqual(
    totals.map(({ kind, approvedPence, spentPence }) => [kind, approvedPence, spentPence]),
    [['food_voucher', 50_000, null]],
  );
  assert.deepEqual([cut.kind, cut.month], [[], []]);
});

test('an area is told by itself only where a hundred homes stand in it', async (t) => {
  const team = await teamOf(t);
  const homes = (many: number) =>
    team.behind.pool.query(
      `insert into property (organisation_id, id, reference, address_lines, postcode)
      select $1, gen_random_uuid(), 'more-' || $2 || '-' || n, array[n || ' Long Street'], 'EX9 1AA'
      from generate_series(1, $2::int) n returning id`,
      [team.organisation, many],
    );
  const [home] = (await homes(99)).rows;
  for (const caseId of await cases(team, 5)) {
    await team.behind.pool.query('update case_file set property_id = $1 where id = $2', [home.id, caseId]);
    await costs(team, caseId, 'removal', 20_000);
  }
  const areas = async () =>
    (await told(team, team.manager, yearsOver)).cut.area.map(({ name, pence }) => [name, pence]);
  assert.deepEqual(await areas(), [['together', 100_000]]);
  await homes(1);
  assert.deepEqual(await areas(), [['EX9', 100_000]]);
});

test('a year is reckoned by one rate: money does not tell on which day something happened', async (t) => {
  const team = await teamOf(t);
  const five = await cases(team, 5);
  for (const caseId of five) await takes(team, caseId, 8);
  const set = (fromDay: Temporal.PlainDate, pence: number) =>
    team.as(team.administrator, (tx, office) =>
      setRate(tx, office, { kind: 'hour', fromDay, pence, source: 'The books of 2026' }),
    );
  await set(today.subtract({ days: 20 }), 10_000);
  await set(today, 40_000);
  await set(today.add({ days: 1 }), 100);
  const spent = async () => (await told(team, team.administrator)).cut.kind.map(({ pence }) => pence);
  assert.deepEqual(await spent(), [100_000], 'by the first that was set in the year');
  await set(Temporal.PlainDate.from('2026-04-01'), 20_000);
  assert.deepEqual(await spent(), [200_000], 'or by the one that held as it began');
});

test('what was quoted or struck out counts nowhere, and another landlord reads nothing', async (t) => {
  const team = await teamOf(t);
  const five = await cases(team, 5);
  for (const caseId of five) await costs(team, caseId, 'void', 20_000, 'quoted');
  const ids = await Promise.all(five.map((caseId) => costs(team, caseId, 'void', 10_000)));
  assert.deepEqual(
    (await told(team, team.manager)).cut.kind.map(({ pence }) => pence),
    [50_000],
  );
  const other = await addTeam(team.db, team.behind);
  assert.deepEqual((await told(other, other.manager)).cut.kind, []);
  await team.as(team.worker, (tx, office) =>
    strikeCost(tx, office, { caseId: five[0] as CaseId, id: ids[0] ?? '', reason: 'It was billed twice' }),
  );
  assert.deepEqual((await told(team, team.manager)).cut.kind, []);
});

test('what was avoided is told apart, of five cases or more, by the unit cost of its year', async (t) => {
  const team = await teamOf(t);
  for (let time = 0; time < 4; time += 1) await avoids(team, await moved(team));
  assert.deepEqual((await told(team, team.manager, yearsOver)).avoided, []);
  await avoids(team, await moved(team));
  assert.deepEqual((await told(team, team.manager)).avoided, [], 'of a year that runs nothing is told');
  assert.deepEqual((await told(team, team.manager, yearsOver)).avoided, [
    { kind: 'temporary', times: 5, pence: 0, unpriced: 5 },
  ]);
  await team.as(team.administrator, (tx, office) =>
    setRate(tx, office, {
      kind: 'temporary',
      fromDay: today,
      pence: 120_000,
      source: 'The council’s table of 2026',
    }),
  );
  const { avoided, cut } = await told(team, team.manager, yearsOver);
  assert.deepEqual(avoided, [{ kind: 'temporary', times: 5, pence: 600_000, unpriced: 0 }]);
  assert.deepEqual(cut.kind, [], 'never among what was spent');
});
