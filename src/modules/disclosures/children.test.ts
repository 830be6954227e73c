import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noChild } from '#modules/case-file/pure.ts';
import { runs } from '../../../tests/property.ts';
import { childrenInWords, childrenOf, together } from './children.ts';

const told = { children: 'yes', childrenDetails: '', childrenTold: [] } as const;

test('each line that names a child is somebody, with or without a name, an age or a school', () => {
  assert.deepEqual(
    childrenInWords(
      [
        ...[
          'Mia 7',
          'Mira, 6, Elm Primary',
          '',
          ' first child, about 4 ',
          'Tom aged 12; Bridge School, year 8',
        ],
        ...['Zoë (3)', 'Ann, 12/3/2019', 'Bo, born 12 March 2019, nursery', 'Noor', 'baby, 18 months'],
      ].join('\n'),
    ),
    [
      { name: 'Mia', age: '7', school: '' },
      { name: 'Mira', age: '6', school: 'Elm Primary' },
      { name: 'first child', age: 'about 4', school: '' },
      { name: 'Tom', age: '12', school: 'Bridge School, year 8' },
      { name: 'Zoë', age: '3', school: '' },
      { name: 'Ann', age: '12/3/2019', school: '' },
      { name: 'Bo', age: '12 March 2019', school: 'nursery' },
      { name: 'Noor', age: '', school: '' },
      { name: 'baby', age: '18 months', school: '' },
    ],
  );
});

test('what was said about children in a sentence is no child', () => {
  for (const line of [
    'In the home when it happens. They go to the upstairs room and put the music on.',
    'At the primary school nearby; the youngest does not sleep well.',
    'With a grandparent every weekend. They know more than we think.',
  ])
    assert.deepEqual(childrenInWords(line), [], line);
});

test('a child who has a row and a line is one child, with all that was said', () => {
  const childrenTold = [{ name: 'Mia', age: '', school: 'St Mary’s' }];
  assert.deepEqual(childrenOf({ ...told, childrenTold, childrenDetails: 'mia, 7\nTom 9' }), [
    { name: 'Mia', age: '7', school: 'St Mary’s' },
    { name: 'Tom', age: '9', school: '' },
  ]);
  assert.deepEqual(childrenOf({ ...told, children: 'no', childrenTold }), []);
});

test('two children without a name are two, and no row is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('about 4', '7', '')), (ages) => {
      const rows = ages.map((age) => ({ ...noChild, age, school: 'Elm Primary' }));
      assert.equal(together(rows).length, rows.length);
    }),
    runs(200),
  );
});

test('children who are counted and not named are as many as were counted', () => {
  const ages = (words: string) => childrenInWords(words).map(({ name, age }) => `${name}${age}`);
  assert.deepEqual(ages('Two girls, 4 and 7'), ['4', '7']);
  assert.deepEqual(ages('Two boys aged 3 and 5'), ['3', '5']);
  assert.deepEqual(ages('3 children: 2, 4'), ['2', '4', 'not said']);
  assert.deepEqual(ages('Twins, 2'), ['2', '2']);
  assert.deepEqual(ages('Two children at St Mary’s'), [], 'they stay among the words');
  assert.deepEqual(ages('Mia, 4'), ['Mia4']);
});
