import assert from 'node:assert/strict';
import test from 'node:test';
import { testSite } from '../../../tests/site.ts';
import { upload } from '../../../tests/upload.ts';
import { jobs, routes } from './index.ts';
import { estate } from './testing.ts';

test('an administrator’s files are checked first, imported when confirmed, and then forgotten', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const [work] = jobs;
  assert.ok(work);
  const count = async (table: string) =>
    (await site.database.owner.query(`select count(*)::int as n from ${table}`)).rows[0].n;
  const sent = await upload(site, landlord, { ...estate, people: `${estate.people}P009,,,,,,\n` });
  assert.equal(sent.response.statusCode, 303);
  const path = String(sent.response.headers.location);

  await work.run(site.services, landlord.organisation);
  const administrator = await site.colleague(landlord, ['administrator']);
  const checked = await administrator.get(path);
  assert.match(checked.body, /Would be added/);
  assert.match(checked.body, /A person needs a name/);
  assert.equal(await count('person'), 0);

  assert.equal((await administrator.post(`${path}/confirmation`)).statusCode, 303);
  await work.run(site.services, landlord.organisation);
  assert.match((await administrator.get(path)).body, /Imported/);
  assert.equal(await count('person'), 3);
  assert.equal(await count('register_import_part'), 0);
  const problems = await administrator.get(`${path}/problems.csv`);
  assert.match(problems.body, /people\.csv,5,family_name,A person needs a name,refused/);
});

test('columns that are not known are matched in the page, with the first rows, and remembered', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const [work] = jobs;
  assert.ok(work);
  const one = async (text: string) => (await site.database.owner.query(text)).rows[0];
  const people =
    'Kennung,Vorname,Nachname,Geboren,Farbe\nP1,Zelda,Quince,03/04/1980,red\nP2,Sam,Elm,05/06/1981,\n';
  const { response } = await upload(site, landlord, { people });
  assert.equal(response.statusCode, 303);
  const columns = String(response.headers.location);
  assert.match(columns, /^\/register\/imports\/[0-9a-f-]+\/columns$/);
  await work.run(site.services, landlord.organisation);
  assert.equal(
    (await one('select count(*)::int as n from person')).n,
    0,
    'nothing is read before it is answered',
  );

  const administrator = await site.colleague(landlord, ['administrator']);
  const shown = await administrator.get(columns);
  assert.match(shown.body, /No row at its beginning names the columns/);
  assert.match(shown.body, /Zelda · Sam/);
  const fields = { 'column-0-0': 'people.reference', 'column-0-1': 'people.given_name', 'column-0-2': '' };
  const wrong = await administrator.post(columns, { ...fields, 'column-0-3': 'homes.uprn' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Choose what one kind of file holds/);
  const incomplete = await administrator.post(columns, fields);
  assert.match(incomplete.body, /Choose the column for: family name/);
  assert.match(incomplete.body, /<option value="people.given_name" selected/, 'what was chosen stays');
  const whole = { ...fields, 'column-0-2': 'people.family_name', 'column-0-3': 'people.date_of_birth' };
  const twice = await administrator.post(columns, { ...whole, 'column-0-4': 'people.family_name' });
  assert.match(twice.body, /Two columns would both be family_name/);

  assert.equal((await administrator.post(columns, whole)).statusCode, 303);
  await work.run(site.services, landlord.organisation);
  assert.match(
    (await administrator.get(columns)).body,
    /No date in date_of_birth shows.*The first rows, as they/s,
  );
  assert.equal((await administrator.post(columns, { ...whole, 'dates-0': 'month-first' })).statusCode, 303);
  assert.match((await administrator.get(columns)).body, /cannot be\s+changed now/);
  await work.run(site.services, landlord.organisation);
  assert.match((await administrator.get(columns)).body, /4 March 1980/);
  const run = columns.replace('/columns', '');
  assert.match((await administrator.get(run)).body, /with the month first, as you said.*Import these files/s);
  assert.equal((await administrator.post(`${run}/confirmation`)).statusCode, 303);
  await work.run(site.services, landlord.organisation);
  assert.deepEqual(
    await one("select given_name, date_of_birth::text as born from person where reference = 'P1'"),
    {
      given_name: 'Zelda',
      born: '1980-03-04',
    },
  );
  assert.match((await administrator.get(columns)).body, /no longer kept/);

  const again = await upload(site, landlord, { people: people.replace('Quince', 'Marlow') });
  assert.doesNotMatch(
    String(again.response.headers.location),
    /columns/,
    'files with these headings are known',
  );
  const events = await site.database.owner.query(
    "select name from event where name in ('register.columns-matched', 'register.import-viewed') order by name",
  );
  assert.ok(events.rows.length >= 4);
  for (const role of ['da_worker', 'colleague'] as const)
    assert.equal((await (await site.colleague(landlord, [role])).get(columns)).statusCode, 403, role);
});

