import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';

test('the office hours, closures and bank holidays are those of the policy in force', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const { id, calendar } of triedPacks) {
    const office = await openOffice(lintel, id);
    const administrator = await office.colleague('administrator');
    const page = await administrator.reads('/policy/hours');
    assert.match(page, new RegExp(`${calendar.opens} to ${calendar.closes}`), id);
    assert.match(page, /Friday 25 December 2026 Christmas Day/, id);
    assert.match(page, /2027 .*2028 .*/, id);
    assert.match(page, /Known until [A-Z][a-z]+ \d+ December 2028/, id);
    assert.doesNotMatch(page, /Christmas Day .*25 December 2025/, 'what has passed is left out');
    assert.equal((await office.worker.get('/policy/hours')).statusCode, 403);
  }
});
