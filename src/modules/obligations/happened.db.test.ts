import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { officeUnder } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import type { CaseId, DisclosureId, ObligationId, StaffId } from '#rules/facts.ts';
import { london } from '../../../tests/site.ts';
import { attachToCase, happened, notify, obligationsOf, setAside, sweep } from './index.ts';
import { type PromiseWorld, promiseWorld } from './testing.ts';

function asSystem<T>(world: PromiseWorld, work: Parameters<typeof transact<T>>[2]): Promise<T> {
  return transact(world.services.db, { organisation: world.landlord.organisation, system: true }, work);
}

async function promisesOf(world: PromiseWorld, subject: Parameters<typeof obligationsOf>[2]) {
  return asSystem(world, (tx) => obligationsOf(tx, world.landlord.organisation, subject));
}

async function nextDue(world: PromiseWorld, caseId: CaseId): Promise<string | null> {
  const { rows } = await world.database.owner.query('select next_due_at from case_file where id = $1', [
    caseId,
  ]);
  return rows[0].next_due_at?.toString() ?? null;
}

test('a disclosure told of twice promises once', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const disclosureId = await world.disclosure('2026-11-18T09:00');
  await asSystem(world, (tx) => happened(tx, world.author(), { name: 'disclosure.received', disclosureId }));
  const promises = await promisesOf(world, { disclosureId });
  assert.deepEqual(promises.map(({ commitment }) => commitment).sort(), ['first-contact', 'triage']);
  const { rows } = await world.database.owner.query(
    "select count(*)::int as told from event where name = 'obligation.started'",
  );
  assert.deepEqual(rows, [{ told: 2 }], 'that each began is told once');
});

test('a colleague without access to cases can begin a promise that they cannot see', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T16:00');
  const { organisation } = world.landlord;
  const staff = await world.colleague(['colleague']);
  const disclosureId = newId<DisclosureId>();
  const author = officeUnder(world.services.packs, 'vivid-2023', {
    organisation,
    staff,
    now: world.clock.now(),
  });
  const seen = await transact(
    world.services.db,
    { organisation, staff, roles: ['colleague'] },
    async (tx) => {
      await tx.run(sql`insert into disclosure (organisation_id, id, reference, received_at, recorded_at, route, told_by,
        verbatim, immediate_danger)
      values (${organisation}, ${disclosureId}, 'D', ${author.now}, ${author.now}, 'concern', 'colleague', 'w', 'no')`);
      const happenedAt = london('2026-11-18T10:00');
      for (const name of ['disclosure.received', 'concern.reported'] as const)
        await happened(tx, author, { name, happenedAt, disclosureId });
      return obligationsOf(tx, organisation, { disclosureId });
    },
  );
  assert.deepEqual(seen, []);
  const promises = await promisesOf(world, { disclosureId });
  assert.deepEqual(promises.map(({ commitment, outcome }) => [commitment, outcome]).sort(), [
    ['concern-reported', 'met'],
    ['first-contact', null],
    ['triage', null],
  ]);
});

test('the caseload is ordered by what is still owed', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const first = await world.disclosure('2026-11-18T09:00');
  const second = await world.disclosure('2026-11-19T09:00');
  await asSystem(world, (tx) => attachToCase(tx, world.author(), first, caseId));
  await asSystem(world, (tx) => attachToCase(tx, world.author(), second, caseId));
  assert.equal(await nextDue(world, caseId), london('2026-11-18T13:00').toString(), 'triage within 4 hours');
  await world.database.owner.query(
    `update obligation set outcome = 'met', ended_at = now() where commitment = 'triage'`,
  );
  await sweep(world.services, world.landlord.organisation);
  await world.contact(caseId, 'contact.attempted', '2026-11-18T10:00');
  const owed = (await promisesOf(world, { caseId })).filter(({ outcome }) => outcome === null);
  assert.equal(owed.length, 2, 'an attempt keeps no promise');
  world.clock.set(london('2026-11-18T18:00'));
  await sweep(world.services, world.landlord.organisation);
  world.clock.set(london('2026-11-19T12:00'));
  await world.contact(caseId, 'contact.made', '2026-11-19T12:00');
  const after = await promisesOf(world, { caseId });
  const kept = after.filter(({ commitment }) => commitment === 'first-contact');
  assert.deepEqual(
    kept.map(({ outcome, fulfilledAt }) => [outcome, fulfilledAt?.toString() ?? null]),
    [
      ['breached', london('2026-11-19T12:00').toString()],
      ['met', null],
    ],
  );
  const next = london('2026-11-23T17:00').toString();
  assert.equal(await nextDue(world, caseId), next, 'what is owed next is to assess the risk');
});

