import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teamOf } from '#modules/cases/testing.ts';
import { gainsOf, recordGain, strikeGain } from './store/gains.ts';
import { gainTotals } from './store/totals.ts';

const year = { from: Temporal.PlainDate.from('2026-04-01'), until: Temporal.PlainDate.from('2026-08-01') };

test('what advice brought is told of five cases or more, never of one, and never of what was struck out', async (t) => {
  const team = await teamOf(t);
  const gains = async () => {
    const caseId = await team.open(team.worker);
    const id = await team.as(team.worker, (tx, office) =>
      recordGain(tx, office, {
        ...{ caseId, kind: 'benefit', oncePence: 10_000, weeklyPence: 2_000, known: 'seen' },
        ...{ adviser: 'Ola Brandt', since: Temporal.PlainDate.from('2026-06-01'), words: '' },
      }),
    );
    return { caseId, id };
  };
  const told = () => team.as(team.administrator, (tx) => gainTotals(tx, year));
  for (let time = 0; time < 4; time += 1) await gains();
  assert.deepEqual(await told(), []);
  const last = await gains();
  assert.deepEqual(await told(), [{ kind: 'benefit', oncePence: 50_000, yearlyPence: 520_000 }]);
  const unseen = await team.as(team.administrator, (tx) => gainsOf(tx, team.organisation, last.caseId));
  assert.deepEqual(unseen, [], 'whoever reads totals reads no case');
  await team.as(team.worker, (tx, office) =>
    strikeGain(tx, office, { ...last, reason: 'It was another case' }),
  );
  assert.deepEqual(await told(), []);
});

test('what one was given once is not told because five have something each week', async (t) => {
  const team = await teamOf(t);
  const gains = async (oncePence: number) => {
    const caseId = await team.open(team.worker);
    await team.as(team.worker, (tx, office) =>
      recordGain(tx, office, {
        ...{ caseId, kind: 'benefit', oncePence, weeklyPence: 2_000, known: 'seen' },
        ...{ adviser: 'Ola Brandt', since: Temporal.PlainDate.from('2026-06-01'), words: '' },
      }),
    );
  };
  const told = () => team.as(team.administrator, (tx) => gainTotals(tx, year));
  for (let time = 0; time < 5; time += 1) await gains(0);
  assert.deepEqual(await told(), [{ kind: 'benefit', oncePence: 0, yearlyPence: 520_000 }]);
  await gains(90_000);
  assert.deepEqual(await told(), [{ kind: 'benefit', oncePence: null, yearlyPence: 625_000 }]);
});
