import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { StaffId } from '#rules/facts.ts';
import { at, office, phoneAgreed } from '#rules/testing.ts';
import { firstSuggestion, whoMightGo } from './first-suggestion.ts';

const duty = [{ staffId: 'Ada' as StaffId, from: at('2026-07-02 11:03'), to: at('2026-07-02 17:00') }];
const agreed = { ...phoneAgreed, further: [] } as unknown as CaseModel['agreed'];
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

  test('with the woman or the man whom they asked for, where the lead is not known to be one', () => {
    const [ada, ben, cato] = ['Ada', 'Ben', 'Cato'] as unknown as readonly [StaffId, StaffId, StaffId];
    const colleagues = [ada, ben, cato].map((id) => ({ id, name: id }));
    const facts = { colleagues, genders: new Map([[cato, 'man' as const]]) };
    const asks = (workerGender: 'woman' | 'man' | 'no_preference') => ({ workerGender });
    assert.deepEqual(whoMightGo(ada, null, facts), [ada]);
    assert.deepEqual(whoMightGo(ada, asks('no_preference'), facts), [ada]);
    assert.deepEqual(whoMightGo(ada, asks('man'), facts), [cato]);
    assert.deepEqual(whoMightGo(cato, asks('man'), facts), [cato]);
    assert.deepEqual(whoMightGo(ada, asks('woman'), facts), [ada], 'for somebody to choose');
    const span = {
      staffId: cato,
      gender: 'man' as const,
      from: at('2026-07-02 12:00'),
      to: at('2026-07-02 17:00'),
    };
    const asked = { ...phoneAgreed, further: [], workerGender: 'man' } as unknown as CaseModel['agreed'];
    const fields = firstSuggestion({ agreed: asked, calendar: office, now: at('2026-07-01 16:00') }, [
      ...duty,
      span,
    ]);
    assert.equal(fields['starts-time'], '12:00');
    assert.equal(fields.staffId, cato);
  });
});
