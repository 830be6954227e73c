import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { roles } from '#rules/facts.ts';
import { type Action, actions, explain, may } from '#rules/may.ts';
import { purposes } from '#rules/purposes.ts';
import { apiRoutes, callbacks, helpRoutes, staffRoutes } from '../src/app.ts';
import { permissionsPage } from './permissions/document.ts';

const file = join(import.meta.dirname, '../docs/permissions.md');
const routes = [...staffRoutes, ...helpRoutes, ...apiRoutes, ...callbacks];

test('docs/permissions.md says what the program does', () => {
  const page = permissionsPage({ staff: staffRoutes, help: helpRoutes, api: apiRoutes, callbacks });
  if (process.env.UPDATE) writeFileSync(file, page);
  assert.equal(
    readFileSync(file, 'utf8'),
    page,
    'Write it anew: UPDATE=1 npx node --test tests/permissions.test.ts',
  );
});

test('every action rests on a purpose, and tells whoever may not why', () => {
  for (const action of actions) {
    const { basis, otherwise } = explain(action);
    assert.ok(basis in purposes, `${action}: ${basis}`);
    assert.equal(otherwise !== '', action !== 'public.visit', action);
  }
});

test('every action is asked for by some route: none is granted for nothing', () => {
  const asked = new Set<Action>(routes.map((route) => route.may));
  assert.deepEqual(
    actions.filter((action) => !asked.has(action)),
    [],
  );
});

test('nobody sees a case by being an administrator, a director, a colleague or a contractor', () => {
  const seeing = roles.filter((role) => may([role], 'case.see').allowed);
  assert.deepEqual(seeing, ['da_manager', 'da_worker']);
});

test('whoever is not signed in may visit, and nothing else', () => {
  assert.deepEqual(
    actions.filter((action) => may(null, action).allowed),
    ['public.visit'],
  );
});

test('looking changes nothing: a GET records that something was seen, never that it was done', () => {
  const done = routes.flatMap(({ method, path, records }) => {
    if (method !== 'GET' || (typeof records === 'object' && 'nothing' in records)) return [];
    return [records]
      .flat()
      .filter((event) => !/[.-](viewed|listed|searched|exported|read|seen)$/.test(event))
      .map(() => path);
  });
  assert.deepEqual(done, []);
});
