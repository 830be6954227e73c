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

const many = Array.from({ length: 30 }, (_, at) => at);

test('duplicates stand strongest first, counted, twenty a page, without placeholders and twins', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const day = (at: number) => `1970-02-${String(at + 1).padStart(2, '0')}`;
  const rows = [
    ...many
      .slice(0, 22)
      .flatMap((at) => [`A${at},Elizabeth,Moss${at},,${day(at)},,`, `B${at},Liz,Moss${at},,${day(at)},,`]),
    'C1,Zoe,Field,,1981-03-04,,',
    'C2,Zoe,Field,,1981-03-04,,',
    ...many.map((at) => `V${at},A,Tenant,,1975-06-07,07700 900100,`),
    'T1,Jayden,Marlow,,2012-05-06,,',
    'T2,Hayden,Marlow,,2012-05-06,,',
    'M1,Ada,Quince,,1985-03-02,,',
    'M2,Ada,Okafor,,1985-03-02,,',
  ];
  await importText(site.services.db, organisation, {
    homes: estate.homes,
    people: `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails\n${rows.join('\n')}\n`,
    residents: `home_reference,person_reference,relation,from,to
H1,T1,child,,\nH1,T2,child,,\nH2,M1,tenant,,2020-01-01\nH2,M2,tenant,2020-01-02,\n`,
  });
  await comparePeople(site.services.db, organisation, now);
  const administrator = await site.colleague(landlord, ['administrator']);
  const first = (await administrator.get('/register/matches')).body;
  assert.match(first, /Showing 1 to 20 of 24 pairs to decide/);
  assert.ok(
    first.indexOf('Zoe Field') < first.indexOf('Ada Quince') && first.includes('Zoe Field'),
    'the strongest first',
  );
  assert.ok(first.indexOf('Ada Quince') < first.indexOf('Liz Moss'));
  assert.match(first, /One name is short for the other/);
  const second = (await administrator.get('/register/matches?page=2')).body;
  assert.match(second, /Showing 21 to 24 of 24 pairs to decide/);
  for (const body of [first, second]) assert.doesNotMatch(body, /A Tenant|Hayden/);
  assert.match((await administrator.get('/register/matches?page=99')).body, /Showing 21 to 24/);
});

test('what was split is not joined again by way of a third record', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const { db } = site.services;
  const open = () =>
    transact(db, { organisation, system: true }, (tx) => listMatches(tx, organisation, 'open', 10));
  const people = `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
P1,Zoe,Moss,,1980-02-01,,\nP2,Zoe,Moss,,1980-02-01,,\nP3,Zoe,Moss,,1980-02-01,,\n`;
  await importText(db, organisation, { people });
  await comparePeople(db, organisation, now);
  const administrator = await site.colleague(landlord, ['administrator']);
  const decide = async (id: string, decision: string) =>
    (await administrator.post(`/register/matches/${id}/decision`, { _version: '1', decision })).statusCode;
  const [one, two, three] = await open();
  assert.ok(one && two && three);
  assert.deepEqual([await decide(one.id, 'kept_apart'), await decide(two.id, 'linked')], [303, 303]);
  assert.deepEqual(await open(), [], 'a link would make one of the two that are kept apart');
  assert.equal(await decide(three.id, 'linked'), 409);
});

test('a pair for which nothing speaks any longer waits no more, and comes back when it does', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  const { db } = site.services;
  const open = () =>
    transact(db, { organisation, system: true }, (tx) => listMatches(tx, organisation, 'open', 10));
  const compared = async (people: string, minutes: number) => {
    const at = now.add({ minutes });
    await importText(db, organisation, { people }, { now: at.toString() });
    await comparePeople(db, organisation, at);
    return (await open()).length;
  };
  assert.equal(await compared(estate.people, 0), 1);
  assert.equal(
    await compared(estate.people.replace('P003,Zoe,OBrien,,1980-02-01', 'P003,Zoe,OBrien,,1991-07-08'), 5),
    0,
  );
  assert.equal(await compared(estate.people, 10), 1);
});
