import assert from 'node:assert/strict';
import { test } from 'node:test';
import { historyChart, type Step } from './history.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant();
const draw = (...steps: readonly Step[]) => historyChart(steps, at('2026-11-18T10:00'), 'Europe/London');

test('the level over time is drawn as a line that steps, with a mark for each time that it was looked at', async () => {
  const picture = await draw(
    { level: 'standard', from: at('2026-08-01T10:00') },
    { level: 'high', from: at('2026-09-11T10:00') },
    { level: 'medium', from: at('2026-10-20T10:00') },
  );
  assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  assert.equal([...picture.matchAll(/<circle /g)].length, 3);
  for (const level of ['High', 'Medium', 'Standard']) assert.ok(picture.includes(`>${level}<`), level);
  assert.doesNotMatch(picture, /<style|NaN/);
});

test('a case that was rated a moment ago has a picture too', async () => {
  const picture = await draw({ level: 'high', from: at('2026-11-18T10:00') });
  assert.equal([...picture.matchAll(/<circle /g)].length, 1);
  assert.doesNotMatch(picture, /NaN|T10:00/);
});
