import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '#packs/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { whereDealtWith } from './dealt-with.ts';

const one = { caseId: 'c' as CaseId, subjectId: 's' };
const of = (pack: string, promise: string) =>
  whereDealtWith(
    packs.find(({ id }) => id === pack)?.commitments.find(({ id }) => id === promise),
    one,
  );

test('what is owed leads to the page on which it is dealt with', () => {
  for (const { id: pack } of packs) {
    assert.deepEqual(of(pack, 'doubt-looked-at'), {
      href: '/cases/c/shares/since/s',
      way: 'Look whether it repeats it',
    });
    assert.equal(of(pack, 'correction-sent').href, '/cases/c/shares/since/s');
    assert.equal(of(pack, 'risk-judged').href, '/cases/c/risk');
  }
});

test('no promise of a case leads to the case alone, but those that its own pages keep', () => {
  const overview: string[] = [];
  for (const { id, commitments } of packs)
    for (const each of commitments)
      if (each.measure.kind === 'clock' && of(id, each.id).way === 'Open the case') overview.push(each.id);
  assert.deepEqual([...new Set(overview)].toSorted(), ['concern-reported', 'supervision', 'triage']);
});

test('a policy that is not there leads to the case', () => {
  assert.equal(whereDealtWith(undefined, one).href, '/cases/c');
});
