import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conclusions, type Judged, mayConclude, type SignsAnswered, signs } from './who-harms-whom.ts';
import { valuesOf } from './words.ts';

const all = Object.fromEntries(signs.map(({ name }) => [name, 'harmed'])) as SignsAnswered;
const judged = (differs: Partial<Judged> = {}): Judged => ({
  ...{ signs: all, heard: 'alone', specialist: 'harmed', conclusion: 'harmed' },
  ...differs,
});
const at = (differs: Partial<Judged>, wasAsked = false) => mayConclude(judged(differs), wasAsked)?.at ?? null;

test('what a specialist says too may be concluded', () => {
  assert.equal(at({}), null);
  assert.equal(at({ specialist: 'harms', conclusion: 'harms' }), null);
});

test('nobody concludes without a specialist, nor otherwise than one, whatever every sign says', () => {
  assert.equal(at({ specialist: 'none' }), 'specialist');
  assert.equal(at({ specialist: 'harms' }), 'specialist');
  assert.equal(at({ specialist: 'cannot_tell' }), 'specialist');
});

test('while nobody knows who is afraid, or who controls, it cannot be told', () => {
  for (const name of ['fear', 'control'] as const)
    assert.equal(at({ signs: { ...all, [name]: 'not_known' } }), name);
  assert.equal(at({ signs: { ...all, injuries: 'not_known', gains: 'not_known' } }), null);
});

test('nobody is found to harm without having been heard alone', () => {
  const found = { specialist: 'harms', conclusion: 'harms' } as const;
  for (const heard of ['not_alone', 'not_heard'] as const) assert.equal(at({ ...found, heard }), 'heard');
  assert.equal(at({ heard: 'not_heard' }), null, 'whoever is harmed is believed unheard');
});

test('that it cannot be told yet needs nothing, and is the only answer that needs nothing', () => {
  const nothing = { specialist: 'none', heard: 'not_heard' } as const;
  const unknown = Object.fromEntries(signs.map(({ name }) => [name, 'not_known'])) as SignsAnswered;
  const open = valuesOf(conclusions).filter(
    (conclusion) => at({ ...nothing, signs: unknown, conclusion }, true) === null,
  );
  assert.deepEqual(open, ['cannot_tell']);
});

test('what a manager asked about is judged, and is no error', () => {
  assert.equal(at({ conclusion: 'no_allegation', specialist: 'none' }), null);
  assert.equal(at({ conclusion: 'no_allegation', specialist: 'none' }, true), 'conclusion');
});

test('there is no answer that both harm each other', () => {
  for (const { label } of conclusions) assert.doesNotMatch(label, /both|mutual|each other/i);
});
