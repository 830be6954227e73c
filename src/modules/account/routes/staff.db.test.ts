import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { addSession, browser, type TestBrowser, type TestSite, testSite } from '../../../../tests/site.ts';
import { staffRoutes } from '../../../app.ts';
import { keepDraft } from '../index.ts';
import { codeAt } from '../totp.ts';

const password = 'kettle willow tram';

async function office(t: TestContext) {
  const site = await testSite(t, staffRoutes, '2026-11-18T10:00', { keepDraft });
  const landlord = await site.landlord('livv-2024');
  const administrator = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  return { site, landlord, administrator };
}

const visitorTo = (site: TestSite) => browser(site.app, '' as StaffId, '');

async function invite(
  administrator: TestBrowser,
  email: string,
  roles: readonly Role[],
  name = 'Bram Oduya',
) {
  const response = await administrator.post('/staff/new', {
    name,
    email,
    roles,
    jobTitle: '',
    managerId: '',
    deputyId: '',
  });
  return { response, path: /(\/welcome\/[^<\s]+)/.exec(response.body)?.[1] ?? '' };
}

async function staffRow(site: TestSite, email: string) {
  const { rows } = await site.database.owner.query('select * from staff where email = $1', [email]);
  return rows[0];
}

test('an invited worker chooses a password, sets up her phone, keeps her codes, and is in', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  await invite(administrator, 'Worker@Example.test', ['da_worker']);
  const list = (await manager.get('/staff/confirmations')).body;
  const asked = /\/staff\/confirmations\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
  const confirmed = await manager.post(asked, { decision: 'confirm' });
  const path = /(\/welcome\/[^<\s]+)/.exec(confirmed.body)?.[1] ?? '';
  const worker = visitorTo(site);
  assert.match((await worker.get(path)).body, /Choose a password/);
  assert.match((await worker.get(path)).body, /worker@example.test/);

  const short = await worker.post(path, { newPassword: 'too short' });
  assert.equal(short.statusCode, 422);
  assert.doesNotMatch(short.body, /too short"/);
  assert.match((await worker.post(path, { newPassword: 'Bram likes kettles' })).body, /without your name/);
  assert.equal((await worker.post(path, { newPassword: password })).headers.location, '/second-factor');
  assert.equal((await worker.get('/account')).headers.location, '/second-factor');
  assert.equal((await worker.get('/second-factor')).headers.location, '/second-factor/enrolment');

  const page = await worker.get('/second-factor/enrolment');
  const secretText = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1] ?? '';
  const sealed = /name="sealed" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const wrong = await worker.post('/second-factor/enrolment', { code: '000000', sealed });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, new RegExp(secretText), 'the same secret is shown again');
  const totp = Buffer.from(base32(secretText));
  const codes = await worker.post('/second-factor/enrolment', {
    code: codeAt(totp, site.clock.now()),
    sealed,
  });
  const shown = [...codes.body.matchAll(/<li><code>([A-Z0-9-]{19})<\/code>/g)].map(
    ([, code]) => code as string,
  );
  assert.equal(new Set(shown).size, 10);

  const [file, kept] = [...codes.body.matchAll(/name="sealed" value="([^"]+)"/g)].map(
    ([, value]) => value as string,
  );
  const download = await worker.post('/account/recovery-codes/file', { sealed: file as string });
  assert.equal(download.headers['content-disposition'], 'attachment; filename="recovery-codes.txt"');
  for (const code of shown) assert.ok(download.body.includes(code));

  assert.equal(
    (await worker.post('/second-factor/enrolment/kept', { sealed: kept as string })).headers.location,
    '/',
  );
  assert.match((await worker.get('/account')).body, /10 are left/);
  const { rows } = await site.database.owner.query('select r::text from recovery_code r');
  for (const code of shown) assert.doesNotMatch(JSON.stringify(rows), new RegExp(code));

  const later = visitorTo(site);
  const email = 'worker@example.test';
  const signIn = { landlord: 'livv-2024', email, password, recoveryCode: (shown[3] as string).toLowerCase() };
  await later.post('/sign-in', signIn);
  assert.match((await later.get('/account')).body, /9 are left/);
  assert.equal((await visitorTo(site).post('/sign-in', signIn)).statusCode, 422, 'each code works once');
});

