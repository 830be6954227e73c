import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { begunWithCase, followsChosen, homeBeside } from './known-of-case.ts';

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

test('whoever is chosen within the form brings what their case knows, as if chosen before it was opened', () => {
  const nobody = { children: '', honour: 'not_asked' };
  const hers = { children: 'yes', honour: 'yes' };
  assert.deepEqual(followsChosen({ why: 'His aunt', children: '', honour: '' }, nobody, hers), {
    why: 'His aunt',
    ...hers,
  });
  assert.deepEqual(followsChosen({ why: 'His aunt' }, nobody, hers), { why: 'His aunt', ...hers });
});

test('what somebody answered in the form stays, whoever is chosen then', () => {
  const nobody = { children: '', honour: 'not_asked' };
  const typed = { children: 'no', honour: 'no' };
  assert.deepEqual(followsChosen(typed, nobody, { children: 'yes', honour: 'yes' }), typed);
});

test('what the case of one brought goes with them when another is chosen', () => {
  const hers = { children: 'yes', honour: 'yes' };
  assert.deepEqual(followsChosen(hers, hers, { children: '', honour: 'not_asked' }), {
    children: '',
    honour: '',
  });
});

test('a home that differs from the one of the case is said to, and is never taken for a move', () => {
  const [here, there] = ['here' as PropertyId, 'there' as PropertyId];
  assert.equal(homeBeside(here, { homeKind: 'register', propertyId: here }), null);
  assert.equal(homeBeside(here, { homeKind: 'register', propertyId: there }), 'differs');
  assert.equal(homeBeside(here, { homeKind: 'elsewhere', propertyId: null }), 'differs');
  assert.equal(homeBeside(here, { homeKind: 'rather_not', propertyId: null }), 'differs');
  assert.equal(homeBeside(here, { homeKind: null, propertyId: null }), 'learnt');
  assert.equal(homeBeside(null, { homeKind: 'register', propertyId: there }), null, 'none is chosen');
});
