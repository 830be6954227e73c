import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { hashPassword } from '#kit/password-hash.ts';
import { transact } from '#kit/sql.ts';
import type { Role, StaffId } from '#rules/facts.ts';
import { browser, type TestLandlord, type TestSite, testSite } from '../../../../tests/site.ts';
import { enrolStaff, keepDraft, routes } from '../index.ts';
import { codeAt } from '../totp.ts';

const password = 'kettle willow tram';
const totpSecret = Buffer.from('12345678901234567890');

interface Person {
  readonly id: StaffId;
  readonly email: string;
}

async function office(t: TestContext) {
  const site = await testSite(t, routes, '2026-11-18T10:00', { keepDraft });
  return { site, landlord: await site.landlord('vivid-2023') };
}

async function enrol(
  site: TestSite,
  landlord: TestLandlord,
  email: string,
  roles: readonly Role[],
  totp = true,
) {
  const { services } = site;
  const { organisation } = landlord;
  const passwordHash = await hashPassword(password);
  const id = await transact(services.db, { organisation, system: true }, (tx) =>
    enrolStaff(
      tx,
      { organisation, staff: null, now: services.now() },
      {
        name: 'Ottoline Marsh',
        email,
        roles,
        jobTitle: 'Adviser',
        passwordHash,
        totpSecret: totp ? totpSecret : null,
        secret: services.secret,
      },
    ),
  );
  return { id, email } satisfies Person;
}

const anonymous = (site: TestSite) => browser(site.app, '' as StaffId, '');

/** Sends the sign-in form from an address, and follows where it leads. */
async function signIn(
  site: TestSite,
  landlord: TestLandlord,
  email: string,
  given = password,
  { recoveryCode = '', from = '198.51.100.7' } = {},
) {
  const app = { inject: (options: object) => site.app.inject({ ...options, remoteAddress: from }) };
  const visitor = browser(app as TestSite['app'], '' as StaffId, '');
  const fields = { landlord: landlord.slug, email, password: given, recoveryCode };
  const response = await visitor.post('/sign-in', fields);
  if (response.headers.location) await visitor.get(response.headers.location);
  return { visitor, response };
}

async function recorded(site: TestSite, name: string): Promise<number> {
  const { rows } = await site.database.owner.query('select count(*)::int n from event where name = $1', [
    name,
  ]);
  return rows[0].n;
}

test('a worker signs in with her password and the code from her phone', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const { visitor, response } = await signIn(site, landlord, ' Worker@Example.test ');
  assert.equal(response.headers.location, '/second-factor');
  assert.equal((await visitor.get('/account')).headers.location, '/second-factor');
  const page = await visitor.get('/second-factor');
  assert.match(page.body, /Enter your code/);
  const done = await visitor.post('/second-factor', {
    code: codeAt(totpSecret, site.clock.now()),
    next: '/account',
  });
  assert.equal(done.headers.location, '/account');
  assert.match((await visitor.get('/account')).body, /Ottoline Marsh/);
  assert.equal(await recorded(site, 'session.started'), 2);
  assert.ok(worker.id);
});

test('the cookie that a password gave is worth nothing once the second factor is given', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const { visitor, response } = await signIn(site, landlord, worker.email);
  const before = response.cookies.find(({ name }) => name === 'lintel_session')?.value ?? '';
  await visitor.post('/second-factor', { code: codeAt(totpSecret, site.clock.now()) });
  const stolen = browser(site.app, worker.id, before);
  assert.match(String((await stolen.get('/account')).headers.location), /^\/sign-in/);
  assert.equal((await visitor.get('/account')).statusCode, 200);
});

test('whatever is wrong, the answer is the same', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const answers = [
    await signIn(site, landlord, worker.email, 'not her password'),
    await signIn(site, landlord, 'nobody@example.test'),
    await signIn(site, landlord, worker.email, password, { recoveryCode: 'K7QM-4XDP-K7QM-4XDP' }),
    await signIn(site, landlord, worker.email, password, { recoveryCode: 'not a code' }),
  ];
  const messages = answers.map(({ response }) => {
    assert.equal(response.statusCode, 422);
    return /href="#email">([^<]+)</.exec(response.body)?.[1];
  });
  assert.equal(new Set(messages).size, 1);
  assert.match(messages[0] ?? '', /is not right, or there were too many attempts/);
  assert.equal(await recorded(site, 'session.refused'), 4);
});

