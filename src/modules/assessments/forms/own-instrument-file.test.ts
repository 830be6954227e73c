import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harbour } from '../instruments/harbour.fixture.ts';
import { readInstrumentFile } from './wording-form.ts';

const problems = (changed: object) => {
  const read = readInstrumentFile(JSON.stringify({ ...harbour, ...changed }));
  return read.ok ? [] : read.problems;
};
const [first, second, third, ...rest] = harbour.items;
const withFirst = (more: object) => problems({ items: [{ ...first, ...more }, second, third, ...rest] });
const levels = (...named: readonly [string, number, string][]) =>
  problems({ levels: named.map(([name, from, means]) => ({ name, from, means })) });

test('a landlord’s own tool is read, with its weights and its levels', () => {
  const read = readInstrumentFile(JSON.stringify(harbour));
  assert.ok(read.ok && read.file.kind === 'own');
  assert.deepEqual(read.file.own, JSON.parse(JSON.stringify(harbour)));
});

test('what a question weighs is said rightly, or is named with what is wrong', () => {
  const weights = (given: object, more: object = {}) => withFirst({ weights: given, ...more });
  assert.match(
    weights({ yes: 3, not_asked: 2 }).join(),
    /^Item 1, weights: weigh what was not asked: a blank scores nothing/,
  );
  assert.match(
    weights({ yes: 3, no: 1 }).join(),
    /let “no” weigh 1: what says that there is nothing weighs nothing/,
  );
  assert.match(
    weights({ yes: 1, dont_know: 2 }).join(),
    /let “yes” weigh less than an answer that is less grave/,
  );
  assert.match(weights({ perhaps: 1 }).join(), /name “perhaps”, and the answers are no, dont_know, yes/);
  assert.match(weights({ yes: -1 }).join(), /less than 0/);
  assert.match(weights({ yes: 1.5 }).join(), /no whole number/);
  assert.match(weights({ yes: 0 }).join(), /let no answer weigh anything/);
  assert.match(weights({ high: 1, standard: 4 }, { scale: 'grade' }).join(), /let “moderate” weigh less/);
  assert.match(
    withFirst({ scale: 'grade', weights: undefined }).join(),
    /are missing: say what each answer weighs/,
  );
  assert.match(withFirst({ counted: false }).join(), /are there, and the question is not counted/);
});

test('levels begin at nothing, rise, stay within reach, and one of them is high', () => {
  assert.match(levels(['Silver', 5, 'medium'], ['Gold', 20, 'high']).join(), /the first begins at 0/);
  assert.match(levels(['Bronze', 0, 'standard'], ['Gold', 0, 'high']).join(), /which is not above “Bronze”/);
  assert.match(
    levels(['Bronze', 0, 'medium'], ['Gold', 20, 'standard']).join(),
    /“Gold” mean less than “Bronze”/,
  );
  assert.match(
    levels(['Bronze', 0, 'standard'], ['Silver', 9, 'medium']).join(),
    /name none that means high/,
  );
  assert.match(
    levels(['Bronze', 0, 'standard'], ['Gold', 400, 'high']).join(),
    /all the answers together are 52 at most/,
  );
  assert.match(levels(['Gold', 0, 'standard'], ['gold', 20, 'high']).join(), /use one name twice/);
  assert.match(
    levels(['Gold', 0, 'severe']).join(),
    /Entry 1 of levels, means: must be one of standard, medium, high/,
  );
});

test('so few answers are never enough that nobody could tell anything from them', () => {
  assert.match(problems({ enough: 1 }).join(), /Enough is 1, which is fewer than half of the 13 questions/);
  assert.match(problems({ enough: 14 }).join(), /only 13 questions are counted/);
  assert.deepEqual(problems({ enough: 7 }), []);
});

test('a number is there once, fits an address, and a flag is one that somebody can judge', () => {
  assert.match(problems({ items: [first, first, ...rest] }).join(), /Item 1 is there twice/);
  assert.match(withFirst({ id: '1"><b>' }).join(), /is no number such as 7, 12b or C3/);
  assert.match(withFirst({ flagged: 'nasty' }).join(), /Item 1, flagged: must be one of strangulation, /);
  assert.match(problems({ instrument: 'own-0' }).join(), /Instrument must be own-1 to own-99/);
  assert.match(problems({ version: 'lintel-9' }).join(), /names Lintel’s own words/);
  assert.match(problems({ thresholds: 1 }).join(), /^The file has thresholds, which is not known in it/);
});
