import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Starting, standings, type Version } from './wordings.ts';

const at = (hour: number) => Temporal.Instant.from(`2026-11-30T${String(hour).padStart(2, '0')}:00Z`);
const call = {
  key: 'please-call',
  channel: 'text',
  language: 'en',
  title: 'Please call',
  body: 'Call',
} as const;
const starting: readonly Starting[] = [
  { ...call, toCheck: false },
  { ...call, language: 'ur', toCheck: true },
];
const version = (more: Partial<Version>): Version => ({
  ...{ ...call, id: 'v1', body: 'Please call us back', decision: 'approved', decidedAt: at(9) },
  ...more,
});
const states = (versions: readonly Version[], withdrawn: readonly number[] = []) =>
  standings(
    starting,
    versions,
    withdrawn.map((hour) => ({ key: call.key, language: 'en', at: at(hour), byName: null, why: '' })),
  ).map(({ of, state, wording }) => [of, state, wording.body]);

test('what comes with Lintel is used, but for a language that nobody has read it in', () => {
  assert.deepEqual(states([]), [
    ['please-call.en', 'in-use', 'Call'],
    ['please-call.ur', 'to-check', 'Call'],
  ]);
});

test('what two people agreed to takes its place; what waits or was declined does not', () => {
  assert.equal(states([version({})])[0]?.[2], 'Please call us back');
  for (const decision of [null, 'declined', 'withdrawn'])
    assert.equal(states([version({ decision })])[0]?.[2], 'Call');
  const inUrdu = version({ language: 'ur' });
  assert.deepEqual(states([inUrdu])[1], ['please-call.ur', 'in-use', 'Please call us back']);
});

test('what was withdrawn is used again only once a later version was approved', () => {
  assert.equal(states([], [10])[0]?.[1], 'withdrawn');
  assert.equal(states([version({})], [10])[0]?.[1], 'withdrawn');
  assert.equal(states([version({ decidedAt: at(11) })], [10])[0]?.[1], 'in-use');
});

test('a wording of the landlord’s own waits until it is approved', () => {
  assert.deepEqual(states([version({ key: 'our-own', decision: null, decidedAt: null })])[2]?.slice(0, 2), [
    'our-own.en',
    'proposed',
  ]);
});
