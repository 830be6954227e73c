import assert from 'node:assert/strict';
import test from 'node:test';
import { transact } from '#kit/sql.ts';
import type { PersonId } from '#rules/facts.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices, testSite } from '../../../tests/site.ts';
import { comparePeople, routes } from './index.ts';
import { inWords } from './matches.ts';
import { listMatches } from './store/matches.ts';
import { estate, importText } from './testing.ts';

const now = Temporal.Instant.from('2026-11-18T10:05:00Z');

test('after an import, possible duplicates are proposed with their reasons, once', async (t) => {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { db } = services;
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const open = () =>
    transact(db, { organisation, system: true }, (tx) => listMatches(tx, organisation, 'open', 10));
  await importText(db, organisation);
  await comparePeople(db, organisation, now);
  await comparePeople(db, organisation, now);
  const matches = await open();
  assert.equal(matches.length, 1);
  assert.deepEqual(inWords(matches[0]?.reasons ?? []), ['The same name', 'The same date of birth']);
});

test('a pair that is kept apart is never proposed again, and the decision can be taken back', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const { db } = site.services;
  const matches = (which: 'open' | 'decided') =>
    transact(db, { organisation, system: true }, (tx) => listMatches(tx, organisation, which, 10));
  await importText(db, organisation);
  await comparePeople(db, organisation, now);
  const administrator = await site.colleague(landlord, ['administrator']);
  const [match] = await matches('open');
  assert.ok(match);
  const shown = await administrator.get('/register/matches');
  assert.match(shown.body, /The same date of birth/);
  assert.match(shown.body, /ends in 123/);
  assert.doesNotMatch(shown.body, /700900123|700 900123/);
  const path = `/register/matches/${match.id}`;
  const kept = await administrator.post(`${path}/decision`, {
    _version: String(match.version),
    decision: 'kept_apart',
  });
  assert.equal(kept.statusCode, 303);

  await importText(db, organisation, { people: estate.people.replace('Zoe Field', 'Zoe Fields') });
  await comparePeople(db, organisation, now.add({ minutes: 5 }));
  assert.deepEqual(await matches('open'), []);

  const again = await administrator.post(`${path}/undoing`, { _version: '2', why: '' });
  assert.equal(again.statusCode, 422);
  const undone = await administrator.post(`${path}/undoing`, { _version: '2', why: 'The wrong pair' });
  assert.equal(undone.statusCode, 303);
  const linked = await administrator.post(`${path}/decision`, { _version: '3', decision: 'linked' });
  assert.equal(linked.statusCode, 303);
  const worker = await site.colleague(landlord, ['da_worker']);
  const page = await worker.get(`/people/${match.person.id}`);
  assert.match(page.body, /The same person as/);
  assert.match(page.body, new RegExp(match.other.id));
});

test('two administrators who decide at once: the second is told, and the first decision stands', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  await importText(site.services.db, organisation);
  await comparePeople(site.services.db, organisation, now);
  const [match] = await transact(site.services.db, { organisation, system: true }, (tx) =>
    listMatches(tx, organisation, 'open', 1),
  );
  const path = `/register/matches/${match?.id}/decision`;
  const first = await site.colleague(landlord, ['administrator']);
  const second = await site.colleague(landlord, ['administrator']);
  assert.equal((await first.post(path, { _version: '1', decision: 'kept_apart' })).statusCode, 303);
  assert.equal((await second.post(path, { _version: '1', decision: 'linked' })).statusCode, 409);
});

test('only administrators settle duplicates, and nobody those of another landlord', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  await importText(site.services.db, organisation);
  await comparePeople(site.services.db, organisation, now);
  const [match] = await transact(site.services.db, { organisation, system: true }, (tx) =>
    listMatches(tx, organisation, 'open', 1),
  );
  const worker = await site.colleague(landlord, ['da_worker']);
  assert.equal((await worker.get('/register/matches')).statusCode, 403);
  const stranger = await site.colleague(await site.landlord('livv-2024'), ['administrator']);
  const foreign = await stranger.post(`/register/matches/${match?.id}/decision`, {
    _version: '1',
    decision: 'linked',
  });
  assert.equal(foreign.statusCode, 404);
  assert.equal((await stranger.get(`/people/${match?.person.id as PersonId}`)).statusCode, 404);
});
