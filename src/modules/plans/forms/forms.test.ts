import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm, type Typed } from '#kit/forms.ts';
import type { StaffId } from '#rules/facts.ts';
import { actionForm, typedAction } from './action-form.ts';
import { agreementForm } from './agreement-form.ts';
import { outcomeForm } from './outcome-form.ts';
import { wordsForm } from './words-form.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const ada = 'ada' as StaffId;
const day = (name: string, date: string): Typed => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};
const errors = (schema: Parameters<typeof parseForm>[0], typed: Typed) => {
  const parsed = parseForm(schema, typed);
  return parsed.ok ? [] : Object.keys(parsed.errors);
};

test('nothing about the person need be answered: there is no hurry', () => {
  assert.deepEqual(errors(wordsForm, {}), []);
});

test('what somebody else does has a day and a name; what the person does needs neither', () => {
  const form = actionForm([ada], { notBefore: today });
  assert.deepEqual(errors(form, { what: 'Keep a bag', owner: 'person' }), []);
  assert.deepEqual(errors(form, { what: 'Ring', owner: 'colleague' }), ['ownerId', 'due']);
  assert.deepEqual(errors(form, { what: 'Ring', owner: 'agency' }), ['agency', 'due']);
  const past = { what: 'Ring', owner: 'colleague', ownerId: ada, ...day('due', '2026-11-17') };
  assert.deepEqual(errors(form, past), ['due']);
});

test('a colleague who is not offered cannot be asked by hand', () => {
  const form = actionForm([ada], {});
  const by = { what: 'Ring', owner: 'colleague', ownerId: 'blocked', ...day('due', '2026-11-20') };
  assert.deepEqual(errors(form, by), ['ownerId']);
});

test('an action typed back is the action that it was', () => {
  const action = {
    what: 'Ring the locksmith',
    why: 'He has a key',
    copyWords: 'Front door',
    owner: 'colleague',
    ownerId: ada,
    agency: '',
    dueOn: Temporal.PlainDate.from('2026-11-20'),
    safety: true,
  } as const;
  const parsed = parseForm(actionForm([ada], {}), typedAction(action));
  assert.deepEqual(parsed.ok && parsed.value, action);
});

test('a reason is asked for where an action is moved or dropped, and a day where it was done', () => {
  const form = outcomeForm(today);
  assert.deepEqual(errors(form, { outcome: 'done', ...day('happened', '2026-11-18') }), []);
  assert.deepEqual(errors(form, { outcome: 'done', ...day('happened', '2026-11-19') }), ['happened']);
  assert.deepEqual(errors(form, { outcome: 'moved', ...day('happened', '2026-11-18') }), ['due', 'note']);
  assert.deepEqual(errors(form, { outcome: 'dropped', 'due-day': 'x' }), ['note']);
});

test('an agreement is never made without the person; what is not agreed has a reason and a day', () => {
  const form = agreementForm('Europe/London', now, today);
  const typed = {
    standing: 'agreed',
    how: 'in_person',
    promptedBy: 'first',
    ...day('happened', '2026-11-18'),
    'happened-time': '09:30',
    ...day('review', '2026-12-16'),
  };
  assert.deepEqual(errors(form, typed), []);
  assert.deepEqual(errors(form, { ...typed, how: 'not_with_them' }), ['how']);
  assert.deepEqual(errors(form, { ...typed, standing: 'not_safe_to_agree' }), ['reason']);
  assert.deepEqual(errors(form, { ...typed, ...day('review', '2026-12-17') }), ['review'], '28 days at most');
  assert.deepEqual(errors(form, { ...typed, 'happened-time': '10:30' }), ['happened'], 'not yet');
});
