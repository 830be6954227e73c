import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roles } from '#rules/facts.ts';
import { firstPage } from './home.ts';

test('a worker begins with her day, whatever else she is', () => {
  assert.equal(firstPage(['da_worker']), '/day');
  assert.equal(firstPage(['administrator', 'da_worker']), '/day');
});

test('a manager begins with the team’s cases: what is overdue there is hers to see first', () => {
  assert.equal(firstPage(['da_manager']), '/cases/team');
  assert.equal(firstPage(['administrator', 'da_manager']), '/cases/team');
});

test('an administrator begins with colleagues, a director with the board', () => {
  assert.equal(firstPage(['administrator']), '/staff');
  assert.equal(firstPage(['director']), '/board');
});

test('a colleague and a contractor begin with the form that reports a concern (L2.4)', () => {
  assert.equal(firstPage(['colleague']), '/concerns/new');
  assert.equal(firstPage(['contractor']), '/concerns/new');
});

test('whoever collects income begins with the steps that are said before they are taken', () => {
  assert.equal(firstPage(['income']), '/court-steps');
});

test('whoever looks after money begins with the funds', () => {
  assert.equal(firstPage(['finance']), '/funds');
});

test('nobody is led to a page that refuses them', () => {
  for (const role of roles)
    assert.match(
      firstPage([role]),
      /^\/(day|cases\/team|staff|board|concerns\/new|court-steps|move-checks|funds)$/,
    );
});
