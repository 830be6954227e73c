import { type Check, check, ours, table } from './check.ts';
import { ownersReading } from './owners-reading.ts';

/** Rows that only ever grow: the record, its seals, the chronology, and what was said and done at the time (V4.1e). */
const appendOnly = [
  'advice',
  'bank_holiday_import',
  'break_glass_review',
  'equality',
  'equality_restricted',
  'marker_keeping',
  'marker_review',
  'person_needs',
  'event',
  'event_seal',
  'case_entry',
  'case_home',
  'chronology_export',
  'entry_audience',
  'allocation',
  'contact',
  'contact_shown',
  'plan_action_entry',
  'plan_copy',
  'shown_before_leaving',
  'assessment_copy',
  'plan_version',
  'plan_words',
  'agreed_way',
  'message_step',
  'message_reading',
  'message_together',
  'safe_contact',
  'safe_contact_asking',
  'triage',
  'risk_answer',
  'risk_instrument',
  'risk_instrument_withdrawal',
  'risk_received',
  'risk_rating',
  'area_meeting',
  'risk_view',
  'reassignment',
  'reassignment_move',
  'safeguarding_decision',
  'safeguarding_step',
  'supervision',
  'support_offer',
  'support_step',
  'task_change',
  'wellbeing_check',
];
/** Landlords share one list of short names, which stand in addresses: the only key across organisations. */
const sharedKeys = ['organisation_slug_key'];
/** All that the help site can do: name the landlord, read its helplines, add a report. */
/** Words that are public: those of a landlord's name, helplines and policy in force. */
const publicGrants = [
  'select on closed_day',
  'select on helpline',
  'insert on help_report',
  'select on organisation',
  'select on policy_in_force',
];
/** Only a table's owner may measure it; this one does that and answers nothing. */
const ownersFunctions = ['measure_register', 'measure_casework'];

const columns = (array: string, table: string) => `(select array_agg(a.attname::text order by u.place)
  from unnest(${array}) with ordinality as u (number, place)
  join pg_attribute a on a.attrelid = ${table} and a.attnum = u.number)`;

