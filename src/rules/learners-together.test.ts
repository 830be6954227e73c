import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { could, type Learner, notKnown, would } from './learner.ts';
import { type Together, together } from './learners-together.ts';

const inOrder = ({ feared, known, unknown }: Together) =>
  [feared, known, unknown].map((group) => group.map(({ who }) => who.join(' and ')));

test('first whom they fear, also where nobody knows; then whoever would or could; then once what nobody knows', () => {
  const learners = [
    could('The printer', 'Whoever comes by'),
    notKnown('A joint tenant', 'Not on record'),
    would('The computer', 'Kept'),
    notKnown('Him', 'Not on record', { feared: true }),
  ];
  assert.deepEqual(inOrder(together([{ way: '', learners }])), [
    ['Him'],
    ['The printer', 'The computer'],
    ['A joint tenant'],
  ]);
});

test('the same person by several ways is named once, with what each way lets them do', () => {
  const him = (sees: string) => could('Him', 'Holds it too.', { feared: true, sees });
  const { feared } = together([
    { way: 'By post', learners: [him('Opens it.')] },
    { way: 'Handed over', learners: [him('Finds it.')] },
  ]);
  assert.deepEqual(feared, [
    {
      who: ['Him'],
      why: 'Holds it too.',
      said: [
        { ways: ['By post'], text: 'Opens it.' },
        { ways: ['Handed over'], text: 'Finds it.' },
      ],
      unknown: false,
    },
  ]);
});

test('what holds for every way needs no list of them', () => {
  const learners = [could('A child', 'They notice.')];
  const both = together([
    { way: 'By post', learners },
    { way: 'Aloud', learners },
  ]);
  assert.deepEqual(both.known[0]?.said, [{ ways: [], text: '' }]);
  const one = together([
    { way: 'By post', learners },
    { way: 'Aloud', learners: [] },
  ]);
  assert.deepEqual(one.known[0]?.said, [{ ways: ['By post'], text: '' }]);
});

test('who could do the same is read once; whoever is feared never stands among others', () => {
  const sees = 'Opens the post.';
  const learners = [
    could('Him', 'Lives there.', { feared: true, sees }),
    could('A joint tenant', 'Holds it.', { sees }),
    could('Others of the household', 'Are there.', { sees }),
  ];
  assert.deepEqual(inOrder(together([{ way: '', learners }])), [
    ['Him'],
    ['A joint tenant and Others of the household'],
    [],
  ]);
});

const anybody: fc.Arbitrary<Learner> = fc.record({
  who: fc.constantFrom('A', 'B', 'C'),
  why: fc.constantFrom('x.', 'y.'),
  sees: fc.constantFrom('', 's.', 't.'),
  how: fc.constantFrom('would', 'could', 'not_known'),
  feared: fc.boolean(),
});

test('nobody is lost, and no reason: each stands with the ways by which it holds', () => {
  fc.assert(
    fc.property(fc.array(anybody), fc.array(anybody), (post, aloud) => {
      const { feared, known, unknown } = together([
        { way: 'By post', learners: post },
        { way: 'Aloud', learners: aloud },
      ]);
      for (const [way, learners] of [
        ['By post', post],
        ['Aloud', aloud],
      ] as const)
        for (const each of learners) {
          const group = each.feared ? feared : each.how === 'not_known' ? unknown : known;
          assert.ok(
            group.some(
              ({ who, why, said }) =>
                who.includes(each.who) &&
                said.some(
                  ({ ways, text }) =>
                    (ways.length === 0 || ways.includes(way)) && `${why} ${text}`.includes(each.why),
                ),
            ),
            JSON.stringify(each),
          );
        }
    }),
    runs(1_000),
  );
});
