import type pg from 'pg';

/**
 * Takes from everybody what the serving roles have no use for: temporary tables, and how many rows a table holds or how
 * often it was written, by which the help site's role could count what it may not read. Only as far as this login may:
 * the first takes the database's owner, the rest a superuser (docs/operations.md has it for the administrator).
 */
export async function closeCatalogue(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select r.rolsuper as superuser, pg_has_role(d.datdba, 'usage') as owns, d.datname as database,
       has_database_privilege('lintel_public', d.oid, 'temporary') as temporary,
       has_column_privilege('lintel_public', 'pg_catalog.pg_class', 'reltuples', 'select') as counts
     from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
  );
  const [now] = rows;
  if (now.temporary && (now.superuser || now.owns))
    await client.query(
      `revoke temporary on database "${now.database}" from public, lintel_app, lintel_public`,
    );
  if (now.counts && now.superuser) await client.query(withoutCounts);
}

const withoutCounts = `
do $$
declare
  told text;
  counting record;
begin
  select string_agg(quote_ident(attname), ', ') into told from pg_attribute
    where attrelid = 'pg_catalog.pg_class'::regclass and attnum > 0 and not attisdropped
      and attname !~ '^rel(tuples|pages|all)';
  revoke select on pg_catalog.pg_class from public;
  execute format('grant select (%s) on pg_catalog.pg_class to public', told);
  grant select on pg_catalog.pg_class to lintel_owner;
  for counting in
    select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^pg_stat_get_' and p.proargtypes::text = '26'
        or p.proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size'))
  loop
    execute format('revoke execute on function %s from public', counting.name);
    execute format('grant execute on function %s to lintel_owner', counting.name);
  end loop;
end $$`;
