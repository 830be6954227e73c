import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { writeEvent } from '#kit/event.ts';
import { buildStaffSite } from '#kit/http/sites.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { openCase } from '#modules/cases/index.ts';
import { attachToCase, sweep } from '#modules/obligations/index.ts';
import { endConflict, recordConflict } from '#modules/wall/index.ts';
import type { CaseId, DisclosureId, Role, StaffId } from '#rules/facts.ts';
import { addSession, browser, london, type TestBrowser } from '../../../tests/site.ts';
import { type PromiseWorld, promiseWorld } from '../obligations/testing.ts';
import { keepSummary, routes, summarise } from './index.ts';

interface Office extends PromiseWorld {
  readonly blocked: TestBrowser;
  readonly teammate: TestBrowser;
  readonly director: TestBrowser;
  /** As the program itself. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** What a disclosure received then becomes. */
  opens(received: string, shutOut?: readonly StaffId[]): Promise<CaseId>;
}

/** On Wednesday morning, with one case that everybody in the team may see: reached in time on Tuesday. */
async function office(t: TestContext): Promise<Office> {
  const world = await promiseWorld(t, '2026-11-17T09:00');
  const { services, landlord, author } = world;
  const { organisation } = landlord;
  const app = await buildStaffSite(services, { routes, destinations: [], keepDraft: async () => false });
  t.after(() => app.close());
  const visitor = async (roles: readonly Role[]) => {
    const staff = await world.colleague(roles);
    return browser(app, staff, await addSession(services, organisation, staff));
  };
  const system: Office['system'] = (work) => transact(services.db, { organisation, system: true }, work);
  const opens: Office['opens'] = async (received, shutOut = []) => {
    const disclosureId = await world.disclosure(received, { blocked: shutOut });
    return system(async (tx) => {
      await writeEvent(tx, author(), { name: 'disclosure.received', subjectId: disclosureId });
      return opened(tx, world, disclosureId, shutOut);
    });
  };
  world.clock.set(london('2026-11-18T10:00'));
  const [blocked, teammate, director] = [
    await visitor(['da_manager', 'administrator']),
    await visitor(['da_worker']),
    await visitor(['director']),
  ];
  await world.contact(await opens('2026-11-17T09:00'), 'contact.made', '2026-11-17T11:00');
  await sweep(services, organisation);
  await keepSummary(services, organisation);
  return { ...world, blocked, teammate, director, system, opens };
}

async function opened(
  tx: Tx,
  { landlord, author }: PromiseWorld,
  disclosureId: DisclosureId,
  shutOut: readonly StaffId[],
): Promise<CaseId> {
  const { caseId } = await openCase(tx, author(), {
    disclosureId,
    personId: null,
    describedAs: 'Somebody',
    propertyId: null,
    tenancyId: null,
    immediateDanger: false,
    children: 'no',
    blocked: shutOut.map((staffId) => ({ staffId, relation: 'neighbour', reason: 'Lives next door' })),
  });
  await tx.run(sql`update disclosure set case_id = ${caseId} where organisation_id = ${landlord.organisation}
    and id = ${disclosureId}`);
  await attachToCase(tx, author(), disclosureId, caseId);
  return caseId;
}

const looks = [
  '/board',
  '/board?period=30',
  '/board.csv?period=30',
  '/board/V4.1a',
  '/board/V4.1a?period=custom&from=2026-11-17&to=2026-11-17',
  '/board/V4.1a/trend.svg',
];

/** Everything that the board tells somebody, without what is new on every page. */
async function told({ get }: TestBrowser): Promise<readonly string[]> {
  const answers = [];
  for (const path of looks) {
    const { body, statusCode } = await get(path);
    assert.equal(statusCode, 200, path);
    answers.push(
      body
        .replace(/((?:name="_csrf"\s+value|data-csrf|name="csrf-token" content)=")[^"]*/g, '$1')
        .replace(/(name="_submission" value=")[^"]*/g, '$1'),
    );
  }
  return answers;
}

/** Kept, ended, recorded late, by plan, broken, running and overdue, of the contact on the same working day. */
async function firstContact({ get }: TestBrowser, path = '/board?period=30'): Promise<string> {
  const { body } = await get(path);
  const row = body.split('Contact on the same working day')[1]?.split('</tr>')[0] ?? '';
  const cells = [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, ''),
  );
  return cells.slice(0, 7).join(' ');
}

