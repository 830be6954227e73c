import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { transact } from '#kit/sql.ts';
import { testSite } from '../../../tests/site.ts';
import { nothingElseKnown, receiveDisclosure, routes, triageDisclosure } from './index.ts';
import { triageForm } from './triage-form.ts';

const told = {
  ...nothingElseKnown,
  receivedAt: Temporal.Instant.from('2026-11-23T09:30:00Z'),
  route: 'phone',
  toldBy: 'person',
  verbatim: 'He says I may not see my sister.',
  immediateDanger: 'no',
  personName: 'Zelda Quince',
} as const;
const facts = { connection: 'married', person_age: 'adult', alleged_age: 'adult', children: 'no' };
const meets = { ...facts, definition: 'meets', _version: '1' };

/** A case of Zelda Quince, and something that was told of somebody else. */
async function twoPeople(t: TestContext, personName = 'Ada Moss') {
  const site = await testSite(t, routes, '2026-11-23T10:00');
  const landlord = await site.landlord('vivid-2023');
  const { organisation, packId } = landlord;
  const author = () =>
    officeUnder(site.services.packs, packId, { organisation, staff: null, now: site.clock.now() });
  const asSystem = <T>(work: Parameters<typeof transact<T>>[2]) =>
    transact(site.services.db, { organisation, system: true }, work);
  const receive = (name: string) =>
    asSystem((tx) => receiveDisclosure(tx, author(), { value: { ...told, personName: name } }));
  const worker = await site.colleague(landlord, ['da_worker']);
  const second = await site.colleague(landlord, ['da_worker']);
  const first = await receive('Zelda Quince');
  const opened = await worker.post(`/disclosures/${first.id}/triage`, { ...meets, outcome: 'new_case' });
  const caseId = String(opened.headers.location).split('/').at(-1) ?? '';
  const other = await receive(personName);
  const joins = { ...meets, outcome: 'existing_case', case_id: caseId };
  const caseOf = async () =>
    (await site.database.owner.query('select case_id from disclosure where id = $1', [other.id])).rows[0]
      .case_id;
  return { site, asSystem, author, worker, second, caseId, other, joins, caseOf };
}

test('what is told of another person joins a case only with a reason and once somebody else has looked', async (t) => {
  const { worker, second, other, joins, caseId, caseOf } = await twoPeople(t);
  const at = `/disclosures/${other.id}`;
  const asked = await worker.post(`${at}/triage`, joins);
  assert.equal(asked.statusCode, 422);
  assert.match(asked.body, /about another person than the case\. Say why/);
  const proposed = await worker.post(`${at}/triage`, { ...joins, join_why: 'Her daughter rang for her' });
  assert.equal(proposed.headers.location, at, proposed.body);
  assert.equal(await caseOf(), null, 'until then it waits in triage');
  const yes = { decision: 'approved', why: '', _version: '1' };
  assert.equal((await worker.post(`${at}/joining`, yes)).statusCode, 403, 'never alone');
  assert.match((await second.get(at)).body, /Her daughter rang for her/);
  for (const invented of ['2147483648', '9007199254740991', '-3000000000', 'x', ''])
    assert.equal(
      (await second.post(`${at}/joining`, { ...yes, _version: invented })).statusCode,
      409,
      invented,
    );
  assert.equal((await second.post(`${at}/joining`, yes)).headers.location, `/cases/${caseId}`);
  assert.equal(await caseOf(), caseId);
});

test('naming the case’s own person at triage, or choosing them, does not pass by what was told', async (t) => {
  const { worker, other, joins, caseOf } = await twoPeople(t);
  const named = { ...joins, given_name: 'Zelda', family_name: 'Quince' };
  const asked = await worker.post(`/disclosures/${other.id}/triage`, named);
  assert.equal(asked.statusCode, 422);
  assert.match(asked.body, /about another person than the case\. Say why/);
  assert.equal(await caseOf(), null, 'a promise to Ada is not kept by whoever rings Zelda');
});

test('a second person who sees two people leaves it in triage', async (t) => {
  const { worker, second, other, joins, caseOf } = await twoPeople(t, '');
  const at = `/disclosures/${other.id}`;
  await worker.post(`${at}/triage`, { ...joins, join_why: 'The same street' });
  await second.post(`${at}/joining`, { decision: 'declined', why: 'Another flat', _version: '1' });
  assert.equal(await caseOf(), null);
  assert.equal((await worker.get(`${at}/triage`)).statusCode, 200, 'and it can be decided anew');
});

test('the comparison is the server’s: no way of joining goes past it', async (t) => {
  const { asSystem, author, other, joins, caseOf } = await twoPeople(t);
  const decision = triageForm.parse(joins);
  await assert.rejects(
    asSystem((tx) => triageDisclosure(tx, author(), { disclosureId: other.id, version: null, decision })),
    /refused/,
  );
  assert.equal(await caseOf(), null);
});
