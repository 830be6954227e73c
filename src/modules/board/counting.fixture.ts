import type { TestContext } from 'node:test';
import { z } from 'zod';
import { instant, type Scope, sql, type Tx, transact } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { london } from '../../../tests/site.ts';
import { type PromiseWorld, promiseWorld } from '../obligations/testing.ts';
import { choosePeriod } from './period.ts';
import { countAnew } from './store/count-anew.ts';
import { loadCounted } from './store/counted.ts';

export const midnight = london('2026-11-18T00:00');
export const hours = (number: number) => midnight.add({ hours: number });

/** From whom a subject is kept: nobody, one colleague by a conflict, or everybody but those who were named. */
export const walls = ['open', 'blocked', 'only the other', 'only whoever asks', 'only managers'] as const;
export type Wall = (typeof walls)[number];
export const subjects = walls.flatMap((wall) =>
  (['case', 'disclosure'] as const)
    // A disclosure is kept to named people only once it is a case.
    .filter((kind) => kind === 'case' || wall === 'open' || wall === 'blocked')
    .map((kind) => ({ kind, wall })),
);

const row = z.object({
  commitment: z.string(),
  outcome: z.string().nullable(),
  dueAt: instant,
  endedAt: instant.nullable(),
  fulfilledAt: instant.nullable(),
});
interface Counted {
  readonly commitment: string;
  readonly ending: string;
  readonly number: number;
}

export interface CountingWorld extends PromiseWorld {
  /** Of each of the subjects, in their order. */
  readonly ids: readonly string[];
  /** Colleagues who ask: the one who is blocked and named, another, and the first again as a manager. */
  readonly asks: readonly Scope[];
  countAnew(): Promise<void>;
  /** What the board counts at a moment, and what a row by row count says in the same transaction. */
  bothWays(scope: Scope, now: Temporal.Instant): Promise<readonly [board: string[], rows: string[]]>;
  /** The same for somebody who sees figures of everything and no case. */
  ofEverything(now: Temporal.Instant): Promise<readonly [board: string[], rows: string[]]>;
  /** As the wall's own functions leave the row of a case. */
  wallOf(wall: Wall): {
    readonly roles: readonly Role[];
    readonly staff: StaffId[];
    readonly blocked: StaffId[];
  };
}

export async function countingWorld(t: TestContext): Promise<CountingWorld> {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { services } = world;
  const { organisation } = world.landlord;
  const [asker, other] = [await world.colleague(['da_worker']), await world.colleague(['da_worker'])];
  const director = await world.colleague(['director']);
  const wallOf: CountingWorld['wallOf'] = (wall) => ({
    roles:
      wall === 'open' || wall === 'blocked'
        ? ['da_worker', 'da_manager']
        : wall === 'only managers'
          ? ['da_manager']
          : [],
    staff: wall === 'only the other' ? [other] : wall === 'only whoever asks' ? [asker] : [],
    blocked: wall === 'blocked' ? [asker] : [],
  });
  const ids: string[] = [];
  for (const { kind, wall } of subjects) {
    const { roles, staff, blocked } = wallOf(wall);
    const id =
      kind === 'case'
        ? await world.caseFile({ blocked })
        : await world.disclosure('2026-11-17T09:00', { blocked });
    if (kind === 'case')
      await world.database.owner.query(
        'update case_file set granted_roles = $2, granted_staff = $3 where id = $1',
        [id, roles, staff],
      );
    ids.push(id);
  }
  const scope = (staff: StaffId, roles: readonly Role[]) => ({ organisation, staff, roles });
  const asks = [
    scope(asker, ['da_worker']),
    scope(other, ['da_worker']),
    scope(asker, ['da_manager', 'administrator']),
  ];
  const board = async (tx: Tx, now: Temporal.Instant, viewer: 'sees-cases' | 'figures-only') => {
    const office = { ...world.author(), now };
    const { period } = choosePeriod({}, today(office), viewer === 'figures-only');
    return sums((await loadCounted(tx, office, viewer, period)).current);
  };
  /** As whoever asks reads promises themselves, through the wall of each. */
  const oneByOne = async (tx: Tx, now: Temporal.Instant) => {
    const rows = await tx.rows(
      row,
      sql`select commitment, outcome, due_at as "dueAt", ended_at as "endedAt", fulfilled_at as "fulfilledAt"
        from obligation where organisation_id = ${organisation}`,
    );
    return sums(rows.flatMap((each) => endingsOf(each, now)));
  };
  return {
    ...world,
    ids,
    asks,
    wallOf,
    countAnew: () => countAnew(services, organisation),
    bothWays: (asking, now) =>
      transact(services.db, asking, async (tx) => [
        await board(tx, now, 'sees-cases'),
        await oneByOne(tx, now),
      ]),
    ofEverything: async (now) => [
      await transact(services.db, scope(director, ['director']), (tx) => board(tx, now, 'figures-only')),
      await transact(services.db, { organisation, system: true }, (tx) => oneByOne(tx, now)),
    ],
  };
}

function endingsOf(
  { commitment, outcome, dueAt, endedAt, fulfilledAt }: z.infer<typeof row>,
  now: Temporal.Instant,
): readonly Counted[] {
  const as = (ending: string) => ({ commitment, ending, number: 1 });
  if (outcome === null) return [as(Temporal.Instant.compare(dueAt, now) >= 0 ? 'running' : 'overdue')];
  const sameDay = endedAt?.toZonedDateTimeISO('Europe/London').toPlainDate();
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate();
  return [
    ...(outcome === 'breached' && !fulfilledAt ? [as('overdue')] : []),
    ...(sameDay?.equals(day) ? [as(outcome.replace('_', '-'))] : []),
  ];
}

function sums(rows: readonly Counted[]): string[] {
  const by = Map.groupBy(rows, ({ commitment, ending }) => `${commitment} ${ending}`);
  return [...by]
    .map(([key, same]) => `${key} ${same.reduce((all, { number }) => all + number, 0)}`)
    .toSorted();
}
