import assert from 'node:assert/strict';
import { test } from 'node:test';
import { navigationFor } from '#kit/http/staff-shell.ts';
import { type Role, roles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { destinations, staffRoutes } from '../src/app.ts';

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
    ['Record a disclosure', 'Report a concern', 'Changes of tenancies', 'Markers'],
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

const account = 'It stands in the header, or on one’s own page.';
/** Where the way to a page is, that stands neither in the navigation nor below what does. */
const foundFrom: Readonly<Record<string, string>> = {
  '/': 'The name of the program leads there.',
  '/sign-in': 'Nobody is signed in.',
  '/hidden': 'The button Hide leads there.',
  '/second-factor': 'Signing in leads there.',
  '/second-factor/enrolment': 'Signing in leads there.',
  '/find': 'The field in the header leads there.',
  '/concerns/thanks': 'Reporting a concern leads there.',
  '/guidance': 'The form for a concern leads there.',
  '/cases.csv': 'My cases leads there.',
  '/board.csv': 'The policy board leads there.',
  '/emergency-access/new': 'My cases leads there.',
  '/emergency-access/search': 'Asking for emergency access leads there.',
  '/needs/breakdown': 'The policy board leads there.',
  '/register/mappings': 'Importing the register leads there.',
  '/register/matches': 'Importing the register leads there.',
  '/hubs': 'The list of referrals leads there.',
  '/programme-questions': 'Own files leads there.',
  '/agencies': 'What is agreed about sharing leads there.',
};
const oneOf = (path: string) =>
  path.startsWith('/account') || path === '/notifications'
    ? account
    : path.startsWith('/risk/')
      ? 'Risk settings leads there.'
      : foundFrom[path];

test('whoever may open a page finds it from the navigation, or the page is said from which it is found', () => {
  for (const { method, path, may: action } of staffRoutes) {
    if (method !== 'GET' || path.includes(':') || oneOf(path)) continue;
    for (const role of roles) {
      if (!may([role], action).allowed) continue;
      const offered = destinations.filter((each) => may([role], each.may).allowed);
      const above = offered.some(
        ({ href }) => path === href || path.startsWith(`${href}/`) || path === `${href}.csv`,
      );
      assert.ok(above, `${role} may open ${path}, and nothing leads there`);
    }
  }
});