export const checks: readonly Check[] = [
  check(
    'every table has row-level security, forced upon its owner too, and a policy',
    `select c.relname || ' stands open' from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm', 'f') and ${ours} and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid))`,
    [
      'create table bad (organisation_id uuid primary key references organisation)',
      `${table('bad', '')} alter table bad no force row level security`,
      `${table('bad', '')} alter table bad disable row level security`,
      `${table('bad', '')} drop policy organisation on bad`,
      'create materialized view bad as select * from case_entry',
    ],
  ),
  check(
    'every policy for the serving role asks for the organisation first',
    `select c.relname || ': policy ' || p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
      join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and exists (select from pg_roles r where r.oid = any (p.polroles)
          and r.rolname in ('lintel_app', 'lintel_public') or 0 = any (p.polroles))
        and not (c.relname in ('organisation', 'policy_in_force') and p.polname = 'listed')
        and (coalesce(pg_get_expr(p.polqual, p.polrelid), '(organisation_id = lintel.organisation())')
            !~ '^\\(+organisation_id = lintel\\.organisation\\(\\)'
          or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '(organisation_id = lintel.organisation())')
            !~ '^\\(+organisation_id = lintel\\.organisation\\(\\)')`,
    [
      'create policy bad on case_file for select to lintel_app using (true)',
      'create policy bad on case_file for select using (true)',
      'create policy bad on event for insert to lintel_public with check (true)',
      `create policy bad on case_file to lintel_app using (
        staff_id_of_lead() or organisation_id = lintel.organisation())`.replace('staff_id_of_lead()', 'true'),
    ],
  ),
  check(
    'a policy carries no other wall into every statement than that of the case itself; it asks by a function',
    `select p.tablename || ': policy ' || p.policyname || ' reads ' || m.found[1] from pg_policies p,
      lateral regexp_matches(coalesce(p.qual, '') || coalesce(p.with_check, ''),
        '[^T] ?\\sFROM \\(*([a-z_.]+)', 'g') m (found)
      where 'lintel_app' = any (p.roles) and m.found[1] <> 'case_file'`,
    [
      `create policy bad on task as restrictive to lintel_app using (organisation_id = lintel.organisation()
        and exists (select from disclosure d where d.organisation_id = task.organisation_id
          and d.case_id = task.case_id))`,
    ],
  ),
  check(
    'a view sees only what the person asking may see',
    `select c.relname || ' looks with its owner''s eyes' from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${ours} and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
    ['create view bad as select * from case_file'],
  ),
  check(
    'every key begins with the organisation',
    `select i.relname || ' does not begin with the organisation' from pg_index x
      join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_namespace n on n.oid = c.relnamespace
      where x.indisunique and ${ours} and i.relname <> all ($1)
        and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0])
          is distinct from 'organisation_id'
      union all
      select c.relname || ' has no primary key' from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${ours}
        and not exists (select from pg_index x where x.indrelid = c.oid and x.indisprimary)`,
    [
      table('bad', '', 'primary key (id)'),
      table('bad', '', 'primary key (id, organisation_id)'),
      `${table('bad', 'name text,')} create unique index bad_name on bad (name)`,
      `${table('bad', 'name text,')} create unique index bad_name on bad ((lower(name)), organisation_id)`,
      table('bad', '', 'check (true)'),
    ],
    [sharedKeys],
  ),
  check(
    'every reference stays inside its organisation',
    `select k.conname || ' may reach into another organisation' from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and ${ours} and (${columns('k.conkey', 'k.conrelid')})[1]
          || ' ' || (${columns('k.confkey', 'k.confrelid')})[1] <> 'organisation_id organisation_id'`,
    [
      `${table('good', '')} create unique index good_id on good (id);
        ${table('bad', 'good_id uuid references good (id),')}`,
    ],
  ),
  check(
    'every reference has an index that begins with its columns',
    `select k.conname || ' has no index' from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and ${ours} and not exists (
        select from pg_index x where x.indrelid = k.conrelid
          and (x.indpred is null or pg_get_expr(x.indpred, x.indrelid) ~ '^\\([a-z_]+ IS NOT NULL\\)$')
          and (select array_agg(a order by a) from unnest((x.indkey::int2[])[0:cardinality(k.conkey) - 1]) a)
            = (select array_agg(a order by a) from unnest(k.conkey) a))`,
    [
      table('bad', 'case_id uuid, foreign key (organisation_id, case_id) references case_file,'),
      `${table('bad', 'case_id uuid, foreign key (organisation_id, case_id) references case_file,')}
        create index bad_case on bad (organisation_id, case_id) where id = case_id`,
    ],
  ),
  check(
    'the record, the chronology and what was said at the time are only ever added to',
    `select r.rolname || ' may ' || p.privilege || ' ' || t.name
      from unnest($1::text[]) t (name), pg_roles r, unnest('{update,delete,truncate}'::text[]) p (privilege)
      where r.rolname in ('lintel_app', 'lintel_public', 'lintel_definer')
        and (has_table_privilege(r.oid, t.name, p.privilege)
          or p.privilege = 'update' and has_any_column_privilege(r.oid, t.name, 'update'))`,
    [
      'grant update on event to lintel_app',
      'grant delete on event_seal to lintel_app',
      'grant truncate on case_entry to lintel_definer',
      'grant update (words) on case_entry to lintel_app',
      'grant delete on case_entry to public',
    ],
    [appendOnly],
  ),
  check(
    'the help site reads public words, adds a report, and can do nothing else',
    `select 'the help site may ' || lower(p.privilege) || ' on ' || c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace,
      unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) p (privilege)
      where c.relkind in ('r', 'p', 'v', 'm', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
        and (has_table_privilege('lintel_public', c.oid, p.privilege)
          or p.privilege in ('select', 'insert', 'update')
            and has_any_column_privilege('lintel_public', c.oid, p.privilege))
        and p.privilege || ' on ' || c.relname <> all ($1)
      union all
      select 'the help site may make things in ' || n.nspname from pg_namespace n
      where has_schema_privilege('lintel_public', n.oid, 'create')`,
    [
      'grant select on case_file to lintel_public',
      'grant select on help_report to public',
      'grant insert on event to lintel_public',
      'grant select (email) on staff to lintel_public',
      'grant create on schema lintel to lintel_public',
      'grant lintel_app to lintel_public',
    ],
    [publicGrants],
  ),
  check(
    'a function that sees more than its caller is owned, pinned and lent on purpose',
    `select f.proname || ' ' || w.wrong from pg_proc f join pg_namespace n on n.oid = f.pronamespace,
      lateral (values
        (f.proowner <> 'lintel_definer'::regrole and f.proname <> all ($1), 'is not owned by lintel_definer'),
        (f.proconfig is null or not f.proconfig && '{"search_path=public, pg_temp"}', 'has a loose search path'),
        (has_function_privilege('lintel_public', f.oid, 'execute'), 'is lent to everybody')) w (found, wrong)
      where f.prosecdef and ${ours} and w.found`,
    [
      `create function lintel.bad() returns int language sql security definer set search_path = public, pg_temp
        as 'select 1'; revoke all on function lintel.bad from public`,
      `create function lintel.bad() returns int language sql security definer as 'select 1';
        alter function lintel.bad owner to lintel_definer; revoke all on function lintel.bad from public`,
      `create function lintel.bad() returns int language sql security definer set search_path = public, pg_temp
        as 'select 1'; alter function lintel.bad owner to lintel_definer`,
    ],
    [ownersFunctions],
  ),
  ownersReading,
  check(
    'no role that serves can walk around the wall or own a table',
    `select r.rolname || ' can walk around the wall' from pg_roles r
      where r.rolname in ('lintel_app', 'lintel_public', 'lintel_definer', 'lintel_owner')
        and (r.rolsuper or r.rolbypassrls or r.rolcreaterole
          or r.rolcanlogin and r.rolname in ('lintel_definer', 'lintel_owner'))
      union all
      select c.relname || ' is owned by ' || c.relowner::regrole from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and ${ours}
        and c.relowner <> 'lintel_owner'::regrole`,
    [
      'alter role lintel_app bypassrls',
      'alter role lintel_definer superuser',
      'alter table case_file owner to lintel_app',
    ],
  ),
  check(
    'every moment knows its time zone',
    `select c.relname || '.' || a.attname || ' has no time zone' from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${ours}
        and a.atttypid in ('timestamp'::regtype, 'timestamp[]'::regtype, 'time'::regtype, 'timetz'::regtype)`,
    [table('bad', 'at timestamp,'), table('bad', 'moments timestamp[],')],
  ),
];
