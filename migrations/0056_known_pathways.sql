-- What is known of how a high risk is heard, and how it is known. Days that nobody knew were written as 1 January 2025 or
-- 1 April 2026, and as checked on the day that this was built, though nobody had opened a council's page.
alter table area_meeting alter column effective_from drop not null;
alter table area_meeting alter column checked_on drop not null;
alter table area_meeting
  -- only the month is known: `effective_from` is its first day
  add month_only boolean not null default false check (not month_only or effective_from is not null),
  add known text not null default 'said_here' check (known in ('stored_source', 'inferred', 'said_here')),
  -- false: from that day on it is not held any more
  add held boolean not null default true;
alter table risk_threshold alter column effective_from drop not null;

alter table area_meeting no force row level security;
update area_meeting set known = 'inferred' where source like 'Inferred from the areas around it%';
update area_meeting set known = 'stored_source' where source like '%published guidance for practitioners. Ask the Marac%';
update area_meeting set month_only = true where known <> 'said_here' and effective_from = '2025-07-01';
update area_meeting set effective_from = null
  where known <> 'said_here' and effective_from in ('2025-01-01', '2026-04-01');
update area_meeting set checked_on = null where known <> 'said_here';
update area_meeting m set known = 'inferred' from marac_area a
  where a.organisation_id = m.organisation_id and a.id = m.area_id and m.known = 'stored_source'
    and (a.name = 'Bournemouth, Christchurch and Poole' or a.name = 'Southampton' and m.kind <> 'children_service');
update area_meeting set source = case known
  when 'inferred' then 'Inferred from what is published for the areas around it, and not confirmed.'
  else 'Seen in published material that Lintel was built from; the council’s own page was not opened.' end
  where known <> 'said_here';
alter table area_meeting force row level security;

alter table risk_threshold no force row level security;
update risk_threshold set effective_from = null
  where instrument = 'merit' and effective_from = '2025-01-01' and source like 'St Helens: Gold from 72.%';
alter table risk_threshold force row level security;
