import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { isRightToLeft } from '#kit/bidi.ts';
import { staffRoutes } from '../src/app.ts';
import { addressesOf } from './browser/every-page.ts';
import { furnished } from './furnished.ts';

/** Who is in the case, as they write their names themselves; the colleague too. */
const names = [
  ['Zelda', 'שרה'],
  ['Quince', 'כהן'],
  ['Orson', 'علي'],
  ['Farah Noor', 'فرح نور'],
] as const;

/** A landlord that is lived in, in which whoever had those names writes them from right to left everywhere. */
async function renamed(t: TestContext) {
  const { lintel, world } = await furnished(t, 'vivid-2023');
  const { owner } = lintel.database;
  const { rows } = await owner.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, udt_name as type from information_schema.columns c
      join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
        and udt_name in ('text', '_text', 'jsonb') and table_name not in ('submission', 'organisation')`,
  );
  await owner.query("set session_replication_role = 'replica'");
  for (const { table, column, type } of rows) {
    const cast = type === '_text' ? '::text[]' : type === 'jsonb' ? '::jsonb' : '';
    const changed = names.reduce(
      (text, [name, own]) => `replace(${text}, '${name}', '${own}')`,
      `"${column}"::text`,
    );
    const held = names.map(([name]) => name).join('|');
    await owner.query(
      `update "${table}" set "${column}" = (${changed})${cast} where "${column}"::text ~ '${held}'`,
    );
  }
  await owner.query("set session_replication_role = 'origin'");
  return world;
}

/** As much of a node as is looked at. */
interface Part {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Part>;
  readonly parentElement: { readonly tagName: string; closest(selector: string): unknown } | null;
}

/** Words from right to left that turn what stands beside them. */
function turning(body: string): readonly string[] {
  const { document } = parseHTML(body);
  const wrong: string[] = [];
  const walk = (node: Part): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && isRightToLeft(child.textContent ?? '')) {
        const text = child.textContent ?? '';
        const within = child.parentElement;
        const plain = /^(?:OPTION|TITLE)$/.test(within?.tagName ?? '');
        const safe = plain
          ? !isRightToLeft(text.replaceAll(/\u2068[^\u2069]*\u2069/g, ''))
          : within?.closest('bdi, [dir="auto"], textarea');
        if (!safe) wrong.push(`${within?.tagName}: ${text.trim().slice(0, 80)}`);
      } else walk(child);
    }
  };
  walk(document as unknown as Part);
  return wrong;
}

test('what turns is found: a name beside a number, in text and in a list to choose from', () => {
  assert.deepEqual(turning('<p>שרה כהן, 07700 900123</p>'), ['P: שרה כהן, 07700 900123']);
  assert.deepEqual(turning('<select><option>שרה 2</option></select>'), ['OPTION: שרה 2']);
  assert.deepEqual(
    turning('<p><bdi>שרה</bdi>, 2</p><option>\u2068שרה\u2069 2</option><p dir="auto">שרה</p>'),
    [],
  );
});

test('wherever a name or somebody’s words stand, those from right to left turn nothing beside them', async (t) => {
  const world = await renamed(t);
  const wrong: string[] = [];
  let held = 0;
  for (const path of addressesOf(staffRoutes, world)) {
    const { statusCode, body } = await world.everybody.get(path);
    assert.ok(statusCode < 400, `${path}: ${statusCode}`);
    if (!isRightToLeft(body)) continue;
    held += 1;
    wrong.push(...turning(body).map((each) => `${path}: ${each}`));
  }
  assert.deepEqual(wrong, []);
  assert.ok(held > 60, `${held} pages bear such a name`);
});
