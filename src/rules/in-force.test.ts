import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InForce, inForceAt, spansOf } from './in-force.ts';

const at = (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`);
const first: InForce = { packId: 'first', from: null };
const second: InForce = { packId: 'second', from: at('2026-12-01') };
const third: InForce = { packId: 'third', from: at('2027-01-01') };

test('a policy holds from its moment on, and until the next one', () => {
  const policies = [first, second, third];
  assert.equal(inForceAt(policies, at('2026-11-30')), first);
  assert.equal(inForceAt(policies, at('2026-12-01')), second);
  assert.equal(inForceAt(policies, at('2026-12-31')), second);
  assert.equal(inForceAt(policies, at('2027-01-01')), third);
  assert.deepEqual(
    spansOf(policies).map(({ packId, until }) => [packId, until]),
    [
      ['first', at('2026-12-01')],
      ['second', at('2027-01-01')],
      ['third', null],
    ],
  );
});

test('of two from the same moment the last holds, and the other never did', () => {
  const instead: InForce = { packId: 'instead', from: at('2026-12-01') };
  const policies = [first, second, instead];
  assert.equal(inForceAt(policies, at('2026-12-01')), instead);
  assert.deepEqual(
    spansOf(policies).map(({ packId }) => packId),
    ['first', 'instead'],
  );
});
