import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { leftOut, redactor } from './redaction.ts';

const without = (text: string, ...texts: string[]) => redactor(texts).clean(text);

test('a name is taken out however it is written, and a word that only holds it stays', () => {
  assert.equal(
    without('TEO saw it. Téo’s door. Teodora did not.', 'Teo'),
    `${leftOut} saw it. ${leftOut}’s door. Teodora did not.`,
  );
  assert.equal(without('Zelda\n  QUINCE rang', 'Zelda Quince', 'Zelda', 'Quince'), `${leftOut} rang`);
  assert.equal(without('Ask Zoë', 'zoe'), `Ask ${leftOut}`);
});

test('a number is taken out however it is spaced, with or without its country', () => {
  for (const written of [
    '07700 900123',
    '07700900123',
    '+44 7700 900123',
    '0044 7700-900-123',
    '+44 (0)7700 900 123',
    '(07700) 900123',
  ])
    assert.doesNotMatch(without(`Ring ${written} at ten.`, '07700 900123'), /\d/, written);
  assert.equal(without('Ring 07700 9001234', '07700 900123'), 'Ring 07700 9001234', 'another number stays');
});

test('an address is taken out whole and in its parts, and a postcode with or without its space', () => {
  const address = ['1 Mill Lane, Exampleton, EX1 2AB', '1 Mill Lane', 'EX1 2AB'];
  assert.equal(without('At 1 MILL LANE,  Exampleton, ex1 2ab.', ...address), `At ${leftOut}.`);
  assert.equal(
    without('She wrote EX12AB and 11 Mill Lane', ...address),
    `She wrote ${leftOut} and 11 Mill Lane`,
  );
});

test('signs of a pattern are only signs', () => {
  assert.equal(without('The word is (a+b)* today', '(a+b)*'), `The word is (${leftOut})* today`);
  assert.equal(without('Anything', '.*', '', '-'), 'Anything');
});

const letters = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,12}$/);
const simple = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const words = (text: string) => simple(text).split(/[^\p{L}\p{N}]+/u);

test('whatever is written around it, a name that is taken out is nowhere in what is left', () => {
  fc.assert(
    fc.property(
      letters,
      fc.array(fc.oneof(letters, fc.string({ unit: 'grapheme' })), { maxLength: 8 }),
      (name, around) => {
        fc.pre(!['left', 'out'].includes(simple(name)));
        const text = [...around, name.toUpperCase(), ...around].join(' ');
        const clean = redactor([name]).clean(text);
        assert.equal(words(clean).includes(simple(name)), false);
        assert.equal(redactor([name]).holds(clean), false);
      },
    ),
    { numRuns: 300 },
  );
});

test('what holds none of it stays exactly as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const one = redactor(['Qxzvw']);
      if (!one.holds(text)) assert.equal(one.clean(text), text);
    }),
  );
});