test('a broken promise that is still owed stays at the head of the caseload', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const disclosure = await world.disclosure('2026-11-18T09:00');
  await asSystem(world, (tx) => attachToCase(tx, world.author(), disclosure, caseId));
  world.clock.set(london('2026-11-20T09:00'));
  await sweep(world.services, world.landlord.organisation);
  assert.equal(await nextDue(world, caseId), london('2026-11-18T13:00').toString());
});

test('a person reached before the neighbour’s call was triaged has been reached', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const disclosure = await world.disclosure('2026-11-18T09:00');
  world.clock.set(london('2026-11-18T11:00'));
  await asSystem(world, (tx) => happened(tx, world.author(), { name: 'contact.made', caseId }));
  world.clock.set(london('2026-11-18T12:00'));
  await asSystem(world, (tx) => attachToCase(tx, world.author(), disclosure, caseId));
  const [promise] = (await promisesOf(world, { caseId })).filter(
    ({ commitment }) => commitment === 'first-contact',
  );
  assert.equal(promise?.outcome, 'met');
});

test('an assessment written down before the contact has kept the promise that the contact begins', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T12:00');
  const caseId = await world.caseFile();
  const asked = london('2026-11-18T10:00');
  const eventId = await asSystem(world, (tx) =>
    happened(tx, world.author(), { name: 'risk.assessment-finished', caseId, happenedAt: asked }),
  );
  await world.contact(caseId, 'contact.made', '2026-11-18T10:30');
  await world.contact(caseId, 'contact.made', '2026-11-18T11:30');
  const promises = (await promisesOf(world, { caseId })).filter(
    ({ commitment }) => commitment === 'risk-assessed',
  );
  assert.deepEqual(
    promises.map(({ outcome, startedAt, endedAt }) => [outcome, startedAt.toString(), endedAt?.toString()]),
    [['met', london('2026-11-18T10:30').toString(), asked.toString()]],
  );
  assert.equal(await nextDue(world, caseId), null, 'nothing is owed');
  const { rows } = await world.database.owner.query(
    `select o.ended_event, o.next_look_at, (select count(*)::int from event e where e.name = 'obligation.met'
        and e.subject_id = o.id) as told from obligation o where o.commitment = 'risk-assessed'`,
  );
  assert.deepEqual(rows, [{ ended_event: eventId, next_look_at: null, told: 1 }]);
  world.clock.set(london('2026-11-25T12:00'));
  assert.equal(
    await sweep(world.services, world.landlord.organisation),
    0,
    'and nobody is told of it as overdue',
  );
});

test('an assessment of the same morning keeps it whichever of the two was written down first', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T12:00');
  const caseId = await world.caseFile();
  await world.contact(caseId, 'contact.made', '2026-11-18T10:30');
  const happenedAt = london('2026-11-18T10:00');
  await asSystem(world, (tx) =>
    happened(tx, world.author(), { name: 'risk.assessment-finished', happenedAt, caseId }),
  );
  const [promise] = (await promisesOf(world, { caseId })).filter(
    ({ commitment }) => commitment === 'risk-assessed',
  );
  assert.equal(promise?.outcome, 'met');
});

test('a review of the risk before something happened keeps nothing, even where that is told afterwards', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T12:00');
  const caseId = await world.caseFile();
  await asSystem(world, (tx) => happened(tx, world.author(), { name: 'risk.reviewed', caseId }));
  world.clock.set(london('2026-11-18T15:00'));
  await asSystem(world, (tx) =>
    happened(tx, world.author(), {
      name: 'risk.review-triggered',
      happenedAt: london('2026-11-18T09:00'),
      caseId,
      subjectId: newId(),
      recurs: true,
    }),
  );
  const promises = (await promisesOf(world, { caseId })).filter(
    ({ commitment }) => commitment === 'risk-review-change',
  );
  assert.deepEqual(
    promises.map(({ outcome }) => outcome),
    [null],
  );
});

