import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { StaffId } from '#rules/facts.ts';
import { browser, testSite } from '../../../tests/site.ts';
import { standingOf } from '../database/standing.ts';
import { html } from '../html.ts';
import { page } from './answers.ts';
import { openRoute, type Route, staffRoute } from './route.ts';

const blank = (title: string) => page({ title, main: () => html`<p>${title}</p>` });
const nothing = { nothing: 'a test' };

const routes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/look',
    may: 'own.account',
    records: nothing,
    handle: async () => blank('Looked'),
  }),
  staffRoute({
    method: 'GET',
    path: '/costly',
    may: 'own.account',
    records: nothing,
    perMinute: 2,
    handle: async () => blank('Reckoned'),
  }),
  openRoute({
    method: 'GET',
    path: '/open',
    may: 'public.visit',
    records: nothing,
    handle: async () => blank('Open'),
  }),
  openRoute({
    method: 'POST',
    path: '/tell',
    may: 'public.visit',
    records: nothing,
    perMinute: 3,
    handle: async () => blank('Told'),
  }),
];

test('one person can ask only so much a minute, and it keeps nobody else out', async (t) => {
  const site = await testSite(t, routes, '2026-11-18T10:00', {}, { requestsPerMinute: 5 });
  const landlord = await site.landlord('vivid-2023');
  const [one, other] = [
    await site.colleague(landlord, ['da_worker']),
    await site.colleague(landlord, ['da_worker']),
  ];
  for (let i = 0; i < 5; i += 1) assert.equal((await one.get('/look')).statusCode, 200);
  assert.equal((await one.get('/look')).statusCode, 429);
  assert.equal((await other.get('/look')).statusCode, 200);
});

test('what costs much is bounded for each person, not for the office’s one address', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const one = await site.colleague(landlord, ['da_worker']);
  const other = await site.colleague(landlord, ['da_worker']);
  const asked = async (who: typeof one) => (await who.get('/costly')).statusCode;
  assert.deepEqual([await asked(one), await asked(one), await asked(one)], [200, 200, 429]);
  assert.equal(await asked(other), 200);
  assert.equal((await one.get('/look')).statusCode, 200);
});

test('what somebody begins to send and never ends counts against nobody at their address', async (t) => {
  const site = await testSite(t, routes);
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const [at] = site.app.addresses();
  const port = typeof at === 'object' ? at.port : 0;
  const begun = 'POST /tell HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      const socket = connect(port, '127.0.0.1');
      await new Promise((resolve) => socket.write(`${begun}Content-Length: 90\r\n\r\nwords=I`, resolve));
      await pause(50);
      socket.destroy();
    }),
  );
  const visitor = browser(site.app, '' as StaffId, '');
  const tell = async () => (await visitor.post('/tell', { words: 'I' })).statusCode;
  assert.deepEqual([await tell(), await tell(), await tell(), await tell()], [200, 200, 200, 429]);
});

test('a proxy that nobody named is told of once; its address is not taken for one person’s', async (t) => {
  const site = await testSite(t, routes);
  const standing = standingOf(site.services.db);
  assert.equal(standing.unknownProxy, false);
  await site.app.inject({ url: '/open', headers: { 'x-forwarded-for': '198.51.100.7' } });
  assert.equal(standing.unknownProxy, true);
  const named = await testSite(t, routes, '2026-11-18T10:00', {}, { trustProxy: 1 });
  await named.app.inject({ url: '/open', headers: { 'x-forwarded-for': '198.51.100.7' } });
  assert.equal(standingOf(named.services.db).unknownProxy, false);
});
