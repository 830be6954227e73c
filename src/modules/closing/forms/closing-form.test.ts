import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import type { ClosingFacts } from '../closing.ts';
import { closingForm, reopeningForm } from './closing-form.ts';

const settled: ClosingFacts = {
  state: 'active',
  dangerStands: false,
  riskLevel: 'standard',
  riskJudged: true,
  riskCurrent: true,
  everHigh: false,
  loweringWaiting: false,
  openSafetyActions: 0,
  markersToReview: 0,
  contactOwed: false,
  openReferrals: 0,
  changesHeld: 0,
  worksGoingOn: 0,
  looksOpen: 0,
  changesAsked: 0,
  movesOpen: 0,
  mediationsOpen: 0,
};
const done = {
  reason: 'support_complete',
  why: 'The locks are changed, and she sleeps again',
  told: 'told',
  toldHow: 'On the phone on Monday',
  wayBack: '',
};
const wrong = (more: Readonly<Record<string, string>>) => {
  const parsed = parseForm(closingForm(settled), { ...done, ...more });
  return parsed.ok ? [] : Object.keys(parsed.errors);
};

test('why a case is closed, and how they were told or why not, are said in a sentence', () => {
  assert.deepEqual(wrong({}), []);
  for (const little of ['', 'x', 'done', '- - -']) {
    assert.deepEqual(wrong({ why: little }), ['why'], little);
    assert.deepEqual(wrong({ toldHow: little }), ['toldHow'], little);
    assert.deepEqual(wrong({ told: 'unsafe', toldHow: little }), ['toldHow'], little);
  }
});

test('why a case is opened again is said in a sentence', () => {
  const again = (why: string) => parseForm(reopeningForm, { reason: 'they_came_back', why }).ok;
  assert.deepEqual([again('x'), again('They rang about messages')], [false, true]);
});