test('no figure, list, export or picture of the board moves with a case that is kept from a colleague', async (t) => {
  const at = await office(t);
  const { services, landlord, blocked, teammate } = at;
  const before = await told(blocked);
  const still = async (moment: string) => {
    assert.deepEqual(await told(blocked), before, moment);
    await keepSummary(services, landlord.organisation);
    assert.deepEqual(await told(blocked), before, `${moment}, and the summary was made`);
  };
  assert.equal(await firstContact(teammate), '100% 1 0 0 0 0 0');

  await at.disclosure('2026-11-18T09:00', { blocked: [blocked.staff] });
  assert.equal(await firstContact(teammate), '100% 1 0 0 0 1 0');
  await still('somebody told us');

  const kept = await at.opens('2026-11-18T09:00', [blocked.staff]);
  const broken = await at.opens('2026-11-17T09:30', [blocked.staff]);
  assert.equal(await firstContact(teammate), '100% 1 0 0 0 2 1');
  await still('two cases were opened');

  await at.contact(kept, 'contact.made', '2026-11-18T09:50');
  await sweep(services, landlord.organisation);
  await still('one was kept and one was broken');
  assert.equal(await firstContact(teammate), '66% 3 0 0 1 1 1');

  await at.contact(broken, 'contact.made', '2026-11-18T09:55');
  assert.equal(await firstContact(teammate), '66% 3 0 0 1 1 0');
  await still('the broken one was kept after all');
});

test('a director is told of every case, in figures that give none away', async (t) => {
  const at = await office(t);
  const { director, blocked } = at;
  assert.match((await director.get('/board')).body, /Fewer than 5 ended.*?Contact on the same working day/s);
  for (let n = 0; n < 4; n += 1) {
    const hidden = await at.opens('2026-11-17T09:00', [blocked.staff]);
    await at.contact(hidden, 'contact.made', '2026-11-17T12:00');
  }
  const running = await at.opens('2026-11-18T09:00', [blocked.staff]);
  await keepSummary(at.services, at.landlord.organisation);
  assert.equal(await firstContact(director, '/board'), '100% about 5 0 0 nothing to compare');
  assert.ok(!(await director.get('/board/V4.1a')).body.includes(running));
  assert.equal(await firstContact(blocked), '100% 1 0 0 0 0 0');
  const months = (await director.get('/board/V4.1a')).body;
  assert.match(months, /November 2026<\/th>.*?about 5/s);
});

test('a conflict takes a case out of what was counted, and its end brings it back', async (t) => {
  const at = await office(t);
  const { services, landlord, blocked, teammate, author } = at;
  const { organisation } = landlord;
  const caseId = await at.opens('2026-11-17T09:00');
  await at.contact(caseId, 'contact.made', '2026-11-17T12:00');
  await keepSummary(services, organisation);
  // Long enough ago that the summary does not look there by itself.
  at.clock.set(london('2026-12-14T10:00'));
  await keepSummary(services, organisation);
  const november = '/board?period=custom&from=2026-11-01&to=2026-11-30';
  const [manager, worker] = await freshly(t, at, [blocked.staff, teammate.staff]);
  assert.equal(await firstContact(manager, november), '100% 2 0 0 0 0 0');

  const conflict = {
    caseId,
    staffId: blocked.staff,
    relation: 'friend',
    reason: 'They know each other',
  } as const;
  const conflictId = await at.system((tx) => recordConflict(tx, author(), conflict));
  await keepSummary(services, organisation);
  assert.equal(await firstContact(manager, november), '100% 1 0 0 0 0 0');
  assert.equal(await firstContact(worker, november), '100% 2 0 0 0 0 0');

  const ending = { caseId, conflictId: conflictId ?? '', reason: 'It was somebody else' };
  await at.system((tx) => endConflict(tx, author(), ending));
  await keepSummary(services, organisation);
  assert.equal(await firstContact(manager, november), '100% 2 0 0 0 0 0');
  assert.deepEqual(await walls(at), [], 'nothing is counted apart any more');
});

test('what is counted behind a wall is counted once, however often the summary is made', async (t) => {
  const at = await office(t);
  const { services, landlord, blocked, teammate } = at;
  const hidden = await at.opens('2026-11-17T09:00', [blocked.staff]);
  await at.contact(hidden, 'contact.made', '2026-11-17T12:00');
  await keepSummary(services, landlord.organisation);
  const once = await walls(at);
  assert.ok(once.length > 0);
  const day = Temporal.PlainDate.from('2026-11-17');
  await summarise(services, landlord.organisation, day, day.add({ days: 1 }));
  assert.deepEqual(await walls(at), once);
  assert.equal(await firstContact(teammate), '100% 2 0 0 0 0 0');
});

