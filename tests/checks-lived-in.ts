import assert from 'node:assert/strict';
import { officeOf } from '#kit/office.ts';
import { sql, transact } from '#kit/sql.ts';
import { drawMonth } from '#modules/checks/index.ts';
import { holdsAndSystems } from './holds-lived-in.ts';
import type { Colleague, Office } from './policy/office.ts';
import { findsOnBoard, moment, neighbours, opensCase, recordsContact, writesDown } from './policy/steps.ts';

/**
 * A contact that was written down a day late, promises drawn by chance, a reason to review the policy, a day on which
 * the office is closed and one that is proposed, holds and the systems that ask about them.
 * @param looks answers what was drawn: nothing that they wrote down, of no case that they lead
 * @returns what stands for their parameters
 */
export async function somethingToLookAt(
  office: Office,
  administrator: Colleague,
  looks: Colleague,
): Promise<Readonly<Record<string, string>>> {
  const { worker, lintel, landlord } = office;
  const { organisation } = landlord;
  const { reference } = await writesDown(worker, {
    person_name: 'Odile Farrow',
    ...moment('received', '2026-11-17T09:00'),
  });
  const file = await opensCase(worker, await findsOnBoard(worker, reference), worker);
  await recordsContact(worker, file, 'spoke_safely', '2026-11-17T11:00');
  const handedOver = await somethingHandedOver(office);
  await transact(lintel.services.db, { organisation, system: true }, async (tx) =>
    drawMonth(tx, await officeOf(tx, lintel.services, organisation), Temporal.PlainDate.from('2026-11-01')),
  );
  const reasons = await administrator.finishes('/policy/reasons/new', {
    kind: 'law',
    words: 'A new Act asks for more',
  });
  assert.equal(reasons, '/policy');
  const closes = async (day: string) =>
    administrator.finishes('/policy/closures/new', {
      ...{ 'first-day': day, 'first-month': '3', 'first-year': '2027' },
      reason: 'Everybody is trained in the new forms',
    });
  const closed = await closes('8');
  await looks.finishes(closed, { decision: 'approved' });
  const waiting = await closes('9');
  const rowOf = async (table: string, id?: string) => {
    const { rows } = await lintel.database.owner.query(
      `select * from ${table} where organisation_id = $1 and id = coalesce($2, id) order by id limit 1`,
      [organisation, id],
    );
    assert.ok(rows[0], `nothing stands in ${table}`);
    return rows[0] as { readonly id: string; readonly case_id: string; readonly disclosure_id: string };
  };
  const home = { household: 'P-404', address: '9 Harbour Walk', postcode: 'PL4 8AA' };
  const asked = await looks.finishes('/move-checks/new', home);
  const letting = await looks.finishes('/new-lettings/new', {
    reference: 'LET-12',
    ...{ 'moves-day': '4', 'moves-month': '12', 'moves-year': '2026' },
  });
  const late = await rowOf('late_record');
  const sample = await rowOf('promise_sample', await offeredTo(looks, '/cases/[^"/]+'));
  const told = await rowOf('promise_sample', await offeredTo(looks, handedOver));
  return {
    '/move-checks/:check': asked.split('/').at(-1) ?? '',
    '/new-lettings/:letting': letting.split('/').at(-1) ?? '',
    ...(await holdsAndSystems(administrator, looks)),
    '/cases/:id/late/:late': late.id,
    '/cases/:id/late/:late :id': late.case_id,
    '/cases/:id/samples/:sample': sample.id,
    '/cases/:id/samples/:sample :id': sample.case_id,
    '/disclosures/:id/samples/:sample': told.id,
    '/disclosures/:id/samples/:sample :id': told.disclosure_id,
    '/policy/reasons/:reason': (await rowOf('policy_review_reason')).id,
    '/policy/closures/:closure': waiting.split('/').at(-1) ?? '',
    '/policy/closures/:closure/opening': closed.split('/').at(-1) ?? '',
  };
}

/** Chance may also draw a promise of a case that they may not see: the page offers what they may look at. */
async function offeredTo(looks: Colleague, about: string): Promise<string> {
  const { body } = await looks.get('/checks');
  const [, id] = new RegExp(`${about}/samples/([^"]+)">Look at it`).exec(body) ?? [];
  assert.ok(id, 'none of what was drawn is theirs to look at');
  return id;
}

/** By a colleague of a team of their own, of which nothing else can be drawn. @returns the path of the disclosure */
async function somethingHandedOver({ colleague, deputy, lintel, landlord }: Office): Promise<string> {
  const { organisation } = landlord;
  const hands = await colleague('da_worker');
  await transact(lintel.services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`update staff set manager_id = ${deputy.staff}
      where organisation_id = ${organisation} and id = ${hands.staff}`),
  );
  const { reference } = await writesDown(hands, { verbatim: 'They bang on the wall every night.' });
  const disclosure = await findsOnBoard(hands, reference);
  await hands.finishes(`${disclosure}/triage`, neighbours);
  return disclosure;
}
