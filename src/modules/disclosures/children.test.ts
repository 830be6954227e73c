import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childrenTold } from './children.ts';

test('each child that was told of is somebody, with or without a name', () => {
  const childrenDetails = 'Mira, 6, Elm Primary\n\n first child, about 4 ';
  assert.deepEqual(
    childrenTold({ children: 'yes', childrenDetails }).map(({ describedAs }) => describedAs),
    ['Mira, 6, Elm Primary', 'first child, about 4'],
  );
  assert.deepEqual(childrenTold({ children: 'no', childrenDetails }), []);
  assert.deepEqual(childrenTold({ children: 'yes', childrenDetails: '' }), []);
});

test('nothing of a long line is lost', () => {
  const [child] = childrenTold({ children: 'yes', childrenDetails: 'x'.repeat(250) });
  assert.equal(`${child?.describedAs}${child?.notes}`.length, 250);
});
