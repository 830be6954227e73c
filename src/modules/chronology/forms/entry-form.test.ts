import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseForm } from '#kit/forms.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { late } from '../entry.ts';
import { entryForm } from './entry-form.ts';

const zone = 'Europe/London';
const london = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const now = london('2026-07-01T16:00:30');

test('nobody can have known of something before it happened', () => {
  const parsed = parseForm(entryForm(zone, now, []), {
    kind: 'incident',
    source: 'person',
    words: 'What happened',
    ...momentFields('happened', london('2026-06-30T10:00'), zone),
    ...momentFields('known', london('2026-06-29T10:00'), zone),
  });
  assert.ok(!parsed.ok);
  assert.deepEqual(Object.keys(parsed.errors), ['known']);
});

test('an entry recorded more than a day after anybody knew is late', () => {
  assert.equal(late({ knownAt: now, recordedAt: now.add({ hours: 24 }) }), false);
  assert.equal(late({ knownAt: now, recordedAt: now.add({ hours: 25 }) }), true);
});
