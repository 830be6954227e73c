import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '#rules/facts.ts';
import { begunWithCase } from './known-of-case.ts';

const zelda = 'zelda' as PersonId;
const known = (more: object, honour = false) =>
  [{ file: { personId: zelda, children: 'yes', ...more } as never, honour }] as const;

test('triage begins with what the case of the same person knows, where nothing else was told', () => {
  assert.deepEqual(begunWithCase({ children: '', honour: 'not_asked' }, zelda, known({}, true)), {
    children: 'yes',
    honour: 'yes',
  });
});

test('what was told is never replaced by what the case knew before', () => {
  assert.deepEqual(begunWithCase({ children: 'no' }, zelda, known({})), { children: 'no' });
  assert.deepEqual(begunWithCase({ honour: 'yes', children: 'yes' }, zelda, known({ children: 'no' })), {
    honour: 'yes',
    children: 'yes',
  });
});

test('a case of somebody else, or of nobody on the register, fills in nothing', () => {
  assert.deepEqual(begunWithCase({ children: '' }, 'ada' as PersonId, known({})), { children: '' });
  assert.deepEqual(begunWithCase({ children: '' }, null, known({ personId: null })), { children: '' });
});

test('what the case does not know is asked', () => {
  for (const children of ['not_asked', 'not_known'])
    assert.deepEqual(begunWithCase({ children: '' }, zelda, known({ children })), { children: '' });
});
