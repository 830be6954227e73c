import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { because, ownClause } from '#rules/clauses.ts';
import { allowed, refused } from '#rules/facts.ts';
import { livv2024 } from './livv-2024/pack.ts';
import { vivid2023 } from './vivid-2023/pack.ts';

const source = join(import.meta.dirname, '..');
const named = new Set(
  globSync('{rules,kit,modules}/**/*.ts', { cwd: source })
    .filter((file) => !/\.test\.ts$|testing\.ts$|rules\/clauses\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/'([VL][0-9c][0-9a-z.]*)'/g)])
    .map(([, clause]) => String(clause)),
);

test('whatever clause a rule names, either landlord is told the clause of their own policy', () => {
  assert.ok(named.size > 10);
  for (const clause of named)
    for (const [pack, mark] of [[vivid2023, 'V'] as const, [livv2024, 'L'] as const])
      assert.match(ownClause(pack, clause), new RegExp(`^${mark}`), `${clause} in ${pack.id}`);
});

test('a reason is given with the clause that it rests on, and alone where the policy says nothing like it', () => {
  const verdict = refused('A case that rests is left alone.', 'V3.4');
  assert.equal(because(vivid2023, verdict), 'A case that rests is left alone. (V3.4)');
  assert.equal(because(livv2024, verdict), 'A case that rests is left alone. (L2.1c)');
  assert.equal(because({ clauses: [] }, verdict), 'A case that rests is left alone.');
  assert.equal(because(vivid2023, allowed), '');
});
