import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { triageForm } from './triage-form.ts';

const adults = { connection: 'intimate', person_age: 'adult', alleged_age: 'adult', children: 'no' };
const newCase = { ...adults, definition: 'meets', outcome: 'new_case' };
const handover = {
  ...adults,
  connection: 'not_connected',
  definition: 'not_connected',
  outcome: 'handover',
  handover_to: 'asb',
  handover_contact: 'Rang the duty officer, who rings back by 15:00',
  handover_said: 'She wants the noise to stop and does not want to be named.',
  safety_step: 'Agreed she stays with her sister tonight; knows 999 and 55.',
  reached: 'no',
  not_reached_why: 'He is at home with her',
};

function errors(body: Record<string, string>): readonly string[] {
  const parsed = parseForm(triageForm, body);
  return parsed.ok ? [] : Object.keys(parsed.errors).toSorted();
}

describe('the decision of triage', () => {
  test('follows the check without any further question', () => {
    assert.deepEqual(errors(newCase), []);
  });

  test('may differ from the check, with a reason', () => {
    assert.deepEqual(errors({ ...newCase, definition: 'unclear' }), ['why']);
    assert.deepEqual(
      errors({ ...newCase, definition: 'unclear', why: 'She is unsure how he is related' }),
      [],
    );
  });

  test('needs no person and no home: help does not wait for a name', () => {
    const parsed = parseForm(triageForm, newCase);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.value.person, { kind: 'not_known' });
    assert.equal(parsed.value.propertyId, null);
  });

  test('takes both names of somebody who is not on the register, or neither', () => {
    assert.deepEqual(errors({ ...newCase, given_name: 'Ada' }), ['family_name']);
    assert.deepEqual(errors({ ...newCase, given_name: 'Ada', family_name: 'Quill' }), []);
  });

  test('hands over only warmly: to whom, how, what was said, and a step today', () => {
    assert.deepEqual(errors(handover), []);
    assert.deepEqual(
      errors({ ...handover, handover_to: '', handover_contact: '', handover_said: ' ', safety_step: '' }),
      ['handover_contact', 'handover_said', 'handover_to', 'safety_step'],
    );
  });

  test('does not hand over what meets the definition without a reason', () => {
    assert.deepEqual(errors({ ...handover, connection: 'intimate', definition: 'meets' }), ['why']);
  });

  test('never passes over a child', () => {
    const child = { ...newCase, children: 'yes' };
    assert.deepEqual(errors(child), ['safeguarding']);
    assert.deepEqual(errors({ ...child, safeguarding: 'refer_today' }), []);
    const none = { ...child, safeguarding: 'not_referred' };
    for (const safeguarding_why of ['', 'x', 'none'])
      assert.deepEqual(errors({ ...none, safeguarding_why }), ['safeguarding_why']);
    assert.deepEqual(errors({ ...none, safeguarding_why: 'Children’s services lead already' }), []);
    assert.deepEqual(errors({ ...newCase, person_age: 'under_16', definition: 'under_16' }), [
      'safeguarding',
    ]);
  });

  test('adds to an existing case only when one is chosen', () => {
    assert.deepEqual(errors({ ...newCase, outcome: 'existing_case' }), ['case_id']);
  });

  test('refuses an id that is none', () => {
    assert.deepEqual(errors({ ...newCase, person_id: 'everybody' }), ['person_id']);
  });
});
