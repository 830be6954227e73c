import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathways } from './pathways.ts';
import { levelStatedBy } from './received.ts';
import { bandsInWords } from './threshold.ts';

const areas = pathways.flatMap((pathway) => pathway.areas);

test('the two landlords’ own areas ship as dated data, each with its source and when it was checked', () => {
  assert.deepEqual(
    areas.map(({ name }) => name),
    [
      'Liverpool',
      'St Helens',
      'Knowsley',
      'Hampshire',
      'Southampton',
      'Bournemouth, Christchurch and Poole',
      'Dorset',
    ],
  );
  for (const { name, meetings, thresholds, authorities } of areas) {
    assert.ok(meetings.length > 0 && authorities.includes(name));
    for (const { source, checkedOn, effectiveFrom } of meetings)
      assert.ok(source && Temporal.PlainDate.from(checkedOn) && Temporal.PlainDate.from(effectiveFrom));
    for (const { source } of thresholds) assert.ok(source);
  }
  const heard = (name: string) => areas.find((area) => area.name === name)?.meetings.map(({ kind }) => kind);
  assert.deepEqual(
    heard('Hampshire'),
    ['marac', 'daily_high_risk'],
    'an area has more than one kind of meeting',
  );
  assert.deepEqual(heard('Dorset'), ['daily_high_risk'], 'or none of the usual one');
});

test('St Helens says Gold from 72, and what is not published is no all-clear', () => {
  const [merit] = areas.find(({ name }) => name === 'St Helens')?.thresholds ?? [];
  assert.equal(merit && bandsInWords(merit), '1 to 71 medium (Silver), 72 and more high (Gold)');
});

test('Gold is high wherever it is written; a name of another tool, or a new one, means nothing to us', () => {
  assert.equal(levelStatedBy('merit', 'other', 'GOLD'), 'high');
  assert.equal(levelStatedBy('merit', '', 'Silver, reviewed by a sergeant'), 'medium');
  assert.equal(levelStatedBy('merit', 'other', 'Golden'), null);
  assert.equal(levelStatedBy('dara', 'other', 'Gold'), null);
  assert.equal(
    levelStatedBy('merit', 'high', 'Bronze'),
    'high',
    'their own word for ours stands before a name',
  );
});
