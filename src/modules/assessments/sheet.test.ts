import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { type Answered, type Answers, answerTo, type Given } from './assessment.ts';
import { dash } from './instruments/dash.ts';
import { type SavedAnswer, same, standing, weigh } from './sheet.ts';

const ours = 'our page';
const theirs = 'their page';
const given = (item: string, answer: Given): Answered => ({ item, answer, note: '', source: '' });
const typed = (...all: readonly Answered[]): Answers => new Map(all.map((each) => [each.item, each]));
const saved = (item: string, answer: Given, version: number, sheet: string): SavedAnswer => ({
  ...given(item, answer),
  version,
  sheet,
});

test('what only this page changed is added', () => {
  const { changed, contested } = weigh(dash, [], { id: ours, base: 1 }, typed(given('1', 'yes')));
  assert.deepEqual(changed, [given('1', 'yes')]);
  assert.deepEqual(contested, []);
});

test('what a colleague changed meanwhile, and this page did not, is theirs', () => {
  const before = [saved('1', 'yes', 2, theirs)];
  const { changed, contested, merged } = weigh(dash, before, { id: ours, base: 1 }, typed());
  assert.deepEqual([changed, contested], [[], []]);
  assert.equal(answerTo(merged, '1').answer, 'yes');
});

test('what both changed differently is contested, and what both answered alike is not', () => {
  const before = [saved('1', 'yes', 2, theirs), saved('2', 'no', 2, theirs)];
  const mine = typed(given('1', 'no'), given('2', 'no'));
  const { changed, contested } = weigh(dash, before, { id: ours, base: 1 }, mine);
  assert.deepEqual(changed, []);
  assert.deepEqual(
    contested.map(({ mine: each }) => each.item),
    ['1'],
  );
});

test('what nobody answered is in no merged page: a blank stays a blank', () => {
  const before = [saved('1', 'yes', 2, theirs)];
  const { merged } = weigh(dash, before, { id: ours, base: 1 }, typed(given('1', 'no'), given('2', 'yes')));
  assert.deepEqual([...merged.keys()], ['1', '2']);
});

test('to take back an answer is a change too: a colleague’s yes is not wiped by a page that never saw it', () => {
  const before = [saved('1', 'no', 1, theirs), saved('1', 'yes', 2, theirs)];
  const blank = weigh(dash, before, { id: ours, base: 1 }, typed());
  assert.equal(blank.contested.length, 1);
});

test('a page may change again what it saved itself, and take it back', () => {
  const before = [saved('1', 'yes', 2, ours)];
  const { changed, contested } = weigh(dash, before, { id: ours, base: 1 }, typed());
  assert.deepEqual(contested, []);
  assert.deepEqual(
    changed.map(({ answer }) => answer),
    ['not_asked'],
  );
});

test('whatever two pages do, in any order, no answer of either is ever overwritten unseen', () => {
  const answer = fc.constantFrom<Given>('yes', 'no', 'dont_know', 'not_asked');
  const item = fc.constantFrom('1', '2', '3');
  const save = fc.record({ page: fc.constantFrom(ours, theirs), item, answer });
  fc.assert(
    fc.property(fc.array(save, { maxLength: 12 }), (saves) => {
      const rows: SavedAnswer[] = [];
      const pages = new Map<string, Map<string, Answered>>([
        [ours, new Map()],
        [theirs, new Map()],
      ]);
      let version = 1;
      for (const { page, item: of, answer: chosen } of saves) {
        const mine = pages.get(page) ?? new Map<string, Answered>();
        mine.set(of, given(of, chosen));
        const before = standing(rows);
        const { changed, contested, merged } = weigh(dash, rows, { id: page, base: 1 }, mine);
        for (const each of changed) {
          const last = before.get(each.item);
          assert.ok(last === undefined || last.sheet === page, 'only what this page wrote is written over');
        }
        for (const { theirs: stands } of contested) assert.notEqual(stands.sheet, page);
        for (const [id, stands] of before)
          if (stands.sheet !== page && !contested.some(({ mine: each }) => each.item === id))
            assert.ok(same(answerTo(merged, id), stands), 'what a colleague saved stands');
        if (contested.length > 0) continue;
        version += 1;
        rows.push(...changed.map((each) => ({ ...each, version, sheet: page })));
      }
    }),
    runs(100_000),
  );
});