test('nothing that was typed wrongly is kept, neither the address nor the password', async (t) => {
  const { site, landlord } = await office(t);
  const { response } = await signIn(
    site,
    landlord,
    'my-password-by-mistake@example.test',
    'another secret here',
  );
  assert.doesNotMatch(response.body, /another secret here/);
  const { rows } = await site.database.owner.query(
    "select (select coalesce(string_agg(f::text, ''), '') from sign_in_failure f) || (select " +
      "coalesce(string_agg(e::text, ''), '') from event e) all_of_it",
  );
  assert.doesNotMatch(rows[0].all_of_it, /mistake|another secret/);
});

test('after five wrong passwords even the right one waits, and is looked at again half a minute later', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  for (let tries = 0; tries < 5; tries += 1) await signIn(site, landlord, worker.email, 'wrong password');
  assert.equal((await signIn(site, landlord, worker.email)).response.statusCode, 422);
  site.clock.set(site.clock.now().add({ seconds: 31 }));
  assert.equal((await signIn(site, landlord, worker.email)).response.statusCode, 303);
});

test('a stranger’s guesses do not keep a colleague out from the desk where she has signed in before', async (t) => {
  const { site, landlord } = await office(t);
  const colleague = await enrol(site, landlord, 'colleague@example.test', ['colleague'], false);
  await signIn(site, landlord, colleague.email, password, { from: '203.0.113.5' });
  for (let tries = 0; tries < 30; tries += 1)
    await signIn(site, landlord, colleague.email, 'wrong password', { from: `198.51.100.${tries}` });
  const elsewhere = await signIn(site, landlord, colleague.email, password, { from: '198.51.100.200' });
  assert.equal(elsewhere.response.statusCode, 422);
  const desk = await signIn(site, landlord, colleague.email, password, { from: '203.0.113.5' });
  assert.equal(desk.response.statusCode, 303);
});

test('where an office has one address, a colleague’s guesses do not keep her out of her own browser', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const { visitor } = await signIn(site, landlord, worker.email);
  await visitor.post('/second-factor', { code: codeAt(totpSecret, site.clock.now()) });
  await visitor.get('/account');
  await visitor.post('/sign-out');
  for (let tries = 0; tries < 8; tries += 1) await signIn(site, landlord, worker.email, 'wrong password');
  assert.equal((await signIn(site, landlord, worker.email)).response.statusCode, 422);
  await visitor.get('/sign-in');
  const fields = { landlord: landlord.slug, email: worker.email };
  assert.equal((await visitor.post('/sign-in', { ...fields, password })).statusCode, 303);
  await visitor.post('/sign-out');
  await visitor.get('/sign-in');
  for (let tries = 0; tries < 5; tries += 1) await visitor.post('/sign-in', { ...fields, password: 'wrong' });
  assert.equal(
    (await visitor.post('/sign-in', { ...fields, password })).statusCode,
    422,
    'her browser waits for itself',
  );
});

test('a dozen guesses at the same moment are no more than five', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  await Promise.all(
    Array.from({ length: 12 }, () =>
      anonymous(site).post('/sign-in', { landlord: landlord.slug, email: worker.email, password: 'guess' }),
    ),
  );
  const { rows } = await site.database.owner.query("select data from event where name = 'session.refused'");
  assert.equal(rows.filter(({ data }) => data.held === false).length, 5);
});

test('a code is used once, also by somebody who read it over her shoulder', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const code = codeAt(totpSecret, site.clock.now());
  const first = await signIn(site, landlord, worker.email);
  assert.equal((await first.visitor.post('/second-factor', { code })).statusCode, 303);
  const second = await signIn(site, landlord, worker.email);
  assert.equal((await second.visitor.post('/second-factor', { code })).statusCode, 422);
});