test('a link works once, for three days, and a new one ends the one before', async (t) => {
  const { site, administrator } = await office(t);
  const { path } = await invite(administrator, 'colleague@example.test', ['colleague']);
  const { id } = await staffRow(site, 'colleague@example.test');
  const again = await administrator.post(`/staff/${id}/reset`);
  const second = /(\/welcome\/[^<\s]+)/.exec(again.body)?.[1] ?? '';
  assert.match((await visitorTo(site).get(path)).body, /no longer works/);
  const colleague = visitorTo(site);
  assert.equal((await colleague.post(second, { newPassword: password })).statusCode, 303);
  assert.match((await visitorTo(site).get(second)).body, /no longer works/);
  assert.match((await visitorTo(site).get('/welcome/anything')).body, /no longer works/);

  const { path: third } = await invite(administrator, 'late@example.test', ['colleague']);
  site.clock.set(site.clock.now().add({ hours: 73 }));
  assert.match((await visitorTo(site).get(third)).body, /no longer works/);
});

test('a reset lets nobody in with what was known before', async (t) => {
  const { site, administrator } = await office(t);
  const { path } = await invite(administrator, 'colleague@example.test', ['colleague']);
  const colleague = visitorTo(site);
  await colleague.post(path, { newPassword: password });
  assert.equal((await colleague.get('/account')).statusCode, 200);
  const { id } = await staffRow(site, 'colleague@example.test');
  await administrator.post(`/staff/${id}/reset`);
  assert.match(String((await colleague.get('/account')).headers.location), /^\/sign-in/);
  const old = await visitorTo(site).post('/sign-in', {
    landlord: 'livv-2024',
    email: 'colleague@example.test',
    password,
  });
  assert.equal(old.statusCode, 422);
});

test('a role taken away counts from the next page on', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const second = await site.colleague(landlord, ['administrator', 'colleague'], 'Bram Oduya');
  assert.equal((await second.get('/staff')).statusCode, 200);
  const fields = {
    name: 'Bram Oduya',
    jobTitle: 'Adviser',
    roles: ['colleague'],
    managerId: '',
    deputyId: '',
    _version: '1',
  };
  assert.equal((await administrator.post(`/staff/${second.staff}`, fields)).statusCode, 303);
  assert.equal((await second.get('/staff')).statusCode, 403);
});

test('a role that opens everybody’s sign-in asks for a second factor before the next page', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  const plain = browser(
    site.app,
    colleague.staff,
    await addSession(site.services, landlord.organisation, colleague.staff, false),
  );
  assert.equal((await plain.get('/account')).statusCode, 200);
  const fields = {
    name: 'Bram Oduya',
    jobTitle: '',
    roles: ['administrator'],
    managerId: '',
    deputyId: '',
    _version: '1',
  };
  await administrator.post(`/staff/${colleague.staff}`, fields);
  assert.match(String((await plain.get('/account')).headers.location), /^\/sign-in/);
});

test('the last administrator neither ends nor loses the role, and nobody promotes themselves', async (t) => {
  const site = await testSite(t, staffRoutes);
  const landlord = await site.landlord('livv-2024');
  const administrator = await site.colleague(landlord, ['administrator', 'colleague'], 'Ada Keel');
  const here = `/staff/${administrator.staff}`;
  const fields = { name: 'Ada Keel', jobTitle: '', managerId: '', deputyId: '', _version: '1' };
  assert.match((await administrator.post(`${here}/leaving`)).body, /last administrator/);
  assert.match(
    (await administrator.post(here, { ...fields, roles: ['colleague'] })).body,
    /last administrator/,
  );
  const promoted = await administrator.post(here, { ...fields, roles: ['administrator', 'da_manager'] });
  assert.match(promoted.body, /nobody gives one to themselves/);
  const second = await site.colleague(landlord, ['administrator'], 'Bram Oduya');
  assert.equal((await second.post(`${here}/leaving`)).statusCode, 303);
  assert.match(String((await administrator.get('/account')).headers.location), /^\/sign-in/);
});

test('two administrators who end each other at the same moment leave one', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const second = await site.colleague(landlord, ['administrator'], 'Bram Oduya');
  await Promise.all([administrator.get('/staff'), second.get('/staff')]);
  await Promise.all([
    administrator.post(`/staff/${second.staff}/leaving`),
    second.post(`/staff/${administrator.staff}/leaving`),
  ]);
  const { rows } = await site.database.owner.query(
    "select count(*)::int n from staff where 'administrator' = any (roles) and ended_at is null",
  );
  assert.equal(rows[0].n, 1);
});

