import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { noticeKinds, noticeTopic } from './notices.ts';

const folder = new URL('../../../migrations/', import.meta.url);

/** The kinds about which each text of the rule asks, the one that holds last. */
const rules = readdirSync(folder)
  .toSorted()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .flatMap((text) => [
    ...text.matchAll(/create (?:or replace )?function lintel\.notice_waits\(.*?\$\$(.*?)\$\$/gs),
  ])
  .map(([, body = '']) => kindsIn(body));
const last = rules.at(-1) ?? [];

test('a notice that once ended with its matter still does, whichever migration wrote the rule last', () => {
  assert.ok(rules.length > 1 && last.length > 1);
  assert.deepEqual(
    [...new Set(rules.flat())].filter((kind) => !last.includes(kind)),
    [],
  );
});

test('whatever waits for a decision, or says that somebody is in danger, is told of no longer than it waits', () => {
  const waiting = noticeKinds.filter((kind) => ['decision', 'danger'].includes(noticeTopic(kind)));
  assert.ok(waiting.length > 15);
  assert.deepEqual(
    waiting.filter((kind) => !last.includes(kind)),
    [],
  );
});

/** The kinds that one text of the rule asks about. */
function kindsIn(rule: string): readonly string[] {
  return [...rule.matchAll(/in_kind (?:=|in) ([^)]*?) *\)? then/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind),
  );
}
