import assert from 'node:assert/strict';
import { test } from 'node:test';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { vivid2023 } from '#packs/vivid-2023/pack.ts';
import type { Pack } from '#rules/pack.ts';
import { triedPacks } from '../../../tests/packs.ts';
import { difference, isSame } from './difference.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Everywhere in a policy where a value stands, each changed alone; its own id is what it is looked up by. */
function* changedAnywhere(json: Json, path: readonly string[] = []): Generator<readonly [string, Json]> {
  if (path.join('.') === 'id') return;
  // Of the ways in which something is due, some are one word alone.
  if (path.at(-1) === 'due') yield [path.join('.'), { workingDays: 199 }];
  if (['within', 'agreed'].includes(path.at(-1) ?? '')) return;
  if (typeof json !== 'object' || json === null) {
    yield [path.join('.'), another(json)];
    return;
  }
  const entries = Object.entries(json);
  if (entries.length === 0) yield [path.join('.'), Array.isArray(json) ? ['x.y'] : { x: 'y' }];
  for (const [key, value] of entries)
    for (const [where, changed] of changedAnywhere(value, [...path, key]))
      yield [where, Array.isArray(json) ? json.with(Number(key), changed) : { ...json, [key]: changed }];
}

function another(value: string | number | boolean | null): Json {
  if (typeof value === 'number') return value === 1 ? 0.5 : value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'x.y';
  if (value === 'strict') return 'reasoned';
  if (value === 'reasoned') return 'strict';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value === '2031-01-01' ? '2031-01-02' : '2031-01-01';
  return `${value}x`;
}

test('whatever is changed in a policy, one value alone, the difference shows it', () => {
  for (const pack of triedPacks) {
    const unseen: string[] = [];
    let tried = 0;
    for (const [where, changed] of changedAnywhere(JSON.parse(JSON.stringify(pack)) as Json)) {
      // A closure that is on no calendar cannot be said in words; the schema refuses it.
      if (where === 'calendar.closures') continue;
      // One value alone is taken: no policy opens the gate.
      if (where === 'perpetratorGate.strictness') continue;
      tried += 1;
      if (isSame(difference(pack, changed as unknown as Pack))) unseen.push(where);
    }
    assert.ok(tried > 200, `${pack.id}: ${tried}`);
    assert.deepEqual(unseen, [], pack.id);
  }
});

test('a policy is the same as itself', () => {
  for (const pack of triedPacks) assert.ok(isSame(difference(pack, { ...pack })), pack.id);
});

const first = 'first-contact';
const altered = (change: (pack: Pack) => Partial<Pack>): Pack => ({
  ...vivid2023,
  ...change(vivid2023),
});

test('a promise with another time is told with both times in words', () => {
  const sooner = altered(({ commitments }) => ({
    commitments: commitments.map((each) =>
      each.id === first && each.measure.kind === 'clock'
        ? { ...each, measure: { ...each.measure, due: { workingHours: 4 } } }
        : each,
    ),
  }));
  const { promises, clauses } = difference(vivid2023, sooner);
  assert.deepEqual(
    promises.altered.map(({ before, differs }) => [before.id, differs]),
    [
      [
        first,
        [{ what: 'Due', before: 'by the close of the same working day', after: 'within 4 working hours' }],
      ],
    ],
  );
  assert.deepEqual([promises.added, promises.removed, clauses.altered], [[], [], []]);
});

test('clauses and promises that are new or gone stand in the order of their policy', () => {
  const { clauses, promises } = difference(vivid2023, livv2024);
  assert.deepEqual(
    clauses.added.map(({ id }) => id),
    livv2024.clauses.map(({ id }) => id),
    'no clause of theirs has an id of ours',
  );
  assert.deepEqual(
    promises.removed.map(({ id }) => id),
    vivid2023.commitments
      .map(({ id }) => id)
      .filter((id) => !livv2024.commitments.some((other) => other.id === id)),
  );
  assert.ok(!promises.removed.some(({ id }) => id === first), 'both promise it');
});

test('a clause in other words, a closure and another word for a person are told apart', () => {
  const { clauses, officeHours, words, promises, head } = difference(
    vivid2023,
    altered((pack) => ({
      clauses: pack.clauses.map((each) => (each.id === 'V4.1a' ? { ...each, says: 'Within a day.' } : each)),
      calendar: { ...pack.calendar, closures: ['2026-12-24'] },
      words: { ...pack.words, person: 'survivor' },
    })),
  );
  assert.deepEqual(
    clauses.altered.map(({ after, differs }) => [after.id, differs.map(({ what }) => what)]),
    [['V4.1a', ['Says']]],
  );
  assert.deepEqual(officeHours, [{ what: 'Own closures', before: 'none', after: '24 December 2026' }]);
  assert.deepEqual(words, [{ what: 'Whoever a case is about', before: 'victim', after: 'survivor' }]);
  assert.deepEqual([promises.altered, head], [[], []]);
});

test('each clause is cited with whose it is, and is the same whosever it is', () => {
  const { gates, cited, cites } = difference(vivid2023, livv2024);
  assert.equal(cites.after('L2.1d'), 'Livv L2.1d');
  const risk = cited.find(({ before }) => before?.includes('V4.1c'));
  assert.deepEqual([risk?.before, risk?.after], ['VIVID V4.1c', 'Livv L2.1d']);
  assert.match(gates.map(({ after }) => after).join(), /\(Livv L/);
  const next = { ...vivid2023, version: '2030-01' };
  assert.deepEqual(difference(vivid2023, next).cited, []);
  assert.match(difference(vivid2023, next).cites.after('V5'), /^VIVID 2030-01, V5$/);
});