test('after five wrong codes the right one waits a quarter of an hour at most', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const { visitor } = await signIn(site, landlord, worker.email);
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal((await visitor.post('/second-factor', { code: '000000' })).statusCode, 422);
  const right = () => visitor.post('/second-factor', { code: codeAt(totpSecret, site.clock.now()) });
  assert.equal((await right()).statusCode, 422);
  site.clock.set(site.clock.now().add({ minutes: 16 }));
  assert.equal((await right()).statusCode, 303);
});

test('a colleague who set up a second step of her own accord is asked for it', async (t) => {
  const { site, landlord } = await office(t);
  const careful = await enrol(site, landlord, 'careful@example.test', ['colleague']);
  const { visitor } = await signIn(site, landlord, careful.email);
  assert.equal((await visitor.get('/account')).headers.location, '/second-factor');
  const plain = await enrol(site, landlord, 'plain@example.test', ['colleague'], false);
  const other = await signIn(site, landlord, plain.email);
  assert.equal((await other.visitor.get('/second-factor?next=/account')).headers.location, '/account');
  assert.equal((await other.visitor.get('/account')).statusCode, 200);
});

test('signing out ends the session itself, not only the cookie', async (t) => {
  const { site, landlord } = await office(t);
  const plain = await enrol(site, landlord, 'plain@example.test', ['colleague'], false);
  const { visitor, response } = await signIn(site, landlord, plain.email);
  const cookie = response.cookies.find(({ name }) => name === 'lintel_session')?.value ?? '';
  await visitor.get('/account');
  assert.equal((await visitor.post('/sign-out')).headers.location, '/sign-in');
  const again = browser(site.app, plain.id, cookie);
  assert.match(String((await again.get('/account')).headers.location), /^\/sign-in/);
});

test('the page for signing in lists the landlords and leads nobody to another site', async (t) => {
  const { site } = await office(t);
  await site.landlord('livv-2024');
  const visitor = anonymous(site);
  const page = await visitor.get('/sign-in?next=//elsewhere.example&landlord=livv-2024');
  assert.match(page.body, /Landlord vivid-2023/);
  assert.match(page.body, /value="livv-2024" checked/);
  assert.doesNotMatch(page.body, /elsewhere/);
});

test('a hundred tries from the office’s one address shut nobody else out, nor her from her own browser', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const other = await enrol(site, landlord, 'other@example.test', ['da_worker']);
  const { visitor } = await signIn(site, landlord, worker.email);
  await visitor.post('/second-factor', { code: codeAt(totpSecret, site.clock.now()) });
  await visitor.get('/account');
  await visitor.post('/sign-out');
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, each) =>
      signIn(site, landlord, each % 2 ? worker.email : `invented-${each}@example.test`, 'wrong password'),
    ),
  );
  const answers = tries.map(({ response }) => response.statusCode);
  assert.ok(answers.includes(429), 'one account from one place is bounded');
  assert.equal(answers.filter((status) => status === 422).length, 50 + 29, 'and nothing else is');
  assert.equal((await signIn(site, landlord, other.email)).response.statusCode, 303);
  await visitor.get('/sign-in');
  const fields = { landlord: landlord.slug, email: worker.email, password };
  assert.equal((await visitor.post('/sign-in', fields)).statusCode, 303);
});

test('a wrong password sent with an invented recovery code counts like any other', async (t) => {
  const { site, landlord } = await office(t);
  const worker = await enrol(site, landlord, 'worker@example.test', ['da_worker']);
  const invented = { recoveryCode: 'K7QM-4XDP-K7QM-4XDP' };
  for (let tries = 0; tries < 5; tries += 1)
    await signIn(site, landlord, worker.email, 'wrong password', invented);
  assert.equal((await signIn(site, landlord, worker.email)).response.statusCode, 422, 'she waits');
  assert.equal(
    (await signIn(site, landlord, worker.email, password, invented)).response.statusCode,
    422,
    'also with an invented code and the right password',
  );
  site.clock.set(site.clock.now().add({ seconds: 31 }));
  assert.equal((await signIn(site, landlord, worker.email)).response.statusCode, 303);
});
