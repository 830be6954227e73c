import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { type MoveCase, type MoveFacts, moveAnswer, reasonsIn } from './move-check.ts';

const postcode = fc.constantFrom('EX1 2AB', 'EX1 2QQ', 'EX12 4QJ', 'PL4 8AA', 'EX1 2', 'EX1', '');
const place = fc.record({
  kind: fc.constantFrom('postcode', 'postcode', 'street', 'area', 'place', 'route'),
  place: fc.constantFrom('EX1', 'EX1 2', 'PL4', 'The station'),
});
const oneCase: fc.Arbitrary<MoveCase> = fc.record({
  id: fc.uuid(),
  places: fc.array(place, { maxLength: 3 }),
  askedAndNone: fc.boolean(),
  fearedNear: fc.array(postcode, { maxLength: 2 }),
  fearedKnown: fc.boolean(),
});
const facts: fc.Arbitrary<MoveFacts> = fc.record({
  known: fc.constantFrom(true, true, false),
  told: fc.constantFrom(false, false, true),
  feared: fc.constantFrom(false, false, true),
  drawn: fc.constantFrom(false, false, true),
  tooMany: fc.constantFrom(false, false, true),
  cases: fc.array(oneCase, { maxLength: 2 }),
});

test('the answer is one of two words, and nothing that is unknown or speaks against it is ever safe', () => {
  let safe = 0;
  fc.assert(
    fc.property(postcode, facts, (asked, known) => {
      const answer = moveAnswer(asked, known);
      if (answer !== 'safe') return assert.equal(answer, 'ask');
      safe += 1;
      assert.ok(known.known && !known.told && !known.feared && !known.drawn && !known.tooMany);
      for (const one of known.cases) {
        assert.ok(one.fearedKnown && (one.askedAndNone || one.places.length > 0));
        assert.deepEqual(reasonsIn(asked, one), []);
      }
    }),
    runs(5_000),
  );
  assert.ok(safe > 0, 'none was safe');
});

test('of a household in which somebody is feared the answer is the same wherever the home is', () => {
  fc.assert(
    fc.property(postcode, postcode, facts, (one, other, known) => {
      const feared = { ...known, feared: true };
      assert.equal(moveAnswer(one, feared), moveAnswer(other, feared));
    }),
    runs(2_000),
  );
});

test('to learn more never turns ask into safe, but where a place ends or a home becomes known', () => {
  fc.assert(
    fc.property(postcode, facts, oneCase, (asked, known, more) => {
      const before = moveAnswer(asked, known);
      const after = moveAnswer(asked, { ...known, cases: [...known.cases, more] });
      assert.ok(before === 'safe' || after === 'ask');
    }),
    runs(2_000),
  );
});
