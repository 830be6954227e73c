import type { ClientBase } from 'pg';
import { readFunctions } from './functions.ts';
import { foreign, readTables } from './tables.ts';

const head = `-- How the database stands after every migration: to read, not to run.
-- Written from the catalogue of a migrated database, and a test holds it to that. After a migration, write it anew:
--   UPDATE=1 npx node --test tests/schema-document.db.test.ts
--
-- Every table has row-level security, enabled and forced upon its owner; where one has not, it says so. lintel_owner
-- owns what does not name another owner, and serves nobody. lintel_app serves the staff site and jobs, lintel_public
-- the help site, lintel_definer owns a few narrow functions. What is not granted is refused.`;

/** The whole schema as one text, in an order that does not depend on how it came about. */
export async function schemaDocument(client: ClientBase): Promise<string> {
  // What stands on the path is written without its schema.
  await client.query('set search_path = public, pg_catalog');
  const tables = await readTables(client);
  return [
    head,
    ...(await readOthers(client)),
    ...tables.map(({ name, statements }) => `-- ${name}\n\n${statements.join('\n')}`),
    '-- functions and procedures, by name',
    ...(await readFunctions(client)),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Schemas, extensions, and what else may be made in one: types, sequences and the like, of which there are few. */
async function readOthers(client: ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ lines: string }>(`
    select string_agg(line, E'\\n' order by line collate "C") as lines from (
      select 'create extension ' || extname || ';' from pg_extension where extname <> 'plpgsql'
      union all
      select format('grant %s on schema %s to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
          n.nspname, coalesce(nullif(g.grantee, 0)::regrole::text, 'public'))
        from pg_namespace n, aclexplode(n.nspacl) g
        where n.nspname in ('public', 'lintel') and g.grantee <> n.nspowner
          and g.grantee::regrole::text in ('-', 'lintel_app', 'lintel_public', 'lintel_definer', 'lintel_owner')
        group by n.nspname, g.grantee
      union all
      select 'create schema ' || nspname || ';' from pg_namespace
        where nspname !~ '^(pg_|information_schema|public|lintel_migration)'
      union all
      select 'create sequence ' || c.relname || ';' from pg_class c
        where c.relkind = 'S' and c.relnamespace in ('public'::regnamespace, 'lintel'::regnamespace)
      union all
      select format('create type %s as enum (%s);', t.typname, (
          select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
          from pg_enum e where e.enumtypid = t.oid))
        from pg_type t where t.typtype = 'e' and not ${foreign('t.oid')}
      union all
      select format('create domain %s as %s;', t.typname, format_type(t.typbasetype, t.typtypmod))
        from pg_type t where t.typtype = 'd' and t.typnamespace in ('public'::regnamespace, 'lintel'::regnamespace)
      union all
      select format('create text search configuration %s;', s.cfgname) from pg_ts_config s
        where s.cfgnamespace in ('public'::regnamespace, 'lintel'::regnamespace)
    ) other (line)`);
  return rows.map(({ lines }) => lines);
}
