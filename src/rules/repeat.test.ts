import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsAsRepeat, guidanceOnRepeats } from './repeat.ts';
import { abuseTypes } from './words.ts';

test('by the guidance any abuse is a repeat', () => {
  assert.equal(guidanceOnRepeats, 'any');
  for (const { value } of abuseTypes) assert.ok(countsAsRepeat('any', [value]), value);
});

test('by a narrower protocol violence, stalking or sexual abuse is, alone or beside others', () => {
  const narrow = 'violence_stalking_sexual';
  for (const kind of [
    'physical_or_sexual',
    'violent_or_threatening',
    'strangulation',
    'stalking_or_harassment',
  ] as const) {
    assert.ok(countsAsRepeat(narrow, [kind]), kind);
    assert.ok(countsAsRepeat(narrow, ['economic', kind]), kind);
  }
  assert.ok(!countsAsRepeat(narrow, ['economic']));
  assert.ok(!countsAsRepeat(narrow, ['controlling_or_coercive', 'psychological_or_emotional']));
});

test('what is not known counts, by either', () => {
  assert.ok(countsAsRepeat('any', []));
  assert.ok(countsAsRepeat('violence_stalking_sexual', []));
});
