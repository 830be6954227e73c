import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../html.ts';
import { decidedRow, decisionFields, proposedRow, withdrawal } from './decision.ts';
import { freshForm } from './form-state.ts';

const at = Temporal.Instant.from('2026-07-01T09:00Z');
const when = (instant: Temporal.Instant) => instant.toString();
const waiting = { decision: null, decidedAt: null, decidedByName: null, decidedWhy: '' };
const decided = { decidedAt: at, decidedByName: 'Ada Keel', decidedWhy: 'He is away.\nShe said so.' };
const told = (row: ReturnType<typeof decidedRow>) => row && [row.key.text, render(row.value.html)];

test('who proposed it is said with when; the program has a name as well', () => {
  assert.deepEqual(proposedRow({ proposedAt: at, proposedByName: 'Bram Oduya' }, when), {
    key: { text: 'Proposed' },
    value: { text: '2026-07-01T09:00:00Z by Bram Oduya' },
  });
  assert.match(proposedRow({ proposedAt: at, proposedByName: null }, when).value.text, /by Lintel$/);
});

test('nothing is said of a decision while it waits', () => {
  assert.equal(decidedRow<'signed'>(waiting, when, { signed: 'Signed' }), false);
});

test('how it was decided is said in the words of its kind, with who, when and why', () => {
  const words = { signed: 'Signed', declined: 'Sent back' };
  const row = (decision: 'signed' | 'declined' | 'withdrawn') =>
    told(decidedRow({ ...decided, decision }, when, words));
  const [key, value] = row('signed') || [];
  assert.equal(key, 'Signed');
  assert.match(value ?? '', /2026-07-01T09:00:00Z by Ada Keel.*He is away\.<br>She said so\./s);
  assert.deepEqual([(row('declined') || [])[0], (row('withdrawn') || [])[0]], ['Sent back', 'Taken back']);
});

test('a decision that was sent without a reason comes back as it was typed, with what is missing', () => {
  const form = { values: { decision: 'declined', why: '' }, errors: { why: 'Say why not' } };
  const ways = [
    { value: 'approved', text: 'Approve' },
    { value: 'declined', text: 'Decline' },
  ];
  const page = render(decisionFields(form, { ways, hint: 'Needed where you decline' }));
  assert.match(page, /value="declined" checked/);
  assert.match(page, /Say why not/);
  assert.doesNotMatch(render(decisionFields(freshForm, { ways, hint: '' })), /checked/);
});

test('taking it back carries the version that was seen', () => {
  const page = render(withdrawal('/back', { csrf: 'token', submissionId: 'once', version: 3 }));
  assert.match(page, /action="\/back".*name="_version" value="3".*Take it back/s);
});