test('the database tells nobody a row, and the team no totals: sums of what each may see', async (t) => {
  const at = await office(t);
  const { services, landlord, blocked, teammate, director } = at;
  const { organisation } = landlord;
  await at.opens('2026-11-18T09:00', [blocked.staff]);
  await keepSummary(services, organisation);
  const rowsFor = ({ staff }: TestBrowser, roles: readonly Role[], query = sql`select from promise_day`) =>
    transact(services.db, { organisation, staff, roles }, (tx) => tx.run(query));
  assert.ok((await at.system((tx) => tx.run(sql`select from promise_day`))) > 0);
  assert.ok((await walls(at)).length > 0);
  const everybody = [
    [teammate, ['da_worker']],
    [blocked, ['da_manager', 'administrator']],
    [director, ['director']],
  ] as const;
  for (const [each, roles] of everybody) assert.equal(await rowsFor(each, roles), 0);
  const totals = sql`select from lintel.promise_totals('{2026-11-01}', '{2026-11-30}')`;
  const seen = sql`select from lintel.promises_in('{2026-11-01}', '{2026-11-30}', '{}')`;
  assert.ok((await rowsFor(director, ['director'], totals)) > 0);
  assert.equal(await rowsFor(director, ['director'], seen), 0);
  for (const role of ['da_worker', 'da_manager'] as const) {
    assert.equal(await rowsFor(teammate, [role], totals), 0);
    assert.ok((await rowsFor(teammate, [role], seen)) > 0);
  }
});

test('days gone by count for each colleague what their wall lets them see, whatever becomes of a wall', async (t) => {
  const at = await office(t);
  const { services, landlord, blocked, teammate, database } = at;
  const { organisation } = landlord;
  const kept = await at.opens('2026-11-17T09:00', [blocked.staff]);
  await at.contact(kept, 'contact.made', '2026-11-17T12:00');
  const yesterday = '/board?period=custom&from=2026-11-17&to=2026-11-17';
  const told = async () => {
    await keepSummary(services, organisation);
    return [await firstContact(teammate, yesterday), await firstContact(blocked, yesterday)];
  };
  const one = '100% 1 0 0 0 0 0';
  const two = '100% 2 0 0 0 0 0';
  const wall = (roles: readonly Role[], staff: readonly StaffId[]) =>
    database.owner.query('update case_file set granted_roles = $2, granted_staff = $3 where id = $1', [
      kept,
      roles,
      staff,
    ]);
  assert.deepEqual(await told(), [two, one], 'a conflict');
  await wall([], []);
  assert.deepEqual(await told(), [one, one], 'and nobody was named');
  await wall([], [teammate.staff, blocked.staff]);
  assert.deepEqual(await told(), [two, one], 'both were named: the conflict is stronger');
  await database.owner.query(`update case_file set blocked_staff = '{}' where id = $1`, [kept]);
  // What was told goes its own way: the conflict was written down there as well.
  await database.owner.query(`update disclosure set blocked_staff = '{}' where case_id = $1`, [kept]);
  assert.deepEqual(await told(), [two, two], 'both are named, and the conflict is over');
  await wall(['da_manager'], []);
  assert.deepEqual(await told(), [one, two], 'managers only');
  await wall(['da_manager', 'da_worker'], []);
  assert.deepEqual(await told(), [two, two], 'the whole team');
  assert.deepEqual(await walls(at), [], 'nothing is counted apart any more');
});

/** The rows that count something walled, as the superuser sees them. */
async function walls({ database }: PromiseWorld): Promise<readonly unknown[]> {
  const { rows } = await database.owner.query(
    `select commitment, day::text, wall, ending, number from promise_day
     where wall <> '00000000-0000-0000-0000-000000000000' order by 1, 2, 3, 4`,
  );
  return rows;
}

/** Signed in anew: sessions do not last for weeks. */
async function freshly(
  t: TestContext,
  { services, landlord }: PromiseWorld,
  staff: readonly [StaffId, StaffId],
) {
  const app = await buildStaffSite(services, { routes, destinations: [], keepDraft: async () => false });
  t.after(() => app.close());
  const again = async (each: StaffId) =>
    browser(app, each, await addSession(services, landlord.organisation, each));
  return [await again(staff[0]), await again(staff[1])] as const;
}
