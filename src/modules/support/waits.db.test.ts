import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTeam, type Team, teamOf } from '#modules/cases/testing.ts';
import type { StaffId } from '#rules/facts.ts';
import type { KindOfOffer } from './kinds.ts';
import { offerSupport } from './store/offer.ts';
import { offerOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';
import { strikeLast } from './store/strike.ts';
import { yearsUntil } from './store/totals.ts';
import { waitsOf } from './store/waits.ts';

const yes = Temporal.PlainDate.from('2026-06-01');
const years = yearsUntil(Temporal.PlainDate.from('2026-08-15'));

/** In a case of its own they would like it; so many days later it came, and they say so, or it has not come. */
async function wants(
  team: Team,
  kind: KindOfOffer,
  { came, said, ended }: { came?: number; said?: number; ended?: 'not_wanted' | 'cannot' } = {},
) {
  const caseId = await team.open(team.worker);
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, {
      ...{ caseId, kind, what: '', ownWords: 'Yes', offeredOn: yes, answer: 'taken' },
    }),
  );
  const of = { caseId, offerId };
  await team.as(team.worker, async (tx, office) => {
    if (came !== undefined)
      await recordStep(tx, office, { ...of, step: 'delivered', happenedOn: yes.add({ days: came }) });
    if (said !== undefined)
      await recordStep(tx, office, {
        ...of,
        step: 'confirmed',
        way: 'phone',
        happenedOn: yes.add({ days: said }),
      });
    if (ended)
      await recordStep(tx, office, {
        ...of,
        step: 'ended',
        ending: ended,
        words: 'So it is',
        happenedOn: yes,
      });
  });
  return of;
}

const read = async (team: Team, by: StaffId) =>
  (await team.as(by, (tx) => waitsOf(tx, years)))[0]?.waits.map((each) => Object.values(each)) ?? [];

test('half had it within so many days, as we say and as they say, and who waits is never left out', async (t) => {
  const team = await teamOf(t);
  for (const came of [2, 4, 6])
    await wants(team, 'tenancy_support', { came, ...(came === 2 && { said: 9 }) });
  await wants(team, 'tenancy_support');
  await wants(team, 'tenancy_support', { ended: 'cannot' });
  assert.deepEqual(await read(team, team.administrator), [['tenancy_support', 5, 3, 1, 6, null, 0, 5]]);
  await wants(team, 'tenancy_support');
  await wants(team, 'tenancy_support');
  assert.deepEqual(
    await read(team, team.administrator),
    [['tenancy_support', 7, 3, 1, null, null, 0, 7]],
    'more than half wait: no number of days is told',
  );
});

test('what they did not want any more stands apart, and makes nobody quicker', async (t) => {
  const team = await teamOf(t);
  for (let nth = 0; nth < 5; nth += 1) await wants(team, 'money', { came: nth });
  await wants(team, 'money', { ended: 'not_wanted' });
  assert.deepEqual(await read(team, team.administrator), [['money', 5, 5, 0, 2, null, 1, 5]]);
});

test('what they say did not come, and what was struck out, was no delivery', async (t) => {
  const team = await teamOf(t);
  const all = [];
  for (let nth = 0; nth < 5; nth += 1) all.push(await wants(team, 'safe_phone', { came: 1 }));
  const [lost, wrong] = all;
  assert.ok(lost && wrong);
  await team.as(team.worker, async (tx, office) => {
    await recordStep(tx, office, {
      ...lost,
      step: 'not_come',
      way: 'phone',
      happenedOn: yes.add({ days: 3 }),
    });
    await recordStep(tx, office, { ...lost, step: 'delivered', happenedOn: yes.add({ days: 8 }) });
    const stepId =
      (await offerOf(tx, team.organisation, wrong.caseId, wrong.offerId))?.steps.at(-1)?.id ?? '';
    await strikeLast(tx, office, { ...wrong, stepId, reason: 'That was another case' });
  });
  assert.deepEqual(await read(team, team.administrator), [['safe_phone', 5, 4, 0, 1, null, 0, 5]]);
});

test('what fewer than five cases had is together, or not there; each landlord has its own', async (t) => {
  const team = await teamOf(t);
  for (let nth = 0; nth < 4; nth += 1) await wants(team, 'safe_phone', { came: 1 });
  assert.deepEqual(await read(team, team.administrator), []);
  await wants(team, 'money', { came: 1 });
  assert.deepEqual(await read(team, team.administrator), [['together', 5, 5, 0, 1, null, 0, 5]]);
  const other = await addTeam(team.db, team.behind);
  assert.deepEqual(await read(other, other.administrator), []);
});
