import assert from 'node:assert/strict';
import test from 'node:test';
import { readMigrations } from './migrate.ts';
import { statementsOf } from './statements.ts';

const texts = (sql: string) => statementsOf(sql).map((each) => each.sql.trim());

test('a statement ends at its semicolon, and nowhere else', () => {
  assert.deepEqual(texts('select 1; select 2'), ['select 1;', 'select 2']);
  assert.deepEqual(texts("select ';' || 'it''s; so';select 2;"), ["select ';' || 'it''s; so';", 'select 2;']);
  assert.deepEqual(texts('-- it’s; a remark\nselect 1;'), ['-- it’s; a remark\nselect 1;']);
  assert.deepEqual(texts('select "a;b"; do $$ begin; x; end $$; do $y$ $$;$$ $y$;'), [
    ...['select "a;b";', 'do $$ begin; x; end $$;', 'do $y$ $$;$$ $y$;'],
  ]);
});

test('the statements of every migration, put together, are the migration', async () => {
  for (const { file, sql } of await readMigrations()) {
    const statements = statementsOf(sql);
    const rest = sql.slice((statements.at(-1)?.at ?? 0) + (statements.at(-1)?.sql.length ?? 0));
    assert.equal(statements.map((each) => each.sql).join('') + rest, sql, file);
    assert.doesNotMatch(sql, /begin\s+atomic/i, `${file}: statements.ts does not know it`);
  }
});
