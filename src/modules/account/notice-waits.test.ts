import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../../migrations/', import.meta.url);

test('a notice that once ended with its matter still does, whichever migration wrote the rule last', () => {
  const rules = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((text) => [
      ...text.matchAll(/create (?:or replace )?function lintel\.notice_waits\(.*?\$\$(.*?)\$\$/gs),
    ])
    .map(([, body = '']) => kindsIn(body));
  const last = rules.at(-1) ?? [];
  assert.ok(rules.length > 1 && last.length > 1);
  assert.deepEqual(
    [...new Set(rules.flat())].filter((kind) => !last.includes(kind)),
    [],
  );
});

/** The kinds that one text of the rule asks about. */
function kindsIn(rule: string): readonly string[] {
  return [...rule.matchAll(/in_kind (?:=|in) ([^)]*?) *\)? then/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, kind = '']) => kind),
  );
}
