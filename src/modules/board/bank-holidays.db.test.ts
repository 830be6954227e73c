import assert from 'node:assert/strict';
import { test } from 'node:test';
import { london, testSite } from '../../../tests/site.ts';
import { routes } from './index.ts';

test('the board warns when fewer than 90 days of bank holidays are left', async (t) => {
  const site = await testSite(t, routes, '2028-09-27T10:00');
  const landlord = await site.landlord('livv-2024');
  const director = await site.colleague(landlord, ['director']);
  assert.doesNotMatch((await director.get('/board')).body, /Bank holidays are known/);
  site.clock.set(london('2028-09-28T10:00'));
  const again = await site.colleague(landlord, ['director']);
  assert.match(
    (await again.get('/board')).body,
    /Bank holidays are known until 26 December 2028 \(89 days from now\)/,
  );
});
