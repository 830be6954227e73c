import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { transact } from '#kit/sql.ts';
import { testSite } from '../../../tests/site.ts';
import { recordPerson, routes } from './index.ts';
import { importText } from './testing.ts';

async function imported(t: TestContext) {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  await importText(site.services.db, landlord.organisation);
  const one = async (text: string) => (await site.database.owner.query(text)).rows[0];
  return { site, landlord, one };
}

test('searching records how many were found, never what was typed', async (t) => {
  const { site, landlord, one } = await imported(t);
  const worker = await site.colleague(landlord, ['da_worker']);
  const found = await worker.post('/people', { q: 'okafor' });
  assert.equal(found.statusCode, 200);
  assert.match(found.body, /Sam Okafor/);
  assert.match(found.body, /8 July 1979/);
  assert.match(found.body, /<title>[^<]*People and homes/);
  const { data } = await one("select data from event where name = 'register.searched'");
  assert.deepEqual(data, { results: 1 });
});

test('nothing found, too little typed and nothing typed each help on', async (t) => {
  const { site, landlord } = await imported(t);
  const worker = await site.colleague(landlord, ['da_worker']);
  assert.match((await worker.post('/people', { q: 'xyzzy' })).body, /You could try/);
  assert.match((await worker.post('/people', { q: '12' })).body, /Type a name/);
  assert.equal((await worker.get('/people')).statusCode, 200);
  assert.equal((await worker.post('/people', { q: 'zoe', page: 'nonsense' })).statusCode, 200);
});

test('a person’s page tells who they are and live with, and never how to reach them', async (t) => {
  const { site, landlord, one } = await imported(t);
  const { id } = await one("select id from person where reference = 'P001'");
  const worker = await site.colleague(landlord, ['da_worker']);
  const { statusCode, body } = await worker.get(`/people/${id}`);
  assert.equal(statusCode, 200);
  assert.match(body, /Sam Okafor/);
  assert.match(body, /joint/);
  assert.match(body, /ends in 123/);
  assert.doesNotMatch(body, /7700 ?900123/);
  assert.doesNotMatch(/<title>(.*?)<\/title>/s.exec(body)?.[1] ?? '', /Zo/);
});

test('a phone on the register is shown to the team for a reason, once, and that is recorded', async (t) => {
  const { site, landlord, one } = await imported(t);
  const { id } = await one("select id from person where reference = 'P001'");
  const worker = await site.colleague(landlord, ['da_worker']);
  const path = `/people/${id}`;
  assert.match((await worker.get(path)).body, /Show phones and e-mail/);
  const unasked = await worker.post(path, {});
  assert.equal(unasked.statusCode, 422);
  assert.doesNotMatch(unasked.body, /7700 ?900123/);
  assert.equal((await worker.post(path, { reason: 'other' })).statusCode, 422, 'only a reason of the list');
  const shown = await worker.post(path, { reason: 'danger' });
  assert.match(shown.body, /\+447700900123/);
  assert.doesNotMatch((await worker.get(path)).body, /7700 ?900123/, 'once');
  const { subject_id, case_id, data } = await one("select * from event where name = 'contact-detail.shown'");
  assert.deepEqual([subject_id, case_id, data], [id, null, { channel: 'register', reason: 'danger' }]);
  const administrator = await site.colleague(landlord, ['administrator']);
  assert.doesNotMatch((await administrator.get(path)).body, /Show phones/);
  assert.equal((await administrator.post(path, { reason: 'danger' })).statusCode, 403);
});

test('a home’s page shows its tenancies and who lives there', async (t) => {
  const { site, landlord, one } = await imported(t);
  const { id } = await one("select id from property where reference = 'H1'");
  const worker = await site.colleague(landlord, ['da_worker']);
  const { body } = await worker.get(`/homes/${id}`);
  assert.match(body, /1 Mill Lane, Exampleton, EX1 2AB/);
  assert.match(body, /Who lives here/);
});

test('colleagues and contractors cannot search the register', async (t) => {
  const { site, landlord } = await imported(t);
  for (const role of ['colleague', 'contractor', 'director'] as const)
    assert.equal(
      (await (await site.colleague(landlord, [role])).post('/people', { q: 'zoe' })).statusCode,
      403,
      role,
    );
});

test('two people correct the same details: the second sees both texts', async (t) => {
  const { site, landlord, one } = await imported(t);
  const author = { organisation: landlord.organisation, staff: null, now: site.clock.now() };
  const id = await transact(site.services.db, { organisation: landlord.organisation, system: true }, (tx) =>
    recordPerson(tx, author, { givenName: 'Noor', familyName: 'Hadad' }),
  );
  const [one_, other] = [
    await site.colleague(landlord, ['da_worker']),
    await site.colleague(landlord, ['da_manager']),
  ];
  const fields = (familyName: string) => ({ _version: '1', givenName: 'Noor', familyName, alsoKnownAs: '' });
  const path = `/people/${id}/correction`;
  assert.equal((await one_.get(path)).statusCode, 200);
  assert.equal((await one_.post(path, fields('Haddad'))).statusCode, 303);
  const late = await other.post(path, fields('Hadaad'));
  assert.equal(late.statusCode, 409);
  assert.match(late.body, /Noor Haddad/);
  assert.match(late.body, /value="Hadaad"/);
  assert.match((await one_.post('/people', { q: 'haddad' })).body, /Noor Haddad/);
  const { id: fromLandlord } = await one("select id from person where reference = 'P001'");
  assert.equal((await one_.get(`/people/${fromLandlord}/correction`)).statusCode, 404);
});

test('a name stands in the direction of its own script, without marks that nobody sees', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const people = `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
N1,\u202eمحمد,علي\u200f,أبو علي,,,\n`;
  await importText(site.services.db, organisation, { people });
  const worker = await site.colleague(landlord, ['da_worker']);
  const found = (await worker.post('/people', { q: 'محمد' })).body;
  assert.match(found, /<span dir="auto">محمد علي<\/span>/);
  assert.match(found, /<input[^>]*type="search"[^>]*dir="auto"/);
  const [, path = ''] = /href="(\/people\/[^"]+)"/.exec(found) ?? [];
  const page = (await worker.get(path)).body;
  for (const name of ['محمد علي', 'أبو علي'])
    assert.ok(page.includes(`<span dir="auto">${name}</span>`), name);
  for (const body of [found, page]) assert.doesNotMatch(body, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
});
