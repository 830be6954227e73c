import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUrgent, noticeKinds, noticeLink, noticeSentence } from './notices.ts';

test('no notification says what Lintel is for, or whom it is about', () => {
  for (const kind of noticeKinds)
    assert.doesNotMatch(
      noticeSentence(kind),
      /abuse|violen|victim|survivor|perpetrator|domestic|disclos|safe|police|refuge|case/i,
      kind,
    );
});

test('danger, what is due now or overdue, a missed check-in and emergency access stand out', () => {
  assert.deepEqual(noticeKinds.filter(isUrgent), [
    'danger',
    'due_now',
    'overdue',
    'check_in_missed',
    'check_in_raised',
    'emergency_used',
  ]);
});

test('a notification leads to the case, or to triage while there is none', () => {
  const kind = 'due_soon';
  assert.equal(noticeLink({ kind, caseId: 'c', disclosureId: 'd' }), '/cases/c');
  assert.equal(noticeLink({ kind, caseId: null, disclosureId: 'd' }), '/disclosures/d');
  assert.equal(noticeLink({ kind, caseId: null, disclosureId: null }), '/disclosures');
});

test('what waits for a second person leads to where it is decided, and the answer back to the colleagues', () => {
  const none = { caseId: null, disclosureId: null };
  assert.equal(noticeLink({ kind: 'role_to_confirm', ...none }), '/staff/confirmations');
  assert.equal(noticeLink({ kind: 'role_decided', ...none }), '/staff');
});
