import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../html.ts';
import { groupedNavigation } from './grouped-navigation.ts';

const page = render(
  groupedNavigation({
    label: 'Parts of this case',
    groups: [
      { heading: 'Record', items: [{ text: 'Overview', href: '/o' }] },
      {
        heading: 'Safety',
        items: [
          { text: 'Risk', href: '/r', active: true },
          { text: 'Plan', href: '/p' },
        ],
      },
    ],
  }),
);

test('each group is a list with its name, and no two names share an id', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, 4);
  assert.deepEqual(
    [...page.matchAll(/<ul[^>]*aria-labelledby="([^"]+)"/g)].map(([, id]) => id),
    ids,
  );
});

test('where one is stands as the current page once on a desk and once in what folds, which says how many more', () => {
  const current = [...page.matchAll(/<a[^>]*aria-current="page"[^>]*>([^<]+)/g)].map(([, text]) => text);
  assert.deepEqual(current, ['Risk', 'Risk']);
  assert.match(page, /<summary>Risk<span[^>]*>, and 2 more parts</);
});
