import { check, ours, table } from './check.ts';

/** A question of a notice is asked of every page: ungranted it is a fault on each, without a policy never told. */
export const ownersReading = check(
  'what a function reads for somebody, its owner may: it is granted, and a policy lets the rows through',
  `with reading (function, body) as (
        select f.proname, f.prosrc from pg_proc f join pg_namespace n on n.oid = f.pronamespace
        where ${ours} and (f.prosecdef and f.proowner = 'lintel_definer'::regrole or f.proname = 'notice_waits')),
      read (function, owned) as (
        select distinct r.function, c.oid from reading r,
          lateral regexp_matches(r.body,
            '\\m(?:from|join)\\s+(?:only\\s+)?(?:public\\.)?([a-z_]+)\\M(?!\\s*[.(])', 'gi') m (found)
          join pg_class c on c.relname = lower(m.found[1]) and c.relkind in ('r', 'p')
            and c.relnamespace = 'public'::regnamespace)
      select function || ' reads ' || owned::regclass || ', ' || w.wrong from read, lateral (values
        (not has_any_column_privilege('lintel_definer', owned, 'select'), 'which is not granted'),
        (not exists (select from pg_policy p where p.polrelid = owned and p.polpermissive
          and p.polcmd in ('r', '*') and ('lintel_definer'::regrole = any (p.polroles) or 0 = any (p.polroles))),
          'of which no policy shows it a row')) w (found, wrong)
      where w.found`,
  [
    `${table('bad', '')} call lintel.notice_waits_while('{bad_to_decide}', $$exists (select from bad b
        where b.organisation_id = in_organisation)$$)`,
    `${table('bad', '')} grant select on bad to lintel_definer;
        call lintel.notice_waits_while('{bad_to_decide}', $$exists (select from bad b
        where b.organisation_id = in_organisation)$$)`,
    `${table('bad', '')} create policy definer on bad for select to lintel_definer using (true);
        call lintel.notice_waits_while('{bad_to_decide}', $$exists (select from plan_version p
        join bad on bad.id = p.id)$$)`,
    'revoke select on share_link from lintel_definer',
  ],
);
