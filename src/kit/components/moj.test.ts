import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Html, html, render } from '../html.ts';
import { alert } from './alert.ts';
import { badge } from './badge.ts';
import { filter } from './filter.ts';
import { identityBar } from './identity-bar.ts';
import { notificationBadge } from './notification-badge.ts';
import { resultsPagination } from './results-pagination.ts';
import { sideNavigation } from './side-navigation.ts';
import { sortHeader } from './sort-header.ts';
import { subNavigation } from './sub-navigation.ts';
import { table } from './table.ts';
import { timeline } from './timeline.ts';
import { tree } from './tree.fixture.ts';

// MoJ's package has no examples to compare with, so the markup of its own templates stands here.

function same(made: Html | undefined, expected: string): void {
  assert.deepEqual(tree(made ? render(made) : ''), tree(expected));
}

test("a badge is MoJ's", () => {
  same(
    badge({ text: 'High', classes: 'moj-badge--red' }),
    '<span class="moj-badge moj-badge--red">High</span>',
  );
});

test('a notification badge says its number in words too, and nothing when there is none', () => {
  same(
    notificationBadge({ count: 120, visuallyHiddenText: 'unread' }),
    `<span class="moj-notification-badge"><span aria-hidden="true">99+</span>
     <span class="govuk-visually-hidden">(99 or more unread)</span></span>`,
  );
  assert.equal(notificationBadge({ count: 0 }), undefined);
});

test("an identity bar is MoJ's, with buttons where MoJ has a menu", () => {
  same(
    identityBar({ title: { text: 'Case LN-1' }, actions: [{ text: 'Act', href: '/act' }] }),
    `<div class="moj-identity-bar"><div class="moj-identity-bar__container">
       <div class="moj-identity-bar__details"><span class="moj-identity-bar__title">Case LN-1</span></div>
       <div class="moj-identity-bar__actions"><div class="moj-identity-bar__menu">
         <a href="/act" role="button" draggable="false" class="govuk-button" data-module="govuk-button">Act</a>
       </div></div></div></div>`,
  );
});

test("a sub-navigation is MoJ's", () => {
  same(
    subNavigation({
      label: 'Case',
      items: [
        { text: 'A', href: '/a', active: true },
        { text: 'B', href: '/b' },
      ],
    }),
    `<nav class="moj-sub-navigation" aria-label="Case"><ul class="moj-sub-navigation__list">
       <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" aria-current="page" href="/a">A</a></li>
       <li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link" href="/b">B</a></li></ul></nav>`,
  );
});

test("a side navigation is MoJ's, with and without sections", () => {
  const items = [{ text: 'A', href: '/a', active: true }];
  const list = `<ul class="moj-side-navigation__list">
    <li class="moj-side-navigation__item moj-side-navigation__item--active">
    <a href="/a" aria-current="location">A</a></li></ul>`;
  same(
    sideNavigation({ label: 'Parts', items }),
    `<nav class="moj-side-navigation" aria-label="Parts">${list}</nav>`,
  );
  same(
    sideNavigation({ sections: [{ heading: { text: 'One' }, items }] }),
    `<nav class="moj-side-navigation"><h4 class="moj-side-navigation__title">One</h4>${list}</nav>`,
  );
});

test("a timeline is MoJ's", () => {
  same(
    timeline({
      items: [
        {
          label: { text: 'Contact' },
          byline: { text: 'Sam Field' },
          datetime: { timestamp: '2026-03-02T11:20:00Z', text: '2 March 2026 at 11:20' },
          text: 'Spoke.',
        },
      ],
    }),
    `<div class="moj-timeline"><div class="moj-timeline__item"><div class="moj-timeline__header">
       <h2 class="moj-timeline__title">Contact</h2><p class="moj-timeline__byline">by Sam Field</p></div>
       <p class="moj-timeline__date"><time datetime="2026-03-02T11:20:00Z">2 March 2026 at 11:20</time></p>
       <div class="moj-timeline__description">Spoke.</div></div></div>`,
  );
});

test("a filter is MoJ's, and each choice can be taken away by itself", () => {
  same(
    filter({
      heading: { text: 'Filter' },
      optionsHtml: html`<p>fields</p>`,
      selectedFilters: {
        heading: { text: 'Selected' },
        clearLink: { text: 'Clear', href: '/all' },
        categories: [{ heading: { text: 'State' }, items: [{ text: 'Active', href: '/without' }] }],
      },
    }),
    `<div class="moj-filter" data-module="moj-filter"><div class="moj-filter__header">
       <div class="moj-filter__header-title"><h2 class="govuk-heading-m">Filter</h2></div>
       <div class="moj-filter__header-action"></div></div>
     <div class="moj-filter__content"><div class="moj-filter__selected"><div class="moj-filter__selected-heading">
       <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">Selected</h2></div>
       <div class="moj-filter__heading-action"><p>
          <a class="govuk-link govuk-link--no-visited-state" href="/all">Clear</a></p></div></div>
       <h3 class="govuk-heading-s govuk-!-margin-bottom-0">State</h3>
       <ul class="moj-filter-tags"><li><a class="moj-filter__tag" href="/without">
         <span class="govuk-visually-hidden">Remove this filter</span> Active</a></li></ul></div>
     <div class="moj-filter__options">
       <button type="submit" class="govuk-button" data-module="govuk-button">Apply filters</button><p>fields</p>
     </div></div></div>`,
  );
});

test('a list says which part of how many is shown, and links to the first, the last and the neighbours', () => {
  const markup = render(
    resultsPagination({
      page: 5,
      pageSize: 10,
      total: 95,
      href: (page) => `/list?page=${page}`,
      nouns: ['case', 'cases'],
    }),
  );
  assert.match(markup, /Showing 41 to 50 of 95 cases/);
  const linked = [...markup.matchAll(/aria-label="Page (\d+)"/g)].map(([, number]) => Number(number));
  assert.deepEqual(linked, [1, 4, 5, 6, 10]);
  assert.equal(markup.match(/--ellipsis/g)?.length, 2);
});

test('a list that fits on one page has its number and no links; an empty one nothing', () => {
  const list = (total: number) =>
    render(resultsPagination({ page: 1, pageSize: 10, total, href: () => '/' }));
  assert.match(list(7), />7 results</);
  assert.match(list(1), />1 result</);
  assert.doesNotMatch(list(7), /<a /);
  assert.doesNotMatch(list(0), /results/);
});

test('an alert says what kind it is, not only in colour, and has no button that needs a script', () => {
  const markup = render(alert({ variant: 'warning', title: 'Check first', text: 'Ask again.' }));
  assert.match(markup, /aria-label="warning: Check first"/);
  assert.match(markup, /class="moj-alert moj-alert--warning"/);
  assert.doesNotMatch(markup, /<button|data-module/);
  assert.match(
    render(alert({ title: 'Heading', text: 'Words', showTitleAsHeading: true })),
    /<h2 class="moj-alert__heading">Heading<\/h2>Words/,
  );
});

test('the head of a sorted column says so to a screen reader and is a link', () => {
  const markup = render(
    table({ head: [sortHeader({ text: 'Due', href: '/list?sort=-due', sorted: 'ascending' })], rows: [] }),
  );
  assert.match(markup, /aria-sort="ascending"/);
  assert.match(markup, /<a class="lintel-sort" href="\/list\?sort=-due">Due/);
});
