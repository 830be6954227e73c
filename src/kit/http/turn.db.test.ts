import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, testSite } from '../../../tests/site.ts';
import { html } from '../html.ts';
import { turns } from '../turns.ts';
import { file, page } from './answers.ts';
import { type Route, staffRoute } from './route.ts';

const oneAtATime = turns({ atOnce: 1, waiting: 0 });
const heavy = { begun: Promise.withResolvers<void>(), made: Promise.withResolvers<string>() };

const routes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/heavy',
    may: 'case.see',
    records: { nothing: 'a test' },
    turn: () => oneAtATime,
    handle: async () =>
      file({
        name: null,
        type: 'text/plain',
        body: async () => {
          heavy.begun.resolve();
          return Buffer.from(await heavy.made.promise);
        },
      }),
  }),
  staffRoute({
    method: 'GET',
    path: '/light',
    may: 'own.account',
    records: { nothing: 'a test' },
    handle: async () => page({ title: 'Light', main: () => html`<p>Light</p>` }),
  }),
];

test('what takes much memory waits for its turn until it is made, and whoever is turned away takes none', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const worker = await site.colleague(landlord, ['da_worker']);
  const colleague = await site.colleague(landlord, ['colleague']);
  const stranger = browser(site.app, worker.staff, '');
  assert.equal((await colleague.get('/heavy')).statusCode, 403);
  assert.equal((await stranger.get('/heavy')).headers.location, '/sign-in?next=%2Fheavy');
  const first = worker.get('/heavy');
  await heavy.begun.promise;
  assert.equal((await worker.get('/heavy')).statusCode, 429);
  assert.equal((await colleague.get('/heavy')).statusCode, 403);
  assert.equal((await worker.get('/light')).statusCode, 200, 'and nothing else waits');
  heavy.made.resolve('made');
  assert.equal((await first).body, 'made');
  assert.equal((await worker.get('/heavy')).body, 'made');
});
