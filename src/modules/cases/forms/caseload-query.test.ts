import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseloadHref, caseloadQuery } from './caseload-query.ts';

test('an address that asks for nonsense shows the open cases by their next deadline', () => {
  const query = caseloadQuery.parse({
    state: 'x',
    due: 'never',
    danger: '1',
    lead: 'me',
    sort: 'name',
    page: '0',
  });
  assert.deepEqual(query, {
    state: 'open',
    due: null,
    danger: false,
    level: null,
    lead: null,
    sort: 'pressing',
    page: 1,
  });
});

test('what a list shows survives its own address', () => {
  const query = {
    state: 'contacted',
    due: 'week',
    danger: true,
    level: 'high',
    lead: 'unallocated',
    sort: 'contact',
    page: 3,
  } as const;
  const asked = Object.fromEntries(new URLSearchParams(caseloadHref('?', query, { page: 3 }).slice(2)));
  assert.deepEqual(caseloadQuery.parse(asked), query);
});
