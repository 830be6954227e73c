import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { hashPassword } from '#kit/password-hash.ts';
import { transact } from '#kit/sql.ts';
import { browser, testSite } from '../../../../tests/site.ts';
import { enrolStaff, routes } from '../index.ts';
import { triesAtHidden } from '../short-code.ts';

const password = 'kettle willow tram';

/** A colleague at her desk who signed in with her password. */
async function atHerDesk(t: TestContext) {
  const site = await testSite(t, routes, '2026-11-18T10:00');
  const { organisation, slug } = await site.landlord('vivid-2023');
  const { services } = site;
  const passwordHash = await hashPassword(password);
  const staff = await transact(services.db, { organisation, system: true }, (tx) =>
    enrolStaff(
      tx,
      { organisation, staff: null, now: services.now() },
      {
        name: 'Ottoline Marsh',
        email: 'desk@example.test',
        roles: ['colleague'],
        jobTitle: '',
        passwordHash,
        totpSecret: null,
        secret: services.secret,
      },
    ),
  );
  const her = browser(site.app, staff, '');
  const signIn = { landlord: slug, email: 'desk@example.test', password, recoveryCode: '' };
  await her.post('/sign-in', signIn);
  await her.get('/account');
  /** Hides what she has open, and waits at the empty page. @returns the cookie by which she comes back */
  const hide = async (path: string) => {
    await her.get('/account');
    const hidden = await her.post('/hidden/session', { path });
    await her.get('/hidden');
    return hidden.cookies.find(({ name }) => name === 'lintel_hidden')?.value ?? '';
  };
  return { site, her, hide };
}

const code = { code: '4071', currentPassword: password };

test('a hidden page says nobody’s name, and nothing is opened until the short code is typed', async (t) => {
  const { her, hide } = await atHerDesk(t);
  assert.equal((await her.post('/account/short-code', code)).headers.location, '/account');
  assert.match((await her.get('/account')).body, /Set: with it you come back/);
  await hide('/account/sessions');
  const { body } = await her.get('/hidden');
  assert.match(body, /<title>Waiting<\/title>/);
  assert.doesNotMatch(body, /Ottoline|Lintel|Homes|Sign out|recorded/);
  for (const path of ['/account', '/account/sessions', '/notifications'])
    assert.equal((await her.get(path)).headers.location, '/hidden', path);
  assert.equal((await her.post('/hidden', { code: '4072' })).statusCode, 422);
  assert.equal((await her.post('/hidden', { code: '4071' })).headers.location, '/account/sessions');
  assert.equal((await her.get('/account/sessions')).statusCode, 200);
});

test('whoever has set no short code comes back with the password', async (t) => {
  const { her, hide } = await atHerDesk(t);
  await hide('https://elsewhere.example/');
  assert.equal((await her.post('/hidden', { code: '' })).statusCode, 422);
  assert.equal((await her.post('/hidden', { code: password })).headers.location, '/');
  assert.equal((await her.get('/account')).statusCode, 200);
});

test('what the browser held before and while the page was hidden opens nothing', async (t) => {
  const { site, her, hide } = await atHerDesk(t);
  const held = await hide('/');
  const back = await her.post('/hidden', { code: password });
  const before = back.cookies.find(({ name }) => name === 'lintel_session')?.value ?? '';
  for (const stolen of [before, held, await hide('/')]) {
    const thief = browser(site.app, her.staff, stolen);
    assert.match(String((await thief.get('/account')).headers.location), /^\/sign-in/);
  }
});

test('after five wrong codes the session is over, also for the right one', async (t) => {
  const { site, her, hide } = await atHerDesk(t);
  await her.post('/account/short-code', code);
  await hide('/');
  for (let wrong = 1; wrong < triesAtHidden; wrong += 1)
    assert.equal((await her.post('/hidden', { code: '9090' })).statusCode, 422);
  assert.equal((await her.post('/hidden', { code: '9090' })).headers.location, '/sign-in');
  assert.equal((await her.post('/hidden', { code: '4071' })).headers.location, '/sign-in');
  assert.match(String((await her.get('/account')).headers.location), /^\/sign-in/);
  const { rows } = await site.database.owner.query(
    `select name, count(*)::int n from event where name in ('session.hidden', 'session.shown') or
       name = 'session.refused' and data->>'at' = 'hidden' group by name order by name`,
  );
  assert.deepEqual(rows, [
    { name: 'session.hidden', n: 1 },
    { name: 'session.refused', n: triesAtHidden },
  ]);
});

test('a hidden session that rested too long asks to sign in', async (t) => {
  const { site, her, hide } = await atHerDesk(t);
  await hide('/');
  site.clock.set(site.clock.now().add({ minutes: 31 }));
  assert.equal((await her.post('/hidden', { code: password })).headers.location, '/sign-in');
});

test('a short code that anybody would try first, and a wrong password, are refused beside the field', async (t) => {
  const { her } = await atHerDesk(t);
  const simple = await her.post('/account/short-code', { ...code, code: '1234' });
  assert.match(simple.body, /not in a row/);
  const wrong = await her.post('/account/short-code', { ...code, currentPassword: 'not hers' });
  assert.match(wrong.body, /That is not your password/);
  assert.match((await her.get('/account')).body, /Not set: after Hide/);
});