test('what is remembered of columns is listed with who and when, and withdrawn, which is recorded', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const [work] = jobs;
  assert.ok(work);
  const people = 'Kennung,Vorname,Nachname\nP1,Zelda,Quince\n';
  const columns = String((await upload(site, landlord, { people })).response.headers.location);
  const administrator = await site.colleague(landlord, ['administrator']);
  assert.match((await administrator.get('/register/mappings')).body, /Nothing is remembered/);
  const said = {
    'column-0-0': 'people.reference',
    'column-0-1': 'people.given_name',
    'column-0-2': 'people.family_name',
  };
  assert.equal((await administrator.post(columns, said)).statusCode, 303);
  const list = (await administrator.get('/register/mappings')).body;
  assert.match(list, /Kennung, Vorname, Nachname.*People.*<bdi>.+<\/bdi>.*18 November 2026/s);
  const path = /\/register\/mappings\/[0-9a-f-]{36}/.exec(list)?.[0] ?? assert.fail(list);
  assert.match(
    (await administrator.get(path)).body,
    /Kennung.*Reference of the person.*Vorname.*Given name/s,
  );

  const run = columns.replace('/columns', '');
  await work.run(site.services, landlord.organisation);
  await administrator.post(`${run}/confirmation`);
  assert.match((await administrator.get(path)).body, /can be withdrawn when they are done/);
  const early = await administrator.post(`${path}/withdrawal`);
  assert.equal(early.statusCode, 409, 'an import would end between two rows');
  await work.run(site.services, landlord.organisation);

  for (const role of [
    'da_worker',
    'da_manager',
    'director',
    'data_protection_officer',
    'colleague',
  ] as const) {
    const other = await site.colleague(landlord, [role]);
    assert.equal((await other.get('/register/mappings')).statusCode, 403, role);
    assert.equal((await other.post(`${path}/withdrawal`)).statusCode, 403, role);
  }
  const neighbour = await site.colleague(await site.landlord('livv-2024', 'neighbours'), ['administrator']);
  assert.equal((await neighbour.get(path)).statusCode, 404);
  assert.equal((await neighbour.post(`${path}/withdrawal`)).statusCode, 404);

  assert.equal((await administrator.post(`${path}/withdrawal`)).headers.location, '/register/mappings');
  assert.equal((await administrator.get(path)).statusCode, 404);
  assert.equal((await administrator.post(`${path}/withdrawal`)).statusCode, 404, 'it is done once');
  const again = await upload(site, landlord, { people: people.replace('Quince', 'Marlow') });
  assert.match(String(again.response.headers.location), /columns$/, 'it is asked again');
  const { rows } = await site.database.owner.query(
    "select staff_id from event where name = 'register.columns-forgotten'",
  );
  assert.equal(rows.length, 1);
});

test('a file of something else is left out when somebody says so, and the others are imported', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const [work] = jobs;
  assert.ok(work);
  const { response } = await upload(site, landlord, { ...estate, colours: 'colour,size\nred,9\n' });
  const columns = String(response.headers.location);
  const administrator = await site.colleague(landlord, ['administrator']);
  const body = (await administrator.get(columns)).body;
  const chosen = Object.fromEntries(
    [...body.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(([, name, options]) => [
      name,
      /value="([^"]*)" selected/.exec(options ?? '')?.[1] ?? '',
    ]),
  );
  const place = Object.keys(estate).length;
  assert.equal(
    (await administrator.post(columns, { ...chosen, [`left-out-${place}`]: 'yes' })).statusCode,
    303,
  );
  await work.run(site.services, landlord.organisation);
  assert.match(
    (await administrator.get(columns.replace('/columns', ''))).body,
    /colours\.csv: It is left out/,
  );
});

test('whatever stands in the name of a file, nothing breaks', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  for (const name of ['ho\u0000mes', '\u0000', 'ho\ud800mes', '\u202Ehomes', 'h'.repeat(300)])
    assert.equal((await upload(site, landlord, { [name]: estate.homes })).response.statusCode, 303, name);
});
