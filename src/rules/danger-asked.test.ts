import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DangerAsked, dangerOwed } from './danger-asked.ts';

const at = (day: number) => Temporal.Instant.from(`2026-11-${String(day).padStart(2, '0')}T10:00Z`);
const nothing: DangerAsked = { dangerAskedAt: null, dangerUnaskedAt: null, lastContactAt: null, high: true };
const owed = (known: Partial<DangerAsked>, day: number) =>
  dangerOwed({ ...nothing, ...known }, at(day))?.because ?? 'nothing';

test('whoever was reached and never asked about danger is to be asked, whatever the risk', () => {
  assert.equal(owed({}, 20), 'nothing', 'nobody was reached yet: contact itself is owed');
  assert.equal(owed({ lastContactAt: at(2) }, 2), 'never asked');
  assert.equal(owed({ lastContactAt: at(2), high: false }, 2), 'never asked');
});

test('a contact that passes without asking is owed at the next one, however lately they were asked before', () => {
  const passed = { dangerAskedAt: at(2), dangerUnaskedAt: at(3), lastContactAt: at(3), high: false };
  assert.equal(owed(passed, 3), 'passed over');
  assert.equal(owed({ ...passed, dangerUnaskedAt: null }, 3), 'nothing');
});

test('at high risk an answer counts for a week and no longer', () => {
  const asked = { dangerAskedAt: at(2), lastContactAt: at(2) };
  assert.equal(owed(asked, 8), 'nothing');
  assert.equal(owed(asked, 9), 'long ago');
  assert.equal(owed({ ...asked, high: false }, 29), 'nothing');
});
