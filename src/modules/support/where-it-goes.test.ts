import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf } from './kinds.ts';
import { mayGo } from './where-it-goes.ts';

const [cooker, voucher] = [kindOf('white_goods'), kindOf('food_voucher')];
const elsewhere = { kind: 'elsewhere' };
const agreed = 'She does, on Tuesday at two, while he is at work';

test('something that is carried goes nowhere before somebody says where', () => {
  assert.equal(mayGo(cooker, { goes: '', opens: '' }, elsewhere).allowed, false);
  assert.equal(mayGo(voucher, { goes: '', opens: '' }, elsewhere).allowed, true);
});

test('an address is given only with who opens and when, and never where none may be given', () => {
  assert.equal(mayGo(cooker, { goes: 'address', opens: ' ' }, elsewhere).allowed, false);
  assert.equal(mayGo(cooker, { goes: 'address', opens: agreed }, elsewhere).allowed, true);
  for (const kind of ['rather_not', 'not_known'])
    assert.equal(mayGo(cooker, { goes: 'address', opens: agreed }, { kind }).allowed, false);
});

test('it can always be collected, or come to us', () => {
  for (const goes of ['collected', 'through_us'] as const)
    assert.equal(mayGo(cooker, { goes, opens: '' }, { kind: 'rather_not' }).allowed, true);
});
