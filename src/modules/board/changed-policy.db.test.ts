import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { writeEvent } from '#kit/event.ts';
import { buildStaffSite } from '#kit/http/sites.ts';
import { newId } from '#kit/ids.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { transact } from '#kit/sql.ts';
import { sweep } from '#modules/obligations/index.ts';
import type { CaseId, Role } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { titleOf, triedPacks } from '../../../tests/packs.ts';
import { addSession, browser, london } from '../../../tests/site.ts';
import { thirdLandlord } from '../../../tests/third-landlord/pack.ts';
import { promiseWorld } from '../obligations/testing.ts';
import { keepSummary, routes } from './index.ts';

/** It promises no first contact, and that a case is allocated as the other one does. */
const later: Pack = {
  ...thirdLandlord,
  id: 'later',
  commitments: thirdLandlord.commitments.filter(({ id }) => id !== 'first-contact'),
};

/** A landlord whose policy changes at noon on 18 November 2026. */
async function changing(t: TestContext) {
  const world = await promiseWorld(t, '2026-11-17T09:00');
  const services = { ...world.services, packs: shelve([...triedPacks, later]) };
  const { organisation } = world.landlord;
  const change = [
    organisation,
    newId(),
    later.id,
    london('2026-11-18T12:00').toString(),
    world.clock.now().toString(),
  ];
  await world.database.owner.query('set session_replication_role = replica');
  await world.database.owner.query(
    'insert into policy_in_force (organisation_id, change_id, pack_id, begins_at, decided_at) ' +
      'values ($1, $2, $3, $4, $5)',
    change,
  );
  const happens = (name: 'case.opened' | 'case.allocated', caseId: CaseId, at: string) => {
    world.clock.set(london(at));
    return transact(services.db, { organisation, system: true }, (tx) =>
      writeEvent(tx, world.author(), { name, caseId }),
    );
  };
  const figures = async (commitment: string) => {
    const { rows } = await world.database.owner.query(
      `select day::text as day, sum(number)::int as ended,
        coalesce(sum(number) filter (where ending in ('met', 'late-confirmed')), 0)::int as met,
        coalesce(sum(number) filter (where ending like 'by-plan:%'), 0)::int as met_by_plan,
        coalesce(sum(number) filter (where ending = 'breached'), 0)::int as breached
      from promise_day where commitment = $1 group by 1 order by 1`,
      [commitment],
    );
    return rows.map((row) => [String(row.day), row.ended, row.met, row.met_by_plan, row.breached]);
  };
  const visit = async (...roles: readonly Role[]) => {
    const app = await buildStaffSite(services, { routes, destinations: [], keepDraft: async () => false });
    t.after(() => app.close());
    const staff = await world.colleague(roles);
    return browser(app, staff, await addSession(services, organisation, staff));
  };
  return { world, services, organisation, happens, figures, visit };
}

test('the board tells apart what an earlier policy promised and this one does not: none disappears', async (t) => {
  const { world, services, organisation, visit } = await changing(t);
  await world.disclosure('2026-11-17T09:00');
  world.clock.set(london('2026-11-18T10:00'));
  await sweep(services, organisation);
  await keepSummary(services, organisation);
  await world.disclosure('2026-11-18T10:00');
  const title = titleOf(triedPacks[0] as Pack, 'first-contact');

  const before = (await (await visit('da_worker')).get('/board')).body;
  assert.doesNotMatch(before, /Promised by an earlier policy|in force since/);

  world.clock.set(london('2026-11-18T12:00'));
  const worker = await visit('da_worker');
  const { body } = await worker.get('/board');
  assert.match(body, /Policy on safety at home, Thistle Homes, in force since 18 November 2026/);
  const apart = body.split('Promised by an earlier policy')[1] ?? '';
  assert.match(apart, /Domestic abuse policy, VIVID, version 2023-10/);
  const row = apart.split(title)[1]?.split('</tr>')[0] ?? '';
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, ''),
  );
  assert.deepEqual(
    cells.slice(0, 7),
    ['0%', '1', '0', '0', '1', '1', '1'],
    'one broken and still owed, one running',
  );
  assert.match(
    (await worker.get('/board.csv')).body,
    /V4\.1a[^"\n]*"?,"?Earlier policy: Domestic abuse policy, 2023-10/,
  );
  const director = await visit('director');
  assert.match((await director.get('/board')).body.split('Promised by an earlier')[1] ?? '', /fewer than 5/);

  world.clock.set(london('2026-11-19T10:00'));
  await sweep(services, organisation);
  await keepSummary(services, organisation);
  const next = (await (await visit('da_worker')).get('/board')).body.split('Promised by an earlier')[1] ?? '';
  assert.match(next.split(title)[1]?.split('</tr>')[0] ?? '', />2</, 'and the day after, from the summary');
});

test('the summary counts each day under the policy that held then, and what both promise together', async (t) => {
  const { services, organisation, happens, figures } = await changing(t);
  const [under, besides, never, after] = [newId<CaseId>(), newId<CaseId>(), newId<CaseId>(), newId<CaseId>()];
  for (const caseId of [under, never]) await happens('case.opened', caseId, '2026-11-18T11:59');
  for (const caseId of [besides, after]) await happens('case.opened', caseId, '2026-11-18T12:00');
  await happens('case.allocated', under, '2026-11-18T14:00');
  await happens('case.allocated', besides, '2026-11-18T14:00');
  await keepSummary(services, organisation);
  assert.deepEqual(await figures('case-allocated'), [['2026-11-18', 2, 2, 0, 0]]);
  await happens('case.opened', newId<CaseId>(), '2026-11-20T10:00');
  await keepSummary(services, organisation);
  await keepSummary(services, organisation);
  assert.deepEqual(await figures('case-allocated'), [
    ['2026-11-18', 2, 2, 0, 0],
    ['2026-11-19', 2, 0, 0, 2],
  ]);
});

test('what only the earlier policy counts is counted while it held, and stays', async (t) => {
  const { services, organisation, happens, figures } = await changing(t);
  const counted = triedPacks[0]?.commitments.find(({ id }) => id === 'chronology');
  assert.equal(counted?.measure.kind, 'evidence');
  const days = counted?.measure.kind === 'evidence' ? counted.measure.withinWorkingDays : 0;
  await happens('case.opened', newId<CaseId>(), '2026-11-18T11:59');
  await happens('case.opened', newId<CaseId>(), '2026-11-18T12:00');
  const due = Temporal.PlainDate.from('2026-11-18').add({ days });
  await happens('case.opened', newId<CaseId>(), `${due.add({ days: 1 })}T10:00`);
  for (const _ of ['once', 'and again']) {
    await keepSummary(services, organisation);
    assert.deepEqual(await figures('chronology'), [[due.toString(), 1, 0, 0, 1]]);
  }
});
