import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../src/app.ts';
import { looksAtErrors } from './error-states.ts';

const inCase = ({ path }: { readonly path: string }) => path.startsWith('/cases/:id');

// Over 20 s each: every form is sent empty, and how it comes back is looked at by axe, at two sizes.
test('every form of a case that is sent empty says accessibly what is missing, on a phone and at a desk', async (t) => {
  const cameBack = await looksAtErrors(t, 'vivid-2023', staffRoutes.filter(inCase));
  assert.ok(cameBack.length > 25, `only ${cameBack.length} forms came back`);
});

test('so does every other form of the staff site', async (t) => {
  const others = staffRoutes.filter((route) => !inCase(route));
  const cameBack = await looksAtErrors(t, 'livv-2024', others);
  assert.ok(cameBack.length > 15, `only ${cameBack.length} forms came back`);
});
