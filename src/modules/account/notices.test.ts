import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  isUrgent,
  type NoticeKind,
  noticeKinds,
  noticeLink,
  noticeSentence,
  noticeUrgency,
} from './notices.ts';
import { type Told, waitingByUrgency, waitingGroups } from './waiting.ts';

test('no notification says what Lintel is for, or whom it is about', () => {
  for (const kind of noticeKinds)
    assert.doesNotMatch(
      noticeSentence(kind),
      /abuse|violen|victim|survivor|perpetrator|domestic|disclos|safe|police|refuge|case/i,
      kind,
    );
});

test('danger, a colleague not heard of, a new high risk, something without a lead and what is due stand out', () => {
  for (const kind of ['danger', 'check_in_missed', 'check_in_raised'] as const)
    assert.equal(noticeUrgency(kind), 'danger', kind);
  for (const kind of [
    'high_risk',
    'risk_after_closing',
    'lead_needed',
    'triage_waiting',
    'overdue',
    'due_now',
    'emergency_used',
    'against_agreement',
  ] as const)
    assert.equal(isUrgent(kind), true, kind);
  for (const kind of ['due_half', 'task_given', 'plan_decided', 'draft_ending'] as const)
    assert.equal(isUrgent(kind), false, kind);
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
  assert.equal(noticeLink({ kind: 'high_risk', caseId: 'c', disclosureId: null }), '/cases/c/risk');
});

describe('what waits is shown once each, by kind', () => {
  let number = 0;
  const told = (
    kind: NoticeKind,
    caseId: string | null,
    minute: number,
    toDo: string | null = null,
  ): Told => {
    number += 1;
    const at = Temporal.Instant.from('2026-11-18T10:00:00Z').add({ minutes: minute });
    const about = { caseId, disclosureId: null, aboutId: null };
    return { id: `n${number}`, kind, ...about, reference: caseId, at, toDo };
  };
  const shown = (notices: readonly Told[]) =>
    waitingGroups(notices).map(({ topic, things }) => [topic, things.map(({ leads }) => leads.kind)]);

  test('danger comes first, whenever it came', () => {
    const notices = [told('overdue', 'a', 0), told('high_risk', 'b', 1), told('danger', 'c', 2)];
    assert.deepEqual(shown(notices), [
      ['danger', ['danger']],
      ['high_risk', ['high_risk']],
      ['promise', ['overdue']],
    ]);
  });

  test('115 notices of promises in two cases are two lines, each with what is to be done', () => {
    const notices = Array.from({ length: 115 }, (_, nth) =>
      told(nth % 3 === 0 ? 'due_soon' : 'overdue', nth % 2 === 0 ? 'a' : 'b', nth, `Do ${nth % 4}`),
    );
    const [group] = waitingGroups(notices);
    assert.deepEqual(
      group?.things.map(({ leads, times, toDo }) => [leads.kind, leads.caseId, times, toDo]),
      [
        ['overdue', 'a', 58, ['Do 0', 'Do 2']],
        ['overdue', 'b', 57, ['Do 1', 'Do 3']],
      ],
    );
  });

  test('what is about nothing in particular is never taken for the same', () => {
    assert.deepEqual(shown([told('role_to_confirm', null, 0), told('role_to_confirm', null, 1)]), [
      ['decision', ['role_to_confirm', 'role_to_confirm']],
    ]);
  });

  test('an e-mail counts things by how soon they need somebody', () => {
    const notices = [
      told('danger', 'a', 0),
      told('overdue', 'a', 1),
      told('due_half', 'a', 0),
      told('plan_decided', 'b', 2),
    ];
    assert.deepEqual(waitingByUrgency(waitingGroups(notices)), { danger: 1, now: 1, soon: 0, know: 1 });
  });
});
