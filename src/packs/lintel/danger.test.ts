import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situation } from '../testing.ts';
import { dangerDealtWith } from './danger.ts';
import { under } from './testing.ts';

const danger = situation(under([dangerDealtWith(['A'])]), 'danger-dealt-with');

test('danger told on Christmas night is dealt with within the hour, and never due tomorrow', () => {
  assert.equal(danger.due('2026-12-25 23:30'), '2026-12-26 00:30');
  assert.deepEqual(danger.escalated('2026-12-25 23:30'), ['2026-12-26 00:00', '2026-12-26 00:30']);
});

test('reading it, triaging it or speaking to somebody does not deal with it; what was done does', () => {
  const after = (event: 'disclosure.viewed' | 'disclosure.triaged' | 'contact.made' | 'danger.dealt-with') =>
    danger.stands('2026-12-25 23:30', '2026-12-26 02:00', [event, '2026-12-25 23:50']);
  for (const event of ['disclosure.viewed', 'disclosure.triaged', 'contact.made'] as const)
    assert.equal(after(event), 'breached', event);
  assert.equal(after('danger.dealt-with'), 'met');
});
