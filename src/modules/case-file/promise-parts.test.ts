import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shelve } from '#kit/pack-shelf.ts';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import { owedFirst, partOf, pressing } from './promise-parts.ts';

const { commitmentOf } = shelve([vivid2023, livv2024]);
const at = (time: string) => Temporal.Instant.from(`2026-11-${time}:00Z`);
const due = (time: string, outcome: 'met' | 'breached' | null = null) => ({
  dueAt: at(time),
  outcome,
  fulfilledAt: null,
});

test('a promise stands in the part of a case in which it is kept', () => {
  assert.equal(partOf(commitmentOf('vivid-2023', 'first-contact')), 'contact');
  assert.equal(partOf(commitmentOf('livv-2024', 'agreed-next-contact')), 'contact');
  assert.equal(partOf(commitmentOf('livv-2024', 'call-as-promised')), 'contact');
  for (const pack of [vivid2023, livv2024]) {
    const parts = new Set(pack.commitments.map(partOf));
    assert.deepEqual([...parts].sort(), ['case', 'contact', 'plan', 'risk', 'safeguarding']);
  }
});

test('what is owed is said by when it is due, and what was kept is not said', () => {
  const promises = [due('20T17:00'), due('18T17:00', 'met'), due('19T17:00', 'breached')];
  assert.deepEqual(
    owedFirst(promises).map(({ dueAt }) => dueAt.toString()),
    ['2026-11-19T17:00:00Z', '2026-11-20T17:00:00Z'],
  );
});

test('every page of a case shows whatever is overdue, and no fewer than the next three', () => {
  const owed = ['16T17:00', '17T09:00', '17T10:00', '17T17:00', '20T17:00'].map((time) => due(time));
  assert.equal(pressing(owed, at('18T10:00')).length, 4);
  assert.equal(pressing(owed, at('15T10:00')).length, 3);
});