test('two administrators edit one colleague: the second sees both texts, and nothing is lost', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  const fields = { roles: ['colleague'], managerId: administrator.staff, deputyId: '', _version: '1' };
  const here = `/staff/${colleague.staff}`;
  await administrator.post(here, { ...fields, name: 'Bram Oduya-Finch', jobTitle: 'Adviser' });
  const stale = await administrator.post(here, { ...fields, name: 'Bram Finch', jobTitle: 'Caretaker' });
  assert.equal(stale.statusCode, 409);
  assert.match(stale.body, /Bram Oduya-Finch[\s\S]*value="Bram Finch"/);
  assert.match(stale.body, /name="_version" value="2"/);
  const mine = await administrator.post(here, {
    ...fields,
    name: 'Bram Finch',
    jobTitle: 'Caretaker',
    _version: '2',
  });
  assert.equal(mine.statusCode, 303);
});

test('nobody but an administrator sees the list of colleagues, and it can be searched', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const manager = await site.colleague(landlord, ['da_manager'], 'Corin Vale');
  assert.equal((await manager.get('/staff')).statusCode, 403);
  assert.match((await administrator.post('/staff', { text: 'corin' })).body, /Corin Vale/);
  assert.doesNotMatch(
    (await administrator.post('/staff', { text: 'corin' })).body,
    new RegExp(administrator.staff),
  );
  assert.doesNotMatch((await administrator.get('/staff?role=director')).body, /Corin Vale/);
  assert.match((await administrator.post('/staff', { text: '%' })).body, /Nobody matches/);
});

test('a manager who is not on the list is refused beside the field', async (t) => {
  const { administrator } = await office(t);
  const response = await administrator.post('/staff/new', {
    name: 'Bram Oduya',
    email: 'bram@example.test',
    roles: ['colleague'],
    jobTitle: '',
    managerId: '01890000-0000-7000-8000-000000000000',
    deputyId: '',
  });
  assert.equal(response.statusCode, 422);
  assert.match(response.body, /id="managerId-error"/);
});

test('a colleague sees where she is signed in and signs a lost phone out', async (t) => {
  const { site, landlord } = await office(t);
  const desk = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  const phone = browser(
    site.app,
    desk.staff,
    await addSession(site.services, landlord.organisation, desk.staff),
  );
  assert.equal((await phone.get('/account')).statusCode, 200);
  const list = await desk.get('/account/sessions');
  const id = /\/account\/sessions\/([0-9a-f-]{36})\/end/.exec(list.body)?.[1];
  assert.equal((await desk.post(`/account/sessions/${id}/end`)).statusCode, 303);
  assert.match(String((await phone.get('/account')).headers.location), /^\/sign-in/);
  assert.equal((await desk.get('/account')).statusCode, 200);
});

test('staying signed in moves the end of the session, but never beyond twelve hours', async (t) => {
  const { site, landlord } = await office(t);
  const colleague = await site.colleague(landlord, ['colleague'], 'Bram Oduya');
  for (let hour = 0; hour < 23; hour += 1) {
    site.clock.set(site.clock.now().add({ minutes: 29 }));
    assert.equal((await colleague.post('/account/session')).statusCode, 200);
  }
  site.clock.set(site.clock.now().add({ minutes: 70 }));
  assert.match(String((await colleague.get('/account')).headers.location), /^\/sign-in/);
});

test('a changed password signs her out everywhere else', async (t) => {
  const { site, landlord, administrator } = await office(t);
  const { path } = await invite(administrator, 'colleague@example.test', ['colleague']);
  const colleague = visitorTo(site);
  await colleague.post(path, { newPassword: password });
  const { id } = await staffRow(site, 'colleague@example.test');
  const other = browser(site.app, id, await addSession(site.services, landlord.organisation, id));
  await colleague.get('/account/password');
  const wrong = { currentPassword: 'not hers at all', newPassword: 'seven green lanterns' };
  assert.match((await colleague.post('/account/password', wrong)).body, /not your password/);
  const right = await colleague.post('/account/password', { ...wrong, currentPassword: password });
  assert.equal(right.headers.location, '/account');
  assert.match(String((await other.get('/account')).headers.location), /^\/sign-in/);
});

function base32(text: string): number[] {
  const bits = [...text.replaceAll(' ', '')]
    .map((character) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(character).toString(2).padStart(5, '0'))
    .join('');
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
}
