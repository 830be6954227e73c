import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '#rules/testing.ts';
import { riskAfterClosing } from './risk-after-closing.ts';

const came = {
  closedAt: at('2026-07-01 10:00'),
  riskLevel: 'high',
  riskLevelAt: at('2026-07-02 10:00'),
  riskJudged: false,
} as const;

test('a level that came after a case was closed asks for it to be opened again, until somebody judged it', () => {
  assert.equal(riskAfterClosing(came), true);
  assert.equal(riskAfterClosing({ ...came, riskLevel: 'medium' }), true);
  assert.equal(riskAfterClosing({ ...came, closedAt: null }), false, 'opened again');
  assert.equal(riskAfterClosing({ ...came, riskJudged: true }), false, 'judged, with a reason');
  assert.equal(riskAfterClosing({ ...came, riskLevelAt: at('2026-06-30 10:00') }), false, 'known before');
  assert.equal(riskAfterClosing({ ...came, riskLevel: 'standard' }), false);
});
