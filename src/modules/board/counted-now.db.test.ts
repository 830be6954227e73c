import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { instant, type Scope, sql, type Tx, transact } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { london } from '../../../tests/site.ts';
import { promiseWorld } from '../obligations/testing.ts';

const midnight = london('2026-11-18T00:00');
const hours = (number: number) => midnight.add({ hours: number });

/** From whom a subject is kept: nobody, one colleague by a conflict, or everybody but those who were named. */
const walls = ['open', 'blocked', 'only the other', 'only whoever asks'] as const;
const subjects = walls.flatMap((wall) =>
  (['case', 'disclosure'] as const)
    // A disclosure is kept to named people only once it is a case.
    .filter((kind) => kind === 'case' || wall === 'open' || wall === 'blocked')
    .map((kind) => ({ kind, wall })),
);

const promises = fc.record({
  subject: fc.nat({ max: subjects.length - 1 }),
  commitment: fc.constantFrom('first-contact', 'risk'),
  due: fc.integer({ min: -30, max: 30 }),
  outcome: fc.constantFrom(null, 'met', 'breached', 'recorded_late'),
  ended: fc.integer({ min: -30, max: 20 }),
  fulfilled: fc.boolean(),
});
type Made = typeof promises extends fc.Arbitrary<infer P> ? P : never;

const row = z.object({
  commitment: z.string(),
  outcome: z.string().nullable(),
  dueAt: instant,
  endedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
});
const counted = z.object({ commitment: z.string(), ending: z.string(), number: z.number() });

test('whatever is walled, the board counts what the asker would count row by row', async (t) => {
  const { services, asks, fill, organisation } = await kept(t);
  await fc.assert(
    fc.asyncProperty(
      fc.array(promises, { maxLength: 25 }),
      fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 1, maxLength: 3 }),
      async (made, moments) => {
        await fill(made);
        for (const after of moments)
          for (const scope of asks)
            await transact(services.db, scope, async (tx) => {
              assert.deepEqual(await countedNow(tx, hours(after)), await oneByOne(tx, hours(after)));
            });
      },
    ),
    runs(60, 4_000),
  );
  await fill([{ subject: 0, commitment: 'risk', due: 1, outcome: null, ended: 0, fulfilled: false }]);
  await transact(services.db, asks[0] as Scope, async (tx) => {
    assert.deepEqual(await countedNow(tx, hours(1)), ['risk running 1'], 'due at this moment is in time');
    assert.deepEqual(await countedNow(tx, hours(1).add({ milliseconds: 1 })), ['risk overdue 1']);
  });

  async function countedNow(tx: Tx, now: Temporal.Instant) {
    const rows = await tx.rows(
      counted,
      sql`select commitment, ending, number from lintel.promises_now(${midnight}, ${now},
        array(select id from walled_subject where organisation_id = ${organisation}))`,
    );
    return sums(rows);
  }

  /** As whoever asks reads promises themselves, through the wall of each. */
  async function oneByOne(tx: Tx, now: Temporal.Instant) {
    const rows = await tx.rows(
      row,
      sql`select commitment, outcome, due_at as "dueAt", ended_at as "endedAt", fulfilled_at as "fulfilledAt"
        from obligation where organisation_id = ${organisation}`,
    );
    return sums(rows.flatMap((each) => endingsOf(each, now)));
  }
});

function endingsOf(
  { commitment, outcome, dueAt, endedAt, fulfilledAt }: z.infer<typeof row>,
  now: Temporal.Instant,
) {
  const as = (ending: string) => ({ commitment, ending, number: 1 });
  if (outcome === null) return [as(Temporal.Instant.compare(dueAt, now) >= 0 ? 'running' : 'overdue')];
  const today = endedAt && Temporal.Instant.compare(endedAt, midnight) >= 0;
  return [
    ...(outcome === 'breached' && !fulfilledAt ? [as('overdue')] : []),
    ...(today ? [as(outcome.replace('_', '-'))] : []),
  ];
}

function sums(rows: readonly z.infer<typeof counted>[]): readonly string[] {
  const by = Map.groupBy(rows, ({ commitment, ending }) => `${commitment} ${ending}`);
  return [...by]
    .map(([key, same]) => `${key} ${same.reduce((all, { number }) => all + number, 0)}`)
    .toSorted();
}

async function kept(t: TestContext) {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const [asker, other] = [await world.colleague(['da_worker']), await world.colleague(['da_worker'])];
  const ids: string[] = [];
  for (const { kind, wall } of subjects) {
    const blocked = wall === 'blocked' ? [asker] : [];
    const id =
      kind === 'case'
        ? await world.caseFile({ blocked })
        : await world.disclosure('2026-11-17T09:00', { blocked });
    if (wall === 'only the other' || wall === 'only whoever asks')
      await world.database.owner.query(
        `update case_file set granted_roles = '{}', granted_staff = $2 where id = $1`,
        [id, [wall === 'only the other' ? other : asker]],
      );
    ids.push(id);
  }
  const scope = (staff: StaffId, roles: readonly Role[]) => ({ organisation, staff, roles });
  return {
    services: world.services,
    organisation,
    asks: [
      scope(asker, ['da_worker']),
      scope(other, ['da_worker']),
      scope(asker, ['da_manager', 'administrator']),
    ] as const,
    async fill(made: readonly Made[]) {
      const { owner } = world.database;
      await owner.query('delete from obligation');
      for (const { subject, commitment, due, outcome, ended, fulfilled } of made)
        await owner.query(
          `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, case_id, disclosure_id,
            stops, by_plan, started_at, due_at, escalate_at, outcome, ended_at, fulfilled_at, subject_id)
          values ($1, gen_random_uuid(), $2, 'vivid-2023', '1', $3, $4, '{}', '{}', $5, $6, '{}', $7, $8, $9,
            gen_random_uuid())`,
          [
            organisation,
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
    },
  };
}
