import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath } from './own-path.ts';

test('after signing in, people come back to the page they asked for', () => {
  assert.equal(ownPath('/cases/team?page=2'), '/cases/team?page=2');
});

test('nobody is led to another site', () => {
  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/./\\elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'cases',
    '',
    undefined,
  ])
    assert.equal(ownPath(next), '/', String(next));
});

test('nobody is led in a circle', () => {
  for (const next of ['/sign-in', '/sign-in?next=/cases', '/second-factor', '/sign-out', '/welcome/x'])
    assert.equal(ownPath(next), '/', next);
});
