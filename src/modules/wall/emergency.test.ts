import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import type { StaffId, Verdict } from '#rules/facts.ts';
import { type Ending, isRunning, isRush, mayEnd, mayTry, readReference } from './emergency.ts';
import { mayReview } from './emergency-review.ts';
import { askForm } from './forms/emergency-forms.ts';
import { openedInWords, worthTelling } from './openings.ts';

const at = (time: string) => Temporal.Instant.from(`2026-11-18T${time}Z`);
const person = 'person:01990000-0000-7000-8000-000000000001';
const complete = { reference: 'C-7K2M-9QXA', subject: '', reason: 'danger_now', words: 'He is at her door' };

test('a reference is understood however it was typed, and nothing else is one', () => {
  for (const typed of ['C-7K2M-9QXA', 'c7k2m9qxa', ' c 7k2m 9qxa ', 'C.7K2M.9QXA'])
    assert.equal(readReference(typed), 'C-7K2M-9QXA', typed);
  for (const typed of ['', 'Zelda Quince', 'D-7K2M-9QXA', 'C-7K2M', 'C-7K2M-9QXA-1'])
    assert.equal(readReference(typed), null, typed);
});

test('emergency access runs until its end, not at it, and not once it was ended', () => {
  const span = { endsAt: at('11:00'), endedAt: null };
  assert.equal(isRunning(span, at('10:59:59.999')), true);
  assert.equal(isRunning(span, at('11:00')), false);
  assert.equal(isRunning({ ...span, endedAt: at('10:30') }, at('10:31')), false);
  assert.equal(isRunning({ endsAt: null, endedAt: null }, at('10:31')), false, 'a try lets nobody in');
});

test('after five tries in a day the sixth is refused, and managers hear of the third', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((tries) => mayTry(tries).allowed),
    [true, true, true, true, true, false, false],
  );
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((tries) => isRush(tries)),
    [false, false, true, false, false, true, false],
  );
});

test('a reason has to be chosen, and said in one’s own words', () => {
  const errors = (form: object) =>
    askForm.safeParse(form).error?.issues.map((issue) => String(issue.path[0])) ?? [];
  assert.deepEqual(errors(complete), []);
  assert.deepEqual(errors({ ...complete, reason: '' }), ['reason']);
  assert.deepEqual(errors({ ...complete, words: ' \n ' }), ['words']);
  assert.deepEqual(errors({ ...complete, reference: '' }), ['reference']);
  assert.deepEqual(errors({ ...complete, subject: person }), ['reference'], 'one of the two');
  assert.deepEqual(errors({ ...complete, reference: '', subject: person }), []);
  assert.deepEqual(errors({ ...complete, reference: '', subject: 'person:somebody' }), ['reference']);
});

test('somebody else reviews, once, and only what let somebody in', () => {
  const [user, officer] = ['user', 'officer'] as unknown as [StaffId, StaffId];
  const use = { outcome: 'granted', staffId: user, finding: null } as const;
  assert.equal(mayReview(use, officer).allowed, true);
  assert.equal(mayReview(use, user).allowed, false);
  assert.equal(mayReview({ ...use, finding: 'appropriate' }, officer).allowed, false);
  assert.equal(mayReview({ ...use, outcome: 'nothing' }, officer).allowed, false);
});

test('what was opened is told by the part of the case, never by what stands in it', () => {
  const words = (name: string, part = '') => openedInWords({ at: at('10:00'), name, part });
  assert.equal(words('case.viewed', 'Chronology'), 'Opened: Chronology');
  assert.equal(words('contact.attempted'), 'Something was done: Contact');
  assert.equal(words('risk.rated-high'), 'Something was done: Risk', 'not how it was rated');
  assert.equal(worthTelling({ name: 'obligation.started' }), false, 'nobody did that');
  assert.equal(words('honour-based.marked'), 'Something was done: the case');
});

test('whoever leads the case ends it, a manager who sees it, or they themselves; others are told who does', () => {
  const [visitor, lead, other] = [newId<StaffId>(), newId<StaffId>(), newId<StaffId>()];
  const by = (staff: StaffId, more: Partial<Ending> = {}) =>
    mayEnd({
      running: true,
      staffId: visitor,
      by: staff,
      leadId: lead,
      manages: false,
      visiting: false,
      ...more,
    });
  assert.equal(by(visitor, { visiting: true }).allowed, true);
  assert.equal(by(lead).allowed, true);
  assert.equal(by(other, { manages: true }).allowed, true);
  const reason = (verdict: Verdict) => (verdict.allowed ? '' : `${verdict.reason} ${verdict.basis}`);
  assert.match(reason(by(other)), /Whoever leads the case ends it, a manager.*need-to-know/);
  assert.match(reason(by(other, { leadId: null })), /Whoever leads the case ends it/);
  assert.match(reason(by(other, { manages: true, visiting: true })), /end only your own/);
  assert.match(reason(by(lead, { running: false })), /has ended already/);
});
