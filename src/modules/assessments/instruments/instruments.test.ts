import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn, newestOf, shippedAs } from './catalogue.ts';
import { dash } from './dash.ts';
import { dashYoung } from './dash-young.ts';
import { instrumentIds, isScored, itemsOf } from './instrument.ts';
import { worded, wordingOf } from './wording.ts';

const flagged = (instrument: typeof dash) =>
  itemsOf(instrument)
    .filter(({ followUp }) => followUp)
    .map(({ id }) => id);

test('the Dash has its 24 items under the numbers by which everybody knows them', () => {
  assert.deepEqual(
    itemsOf(dash).map(({ id }) => id),
    Array.from({ length: 24 }, (_, index) => String(index + 1)),
  );
  assert.deepEqual(flagged(dash), ['5', '6', '8', '9', '12', '13', '14', '15', '16', '17', '18', '22']);
});

test('item 8 leads to the stalking screen and item 17 to the one for so-called honour-based abuse', () => {
  const screens = itemsOf(dash).flatMap(({ id, followUp }) =>
    followUp?.screen ? [`${id} ${followUp.screen}`] : [],
  );
  assert.deepEqual(screens, ['8 stalking', '17 honour-based']);
});

test('the young people’s version asks for the same, in other words', () => {
  const [ours, theirs] = [itemsOf(dash), itemsOf(dashYoung)];
  assert.deepEqual(
    theirs.map(({ id, theme }) => `${id} ${theme}`),
    ours.map(({ id, theme }) => `${id} ${theme}`),
  );
  assert.deepEqual(flagged(dashYoung), flagged(dash));
  for (const [index, { question }] of theirs.entries()) assert.ok(question.endsWith('?'), String(index));
});

test('the screen for so-called honour-based abuse says what must never be done', () => {
  const said = newestOf('honour-based').guidance.join(' ');
  for (const rule of [
    /one chance/,
    /Never contact the family/,
    /never mediate/,
    /more than one perpetrator/,
    /interpreter from elsewhere/,
  ])
    assert.match(said, rule);
});

test('every instrument says whose work it follows, and that the words are not the official ones', () => {
  assert.deepEqual(
    builtIn.map(({ id }) => id),
    [...instrumentIds],
  );
  for (const { id, version, attribution } of builtIn) {
    assert.match(attribution, /Lintel’s own/, id);
    assert.equal(shippedAs(id, version)?.id, id, 'what was asked can always be read again');
  }
  assert.equal(shippedAs('dash', 'another'), null);
});

test('every instrument begins with asking safely, and no question asks for proof or lays blame', () => {
  const never = /prove|evidence of|claim|alleg|provok|fail|refus|why did(n’t| not)/i;
  for (const instrument of builtIn) {
    assert.match(
      instrument.guidance.join(' '),
      /nobody else can hear or see.*Help goes on without it.*never a no/s,
    );
    for (const { id, question, help = '' } of itemsOf(instrument))
      assert.doesNotMatch(`${question} ${help}`, never, `${instrument.id} ${id}`);
    const ids = itemsOf(instrument).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'each number once');
  }
});

test('only the grid of grades has no score', () => {
  assert.deepEqual(
    builtIn.filter((instrument) => !isScored(instrument)).map(({ id }) => id),
    ['severity'],
  );
});

test('other words change words alone: numbers, scales and follow-ups stay', () => {
  const items = itemsOf(dash).map(({ id }) => ({ id, question: `Question ${id}?` }));
  const other = worded(dash, {
    version: '2024',
    name: 'Dash, authorised',
    attribution: 'By permission',
    items,
  });
  assert.equal(itemsOf(other)[14]?.question, 'Question 15?');
  assert.equal(itemsOf(other)[14]?.help, undefined, 'help belongs to the words that it came with');
  assert.deepEqual(flagged(other), flagged(dash));
  assert.deepEqual(worded(dash, wordingOf(dash)), dash);
});
