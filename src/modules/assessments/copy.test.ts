import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOnPaper, copyPurposes, sourcesNamed } from './copy.ts';

const answers = new Map([
  ['1', { item: '1', answer: 'yes' as const, note: 'What she said', source: '' }],
  ['2', { item: '2', answer: 'no' as const, note: '', source: 'Her sister' }],
  ['3', { item: '3', answer: 'yes' as const, note: '', source: 'Her sister' }],
]);

test('who would be named to the reader is said once each, before anything is printed', () => {
  assert.deepEqual(sourcesNamed(answers), ['Her sister']);
});

test('what is left out of the paper is left out of every answer, and no answer changes', () => {
  const paper = answersOnPaper(answers, ['notes', 'sources']);
  assert.deepEqual(
    [...paper.values()].map(({ answer, note, source }) => [answer, note, source]),
    [
      ['yes', '', ''],
      ['no', '', ''],
      ['yes', '', ''],
    ],
  );
  assert.equal(answersOnPaper(answers, ['sources']).get('1')?.note, 'What she said');
});

test('an assessment is not printed for the person: it can be found, and they have their plan', () => {
  assert.ok(!copyPurposes.some(({ value }) => (value as string) === 'person'));
});
