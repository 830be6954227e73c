import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Scope } from '#kit/sql.ts';
import { runs } from '../../../tests/property.ts';
import { type CountingWorld, countingWorld, hours, subjects } from './counting.fixture.ts';

const promises = fc.record({
  subject: fc.nat({ max: subjects.length - 1 }),
  commitment: fc.constantFrom('first-contact', 'risk'),
  due: fc.integer({ min: -30, max: 30 }),
  outcome: fc.constantFrom(null, 'met', 'breached', 'recorded_late'),
  ended: fc.integer({ min: -30, max: 20 }),
  fulfilled: fc.boolean(),
});
type Made = typeof promises extends fc.Arbitrary<infer P> ? P : never;

test('whatever is walled, the board counts what the asker would count row by row', async (t) => {
  const world = await countingWorld(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(promises, { maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (made, moments, counted) => {
        await fill(world, made);
        if (counted) await world.countAnew();
        for (const after of moments) {
          for (const scope of world.asks) assert.deepEqual(...(await world.bothWays(scope, hours(after))));
          assert.deepEqual(...(await world.ofEverything(hours(after))));
        }
      },
    ),
    runs(60, 4_000),
  );
  await fill(world, [{ subject: 0, commitment: 'risk', due: 1, outcome: null, ended: 0, fulfilled: false }]);
  const [asks] = world.asks as [Scope];
  const board = async (now: Temporal.Instant) => (await world.bothWays(asks, now))[0];
  assert.deepEqual(await board(hours(1)), ['risk running 1'], 'due at this moment is in time');
  assert.deepEqual(await board(hours(1).add({ milliseconds: 1 })), ['risk overdue 1']);
});

async function fill({ database, ids, landlord }: CountingWorld, made: readonly Made[]) {
  await database.owner.query('delete from obligation');
  for (const { subject, commitment, due, outcome, ended, fulfilled } of made)
    await database.owner.query(
      `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, case_id, disclosure_id,
        stops, by_plan, started_at, due_at, escalate_at, outcome, ended_at, fulfilled_at, subject_id)
      values ($1, gen_random_uuid(), $2, 'vivid-2023', '1', $3, $4, '{}', '{}', $5, $6, '{}', $7, $8, $9,
        gen_random_uuid())`,
      [
        landlord.organisation,
        commitment,
        subjects[subject]?.kind === 'case' ? ids[subject] : null,
        subjects[subject]?.kind === 'case' ? null : ids[subject],
        hours(-40).toString(),
        hours(due).toString(),
        outcome,
        outcome && hours(ended).toString(),
        outcome && (outcome !== 'breached' || fulfilled) ? hours(ended).toString() : null,
      ],
    );
}
