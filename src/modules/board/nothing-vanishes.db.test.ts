import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import { happened, lookAtLate, setAsideCase, sweep, waitingLateRecords } from '#modules/obligations/index.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { triedPacks } from '../../../tests/packs.ts';
import { runs } from '../../../tests/property.ts';
import { london } from '../../../tests/site.ts';
import { promiseWorld } from '../obligations/testing.ts';
import { gather } from './gather.ts';
import { keepSummary } from './index.ts';
import { choosePeriod } from './period.ts';
import { loadCounted } from './store/counted.ts';
import { allEnded, noneRunning, noTally } from './tally.ts';

/** What may happen to a case under a policy: whatever begins, keeps or ends one of its promises. */
function eventsOf(pack: Pack): readonly CaseEventName[] {
  const clocks = pack.commitments.flatMap(({ measure }) => (measure.kind === 'clock' ? [measure] : []));
  const names = clocks.flatMap(({ starts, stops, byPlan, atLatest }) => [
    ...[starts, ...stops, ...byPlan],
    ...(atLatest ? [atLatest.starts] : []),
  ]);
  return [...new Set(names)];
}

interface Step {
  readonly event: CaseEventName;
  /** Hours after the one before, and for how many hours earlier it is written down. */
  readonly after: number;
  readonly earlier: number;
}

const step = (events: readonly CaseEventName[]): fc.Arbitrary<Step> =>
  fc.record({
    event: fc.constantFrom(...events),
    after: fc.integer({ min: 0, max: 72 }),
    earlier: fc.constantFrom(0, 0, 0, 5, 30, 200),
  });

/** Cases with anything at all happening to them, in any order, written down at once or late; some of them closed. */
async function livedThrough(t: TestContext, pack: Pack) {
  const world = await promiseWorld(t, '2026-09-01T09:00', pack.id);
  const { services, landlord, clock } = world;
  const system = { organisation: landlord.organisation, system: true } as const;
  const author = await world.colleague(['da_worker']);
  const another = await world.colleague(['da_manager']);
  const office = (staff = author) =>
    officeUnder(services.packs, pack.id, { organisation: landlord.organisation, staff, now: clock.now() });
  const history = fc.record({
    steps: fc.array(step(eventsOf(pack)), { maxLength: 12 }),
    closes: fc.boolean(),
  });
  const opened = new Map<CaseId, boolean>();
  for (const { steps, closes } of fc.sample(history, runs(12))) {
    clock.set(london('2026-09-01T09:00'));
    const caseId = await world.caseFile();
    opened.set(caseId, closes);
    await transact(services.db, { ...system, staff: author }, async (tx) => {
      await happened(tx, office(), { name: 'case.opened', caseId });
      for (const { event, after, earlier } of steps) {
        clock.set(clock.now().add({ hours: after }));
        const happenedAt = clock.now().subtract({ hours: earlier });
        const agreedDue = happenedAt.add({ hours: 6 });
        await happened(tx, office(), { name: event, caseId, happenedAt, agreedDue });
      }
    });
  }
  clock.set(london('2026-11-18T09:00'));
  await sweep(services, landlord.organisation);
  await transact(services.db, { ...system, staff: author }, async (tx) => {
    for (const [caseId, closes] of opened) {
      if (!closes) continue;
      const eventId = await happened(tx, office(), { name: 'case.closed', caseId });
      await setAsideCase(tx, office(), caseId, eventId, 'closed-their_wish');
    }
  });
  return { world, system, office, another };
}

const begunRow = z.object({ commitment: z.string(), begun: z.number() });

for (const pack of triedPacks)
  test(`under ${pack.id}, what was kept, broken, recorded late or ended otherwise, or runs, is all`, async (t) => {
    const { world, system, office, another } = await livedThrough(t, pack);
    const { services, landlord } = world;
    const { organisation } = landlord;
    const holds = async (moment: string) => {
      await keepSummary(services, organisation);
      const asked = { period: 'custom', from: '2026-06-01', to: '2026-11-30' };
      const manager = { organisation, staff: another, roles: ['da_manager'] as const };
      await transact(services.db, manager, async (tx) => {
        const { period } = choosePeriod(asked, Temporal.PlainDate.from('2026-11-18'), false);
        const { spans, days, current } = await loadCounted(tx, office(), 'sees-cases', period);
        const known = gather([pack], spans, days, current, 'sees-cases');
        const begun = await tx.rows(
          begunRow,
          sql`select commitment, count(*) as begun from obligation where organisation_id = ${organisation} group by 1`,
        );
        assert.ok(begun.length > 5, 'promises began');
        for (const each of begun) {
          const tally = known.period.get(each.commitment) ?? noTally;
          const { running } = known.now.get(each.commitment) ?? noneRunning;
          const { met, recordedLate, breached, byPlan, atBirth, otherwise, ended } = tally;
          assert.equal(met + recordedLate + breached + byPlan, ended, `${each.commitment}, ${moment}`);
          assert.equal(allEnded(tally) + running, each.begun, `${each.commitment}, ${moment}: none vanishes`);
          assert.ok(atBirth + otherwise >= 0);
          const because = Object.entries(tally.reasons).filter(([ending]) =>
            /^(otherwise|by-plan):/.test(ending),
          );
          const withReason = because.reduce((sum, [, number]) => sum + number, 0);
          assert.equal(withReason, otherwise + byPlan, `${each.commitment}, ${moment}: each by its reason`);
          assert.ok(
            !because.some(([ending]) => ending.endsWith('not-known')),
            `${each.commitment}: why is known`,
          );
        }
      });
    };
    await holds('as it was written down');
    await transact(services.db, { ...system, staff: another }, async (tx) => {
      const waiting = await waitingLateRecords(tx, organisation);
      for (const [index, late] of waiting.entries())
        await lookAtLate(tx, office(another), late, {
          decision: index % 2 === 0 ? 'confirmed' : 'declined',
          why: 'Asked',
          version: late.version,
          sight: 'inside',
        });
    });
    await holds('after a second person has looked');
  });
