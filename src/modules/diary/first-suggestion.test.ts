import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaseModel } from '#modules/cases/pure.ts';
import type { StaffId } from '#rules/facts.ts';
import { at, office, phoneAgreed } from '#rules/testing.ts';
import { firstSuggestion } from './first-suggestion.ts';

const duty = [{ staffId: 'Ada' as StaffId, from: at('2026-07-02 11:03'), to: at('2026-07-02 17:00') }];
const agreed = phoneAgreed as CaseModel['agreed'];
const suggested = (agreement: CaseModel['agreed']) =>
  firstSuggestion({ agreed: agreement, calendar: office, now: at('2026-07-01 16:00') }, duty);

describe('a plan begins', () => {
  test('at the earliest safe moment while somebody is on duty, on a round five minutes', () => {
    const fields = suggested(agreed);
    assert.equal(fields['starts-day'], '2');
    assert.equal(fields['starts-time'], '11:05');
  });

  test('at the next opening of the office where no moment is known to be safe', () => {
    const fields = suggested(null);
    assert.equal(fields['starts-day'], '2');
    assert.equal(fields['starts-time'], '09:00');
  });
});
