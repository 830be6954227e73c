import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { maskedPhone, normalisePhone, phoneBeginning } from './phone.ts';

test('a phone number is the same however it is written', () => {
  for (const written of [
    '07700 900123',
    '+44 7700 900123',
    '0044 7700 900 123',
    '+44 (0)7700-900123',
    '7700900123',
  ])
    assert.equal(normalisePhone(written), '+447700900123', written);
  assert.equal(normalisePhone('020 7946 0018'), '+442079460018');
  assert.equal(normalisePhone('+353 1 555 0123'), '+35315550123');
});

test('what is no phone number is not made into one', () => {
  for (const written of ['', 'no phone', '0770', '07700 900123 (mum)', '12345', '+44 0'])
    assert.equal(normalisePhone(written), null, written);
});

test('spaces anywhere leave a number what it is', () => {
  const spaced = fc
    .tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.array(fc.constantFrom('', ' '), { minLength: 11, maxLength: 11 }),
    )
    .map(([last, gaps]) => {
      const digits = `07700900${String(last).padStart(3, '0')}`;
      return { digits, written: [...digits].map((digit, at) => digit + gaps[at]).join('') };
    });
  fc.assert(
    fc.property(spaced, ({ digits, written }) => {
      assert.equal(normalisePhone(written), `+44${digits.slice(1)}`);
      assert.equal(phoneBeginning(written), `+44${digits.slice(1)}`);
    }),
    runs(100),
  );
});

test('a number on the register is never shown, only its end', () => {
  assert.equal(maskedPhone('+447700900123'), 'ends in 123');
});
