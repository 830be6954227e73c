import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { helplineForm } from './helpline-form.ts';
import { checkStanding, type Helpline, phoneProblem, startingHelplines } from './helplines.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-18');

describe('a number on the help site', () => {
  test('is one that can be rung from any telephone here', () => {
    for (const phone of ['0808 2000 247', '020 7946 0000', '0800 1111', '116 123', '101', '(01632) 960 001'])
      assert.equal(phoneProblem(phone), null, phone);
    for (const { phone } of startingHelplines) assert.equal(phoneProblem(phone), null, phone);
  });

  test('is turned away when a digit is missing or too many, or something else stands in it', () => {
    for (const phone of ['0808 2000 24', '0808 2000 2477', '2000 247', '12', '999 999'])
      assert.match(phoneProblem(phone) ?? '', /no UK telephone number/, phone);
    for (const phone of ['+44 808 2000 247', 'ask Ada', '0808-2000-247x', '85258 text'])
      assert.match(phoneProblem(phone) ?? '', /as it is dialled in the UK/, phone);
    assert.equal(phoneProblem(''), 'Enter the number');
  });

  test('costs nobody a fortune', () => {
    for (const phone of ['0909 879 0000', '070 1234 5678'])
      assert.match(phoneProblem(phone) ?? '', /costs the caller too much/);
  });
});

describe('when a helpline was last checked', () => {
  test('is long ago after three months, and too long ago after twelve', () => {
    assert.equal(checkStanding(day('2026-08-18'), today), 'checked');
    assert.equal(checkStanding(day('2026-08-17'), today), 'due');
    assert.equal(checkStanding(day('2025-11-18'), today), 'due');
    assert.equal(checkStanding(day('2025-11-17'), today), 'unchecked');
  });
});

describe('the form for a helpline', () => {
  const before: Helpline = {
    name: 'Galop',
    phone: '0800 999 5428',
    says: 'Free.',
    hours: '',
    checkedOn: day('2026-11-02'),
  };
  const typed = {
    name: 'Galop',
    phone: '0800 999 5428',
    says: 'Free.',
    hours: '',
    'checkedOn-day': '2',
    'checkedOn-month': '11',
    'checkedOn-year': '2026',
    place: '2',
  };
  const schema = helplineForm({ today, otherPhones: ['0808 2000 247'], places: 5, before });
  const errors = (fields: Readonly<Record<string, string>>) => {
    const parsed = parseForm(schema, { ...typed, ...fields });
    return parsed.ok ? {} : parsed.errors;
  };

  test('takes what is right', () => {
    const parsed = parseForm(schema, typed);
    assert.ok(parsed.ok);
    assert.equal(parsed.value.checkedOn.toString(), '2026-11-02');
    assert.equal(parsed.value.place, 2);
  });

  test('says beside each field what is wrong with it', () => {
    const wrong = errors({ name: ' ', phone: '0808', says: '', place: '6', 'checkedOn-day': '31' });
    assert.deepEqual(Object.keys(wrong).sort(), ['checkedOn', 'name', 'phone', 'place', 'says']);
    assert.match(wrong.checkedOn ?? '', /real date/);
    assert.match(errors({ 'checkedOn-day': '19' }).checkedOn ?? '', /still to come/);
    assert.match(
      errors({ 'checkedOn-day': '', 'checkedOn-month': '', 'checkedOn-year': '' }).checkedOn ?? '',
      /Enter the day/,
    );
  });

  test('takes no number that is on the list already, however it is spaced', () => {
    assert.match(errors({ phone: '08082000247' }).phone ?? '', /on the list already/);
  });

  test('asks when a changed number was checked: what was checked is the one before', () => {
    assert.match(errors({ phone: '0800 999 5429' }).checkedOn ?? '', /number is another one/);
    assert.deepEqual(errors({ phone: '0800 999 5429', 'checkedOn-day': '18' }), {});
    assert.deepEqual(errors({ phone: '08009995428' }), {}, 'the same number in other spaces');
  });
});
