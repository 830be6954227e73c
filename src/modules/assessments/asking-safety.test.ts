import assert from 'node:assert/strict';
import { test } from 'node:test';
import { companies, overhearing, safeToAsk } from './asking-safety.ts';

test('only alone, or with somebody they trust, and where nobody can hear or see, may somebody be asked', () => {
  const safe = companies.flatMap(({ value: company }) =>
    overhearing.flatMap(({ value: overheard }) =>
      safeToAsk({ company, overheard }).allowed ? [`${company}, overheard: ${overheard}`] : [],
    ),
  );
  assert.deepEqual(safe, ['alone, overheard: no', 'trusted, overheard: no']);
});

test('every refusal says why, and on which clause it rests', () => {
  for (const { value: overheard } of overhearing) {
    const verdict = safeToAsk({ company: 'not_sure', overheard });
    assert.ok(!verdict.allowed);
    assert.match(verdict.reason, /not safe to ask/);
    assert.equal(verdict.basis, 'safe-contact');
  }
});
