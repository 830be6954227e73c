import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseForm, type Typed } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { at, wall } from '#rules/testing.ts';
import { planFields, planForm } from './form.ts';

const [ada, ben] = ['0198b1a0-0000-7000-8000-00000000000a', '0198b1a0-0000-7000-8000-00000000000b'];
const now = at('2026-07-01 10:00');
const zone = 'Europe/London';
const aVisit: Typed = {
  channel: 'home',
  purpose: 'talk',
  ...momentFields('starts', at('2026-07-02 10:00'), zone),
  length: '60',
  staffId: ada,
};
const parsed = (more: Typed = {}) => parseForm(planForm(zone, now), { ...aVisit, ...more });
const errors = (more: Typed) => {
  const form = parsed(more);
  return form.ok ? {} : form.errors;
};

describe('planning a visit or a call', () => {
  test('a visit is from then on for as long as it takes', () => {
    const form = parsed({ checkIn: '30' });
    assert.ok(form.ok);
    assert.equal(wall(form.value.startsAt), 'Thu 2026-07-02 10:00');
    assert.equal(wall(form.value.endsAt), 'Thu 2026-07-02 11:00');
    assert.ok(form.value.checkInBy);
    assert.equal(wall(form.value.checkInBy), 'Thu 2026-07-02 11:30');
  });

  test('what is planned is still to come', () => {
    assert.deepEqual(errors(momentFields('starts', at('2026-07-01 09:00'), zone)), {
      starts: 'Choose a time that is still to come',
    });
  });

  test('whoever goes alone says by when they are safe; a call needs no such thing', () => {
    assert.deepEqual(errors({ loneWorking: 'yes' }), {
      checkIn: 'Say by when whoever goes alone says that they are safe',
    });
    assert.deepEqual(errors({ loneWorking: 'yes', checkIn: '15' }), {});
    assert.deepEqual(errors({ loneWorking: 'yes', channel: 'call' }), {});
  });

  test('two people are two, with a reason, and nobody then goes alone', () => {
    assert.deepEqual(errors({ twoPeople: 'yes' }), {
      secondStaffId: 'Say who goes along',
      twoPeopleWhy: 'Say why two people go',
    });
    assert.deepEqual(errors({ secondStaffId: ada }), { secondStaffId: 'Choose somebody else' });
    assert.deepEqual(errors({ secondStaffId: ben, loneWorking: 'yes', checkIn: '15' }), {
      loneWorking: 'Say either that somebody goes alone or who goes along',
    });
  });

  test('a meeting somewhere else says where; no other place is kept than that one', () => {
    assert.deepEqual(errors({ channel: 'elsewhere' }), { place: 'Say where' });
    const form = parsed({ place: 'typed, and then another way was chosen' });
    assert.ok(form.ok);
    assert.equal(form.value.place, '');
  });

  test('moving begins with what was planned', () => {
    const form = parsed({ secondStaffId: ben, twoPeople: 'yes', twoPeopleWhy: 'A dog', checkIn: '60' });
    assert.ok(form.ok);
    const again = parseForm(planForm(zone, now), planFields(form.value, zone));
    assert.ok(again.ok);
    assert.deepEqual(again.value, form.value);
  });
});
