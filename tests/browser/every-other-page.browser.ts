import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../src/app.ts';
import { looksAtEveryPage, parts } from './every-page.ts';

// Over 20 s: every page outside a case, under each policy, is drawn at two sizes and looked at by axe.
for (const [name, look] of looksAtEveryPage(
  'every page of every day outside a case',
  'every other page of both sites',
))
  test(name, look);

test('every page is in one part', () => {
  const inParts = Object.values(parts).flatMap(({ staffed }) => staffed);
  assert.equal(inParts.length, staffRoutes.length);
  assert.deepEqual(new Set(inParts), new Set(staffRoutes));
});
