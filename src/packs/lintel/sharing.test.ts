import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situation } from '../testing.ts';
import { lookedAtAfterwards } from './sharing.ts';
import { under } from './testing.ts';

const looked = situation(under([lookedAtAfterwards(['A'])]), 'share-looked-at');

test('what went on a Friday night because of danger is looked at by the close of the next working day', () => {
  assert.equal(looked.due('2026-11-18 10:00'), '2026-11-19 17:00');
  assert.equal(looked.due('2026-11-20 23:30'), '2026-11-24 17:00', 'out of hours it counts from the Monday');
});

test('deciding that it goes no further is no look; what a second person says of it is, for or against', () => {
  const after = (event: 'share.dropped' | 'share.second-approved' | 'share.second-declined') =>
    looked.stands('2026-11-18 10:00', '2026-11-20 10:00', [event, '2026-11-18 16:00']);
  assert.equal(after('share.dropped'), 'breached');
  assert.equal(after('share.second-approved'), 'met');
  assert.equal(after('share.second-declined'), 'met');
});
