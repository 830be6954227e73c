import assert from 'node:assert/strict';
import { test } from 'node:test';
import { navigationFor } from '#kit/http/staff-shell.ts';
import type { Role } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { destinations } from '../src/app.ts';

function navigation(path: string, ...roles: Role[]) {
  return navigationFor(
    destinations.filter((each) => may(roles, each.may).allowed),
    path,
  );
}

test('whoever may open six things or fewer has all of them in the bar', () => {
  const { navigation: bar, more } = navigation('/concerns/new', 'colleague');
  assert.deepEqual(
    bar.map(({ text }) => text),
    ['Record a disclosure', 'Report a concern', 'Markers'],
  );
  assert.deepEqual(more, []);
});

test('a manager has what is opened every day in the bar, and everything else once, below its heading', () => {
  const { navigation: bar, more } = navigation('/day', 'da_manager');
  assert.ok(bar.length <= 7, 'with More, one line on a desk');
  const shown = [...bar, ...more.flatMap(({ items }) => items)].map(({ href }) => href);
  const offered = destinations.filter((each) => may(['da_manager'], each.may).allowed);
  assert.deepEqual(shown.toSorted(), offered.map(({ href }) => href).toSorted());
  assert.deepEqual(
    more.map(({ heading }) => heading),
    ['Work', 'Team', 'Landlord', 'Settings'],
  );
});

test('whoever has little to do every day has a bar as full as anybody’s', () => {
  const { navigation: bar, more } = navigation('/staff', 'administrator', 'data_protection_officer');
  assert.equal(bar.length, 5);
  assert.ok(more.length > 0);
});

test('one is where the longest address says, below “More” as well', () => {
  const { navigation: bar, more } = navigation('/board/what-if', 'da_manager');
  const items = [...bar, ...more.flatMap((group) => group.items)];
  assert.deepEqual(
    items.filter(({ active }) => active).map(({ text, current }) => [text, current]),
    [['What if', true]],
  );
});
