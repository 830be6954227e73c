import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { dayFields } from '#kit/typed-day.ts';
import { fieldOf, pauseEndingForm, pauseForm } from './pause-form.ts';

const date = (text: string) => Temporal.PlainDate.from(text);
const sooner = { id: 'sooner', on: date('2026-11-24') };
const onTheDay = { id: 'on-the-day', on: date('2026-12-14') };
const later = { id: 'later', on: date('2027-01-05') };
const planned = [sooner, onTheDay, later];
const typed = (more = {}) => ({ wish: 'Let me think.', ...dayFields('next', date('2026-12-14')), ...more });
const sent = (more = {}) => parseForm(pauseForm(date('2026-11-18'), planned), typed(more));

describe('pausing with visits that are planned', () => {
  test('asks about each before the agreed day, and only about those', () => {
    const parsed = sent();
    assert.ok(!parsed.ok);
    assert.deepEqual(parsed.errors, { [fieldOf(sooner)]: 'Say what they want with this one' });
    assert.ok(!sent({ [fieldOf(sooner)]: 'perhaps' }).ok, 'no other answer is one');
  });

  test('nothing is cancelled but what it was said of', () => {
    const cancelled = (more: Record<string, string>) => {
      const parsed = sent(more);
      assert.ok(parsed.ok);
      return parsed.value.callOff;
    };
    assert.deepEqual(cancelled({ [fieldOf(sooner)]: 'keep' }), []);
    assert.deepEqual(cancelled({ [fieldOf(sooner)]: 'cancel' }), ['sooner']);
    assert.deepEqual(cancelled({ [fieldOf(sooner)]: 'keep', [fieldOf(later)]: 'cancel' }), ['later']);
    assert.deepEqual(cancelled({ [fieldOf(sooner)]: 'keep', 'planned-of-another-case': 'cancel' }), []);
  });

  test('without the person’s wish nothing is saved, whatever is ticked', () => {
    const parsed = sent({ wish: ' ', [fieldOf(sooner)]: 'cancel' });
    assert.ok(!parsed.ok);
    assert.match(parsed.errors.wish ?? '', /what they said they want/);
  });
});

test('something else that ended a pause is said in a sentence', () => {
  const ended = (why: string) => parseForm(pauseEndingForm(false), { reason: 'other', why });
  for (const little of ['', 'x', '- -', 'ok ok']) {
    const parsed = ended(little);
    assert.ok(!parsed.ok, little);
    assert.deepEqual(parsed.errors, { why: 'Say in a sentence what it was' });
  }
  assert.ok(ended('The pause was begun on the wrong case').ok);
});