test('a contact before the neighbour’s call is no answer to it, although it was written down after', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const disclosure = await world.disclosure('2026-11-18T09:00');
  world.clock.set(london('2026-11-18T11:00'));
  const happenedAt = london('2026-11-18T08:30');
  await asSystem(world, (tx) => happened(tx, world.author(), { name: 'contact.made', caseId, happenedAt }));
  world.clock.set(london('2026-11-18T12:00'));
  await asSystem(world, (tx) => attachToCase(tx, world.author(), disclosure, caseId));
  const [promise] = (await promisesOf(world, { caseId })).filter(
    ({ commitment }) => commitment === 'first-contact',
  );
  assert.equal(promise?.outcome, null);
});

test('a manager’s plan ends the promise by plan, and only where its terms know one', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const disclosureId = await world.disclosure('2026-11-18T09:00');
  const promises = await promisesOf(world, { disclosureId });
  const idOf = (commitment: string) =>
    promises.find((promise) => promise.commitment === commitment)?.id as ObligationId;
  const plan = async (promise: ObligationId) => {
    const approved = { name: 'contact-plan.approved', disclosureId, keepsOnly: { promise } } as const;
    await asSystem(world, (tx) => happened(tx, world.author(), approved));
    return (await promisesOf(world, { disclosureId }))
      .filter(({ commitment }) => commitment !== 'try-again')
      .map((each) => [each.commitment, each.outcome])
      .sort();
  };
  const running = [
    ['first-contact', null],
    ['triage', null],
  ];
  assert.deepEqual(await plan(idOf('triage')), running);
  assert.deepEqual(await plan(newId()), running);
  assert.deepEqual(await plan(idOf('first-contact')), [
    ['first-contact', 'met_by_plan'],
    ['triage', null],
  ]);
});

test('a disclosure handed over leaves no promise running', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const disclosureId = await world.disclosure('2026-11-18T09:00');
  await asSystem(world, (tx) =>
    setAside(tx, world.author(), disclosureId, newId(), 'handed-over-not_connected'),
  );
  world.clock.set(london('2026-11-20T09:00'));
  assert.equal(await sweep(world.services, world.landlord.organisation), 0);
});

test('behind the wall nothing is seen of a promise, nor changed', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const neighbour = await world.colleague(['da_manager', 'administrator']);
  const director = await world.colleague(['director']);
  const caseId = await world.caseFile({ blocked: [neighbour] });
  const disclosure = await world.disclosure('2026-11-18T09:00');
  await asSystem(world, (tx) => attachToCase(tx, world.author(), disclosure, caseId));
  const scopes = [
    { organisation, staff: neighbour, roles: ['da_manager', 'administrator'] },
    { organisation, staff: director, roles: ['director'] },
    { organisation: newId(), system: true },
    { organisation },
  ] as const;
  for (const scope of scopes)
    await transact(world.services.db, scope as never, async (tx) => {
      assert.deepEqual(await obligationsOf(tx, organisation, { caseId }), []);
      assert.equal(await tx.run(sql`update obligation set outcome = 'met', ended_at = now()`), 0);
    });
  await assert.rejects(world.database.public.query('select * from obligation'), /permission denied/);
});

test('whoever notifies cannot tell somebody behind whose back the wall stands', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const colleague = await world.colleague(['colleague']);
  const worker = await world.colleague(['da_worker']);
  const blocked = await world.colleague(['da_manager']);
  const disclosureId = await world.disclosure('2026-11-18T09:00', { blocked: [blocked] });
  const staffIds: StaffId[] = [worker, blocked, colleague];
  const told = await transact(
    world.services.db,
    { organisation, staff: colleague, roles: ['colleague'] },
    (tx) =>
      notify(tx, { ...world.author(), staff: colleague }, { staffIds, kind: 'triage_waiting', disclosureId }),
  );
  assert.deepEqual(told, [worker]);
});
