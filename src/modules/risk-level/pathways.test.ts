import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateInWords } from '#rules/moment.ts';
import { checkedInWords, dayOfMeeting, fromInWords, pathways } from './pathways.ts';
import { levelStatedBy } from './received.ts';
import { bandsInWords } from './threshold.ts';

const areas = pathways.flatMap((pathway) => pathway.areas);

test('what ships of an area says how it is known, and never a day or a check that nobody knows of', () => {
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
    for (const { known, source, checkedOn } of meetings) {
      assert.notEqual(known, 'said_here', 'nobody of a landlord has said it yet');
      assert.ok(source);
      assert.equal(checkedOn, null, 'nobody opened the page of a council');
    }
    for (const { source, effectiveFrom } of thresholds) assert.ok(source && effectiveFrom === null);
  }
  const dated = areas.flatMap(({ name, meetings }) =>
    meetings.flatMap(({ from }) => (from ? [[name, from]] : [])),
  );
  assert.deepEqual(dated, [['Liverpool', '2025-07']], 'one month is known, and no day');
});

test('Knowsley is inferred, and the page says of each day that it is not known', () => {
  const known = (name: string) =>
    areas.find((area) => area.name === name)?.meetings.map((each) => each.known);
  assert.deepEqual(known('Knowsley'), ['inferred']);
  assert.deepEqual(known('St Helens'), ['stored_source']);
  const july = dayOfMeeting({ from: '2025-07' });
  assert.equal(fromInWords(july.from, july.monthOnly), 'from July 2025, on a day that is not known');
  assert.equal(fromInWords(null, false), 'from an unknown day');
  assert.equal(
    fromInWords(Temporal.PlainDate.from('2026-07-01'), false),
    `from ${dateInWords(Temporal.PlainDate.from('2026-07-01'))}`,
  );
  assert.equal(checkedInWords(null), 'Not checked with the area.');
});

test('an area hears a high risk in more than one kind of meeting, or in none of the usual one', () => {
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
