import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestsHonour } from './honour.ts';

const told = { abuseTypes: [], indicators: [], honour: 'not_asked' } as const;
const triage = { honour: 'not_asked' } as const;

test('one tick anywhere is enough: of the call, of the concern, of the help site or at triage', () => {
  assert.ok(suggestsHonour({ ...told, abuseTypes: ['forced_marriage'] }, triage));
  assert.ok(suggestsHonour({ ...told, indicators: ['honour'] }, triage));
  assert.ok(
    suggestsHonour({ ...told, honour: 'yes' }, { honour: 'no' }),
    'a no at triage takes nothing back',
  );
  assert.ok(suggestsHonour(told, { honour: 'yes' }));
});

test('where nothing suggests it, nothing begins', () => {
  assert.ok(!suggestsHonour({ ...told, abuseTypes: ['economic'], indicators: ['money'] }, triage));
});
