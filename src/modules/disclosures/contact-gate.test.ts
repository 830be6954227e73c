import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { at, office } from '#rules/testing.ts';
import { gateOfDisclosure } from './contact-gate.ts';
import { nothingElseKnown } from './value.ts';

const received = at('2026-07-01 10:00');
const told = {
  ...nothingElseKnown,
  toldBy: 'person',
  safeToContact: 'yes',
  contactChannel: 'phone',
  contactValue: '07700 900123',
  receivedAt: received,
  caseId: null,
} as const;
const reasons = (differences: object) => {
  const gate = gateOfDisclosure({ ...told, ...differences }, received.add({ minutes: 20 }), office);
  return gate.open ? [] : gate.reasons.map(({ reason }) => reason);
};

describe('the number in a disclosure', () => {
  test('is shown where the person themselves said that it is safe', () => {
    assert.deepEqual(reasons({}), []);
  });

  test('is kept back where somebody else named it, or the person said that no way is safe', () => {
    assert.deepEqual(reasons({ toldBy: 'neighbour' }), [
      'Not agreed with the person themselves: make sure first.',
    ]);
    assert.deepEqual(reasons({ safeToContact: 'no' }), ['No safe way is known.']);
    for (const safeToContact of ['not_known', 'not_asked'])
      assert.deepEqual(reasons({ safeToContact }), [
        'Not agreed with the person themselves: make sure first.',
      ]);
    assert.equal(reasons({ contactChannel: '', safeToContact: 'not_asked' }).length, 1);
  });

  test('is kept back where times were named in words, until somebody has read them', () => {
    assert.match(reasons({ contactTimes: 'After the school run' })[0] ?? '', /“After the school run”/);
  });

  test('is kept back once there is a case: what is agreed stands there', () => {
    assert.deepEqual(reasons({ caseId: 'a case' }), ['What is agreed now stands in the case.']);
  });
});
