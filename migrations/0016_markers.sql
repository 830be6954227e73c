-- Neutral markers on homes, for those who visit or write there. What a reader sees is a row of its own: text, audience
-- and until when. Who placed it, why, and for which case stands apart, behind its own wall.

create table marker (
  organisation_id uuid not null references organisation,
  id uuid not null,
  property_id uuid not null,
  text text not null check (length(text) between 3 and 120),
  audiences text[] not null check (cardinality(audiences) > 0
    and audiences <@ '{repairs,lone_workers,lettings,income,neighbourhood}'),
  -- the last day on which readers see it
  review_on date not null,
  placed_at timestamptz not null,
  ended_at timestamptz,
  -- when whoever placed it was told that this day comes near
  told_at timestamptz,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, property_id) references property
);
create index marker_property on marker (organisation_id, property_id);
create index marker_shown on marker (organisation_id, property_id, review_on) where ended_at is null;
create index marker_due on marker (organisation_id, review_on) where ended_at is null;
alter table marker enable row level security;
alter table marker force row level security;
-- By audience: contractors see what is for repairs and for lone workers, colleagues and the team everything.
create policy read on marker for select to lintel_app using (organisation_id = lintel.organisation() and (
  (select lintel.roles()) && '{system,da_manager,da_worker,colleague}'
  or (select lintel.roles()) && '{contractor}' and audiences && '{repairs,lone_workers}'));
create policy placed on marker for insert to lintel_app with check (organisation_id = lintel.organisation()
  and (select lintel.roles()) && '{system,da_manager,da_worker}');
grant select, insert, update (review_on, ended_at, told_at, version) on marker to lintel_app;

-- Whose marker it is. One of a case is seen by those who see the case, and by nobody else; one without any (dogs, stairs)
-- by whoever placed it and the managers, so that a marker on a home says nothing of a case.
create table marker_keeping (
  organisation_id uuid not null,
  marker_id uuid not null,
  case_id uuid,
  placed_by uuid,
  why text not null,
  primary key (organisation_id, marker_id),
  foreign key (organisation_id, marker_id) references marker,
  foreign key (organisation_id, case_id) references case_file,
  foreign key (organisation_id, placed_by) references staff
);
create index marker_keeping_case on marker_keeping (organisation_id, case_id) where case_id is not null;
create index marker_keeping_by on marker_keeping (organisation_id, placed_by) where placed_by is not null;
call lintel.protect('marker_keeping', $$'system' = any ((select lintel.roles())::text[])
  or case when case_id is null then placed_by = (select lintel.staff()) or 'da_manager' = any ((select lintel.roles())::text[])
    else case_id = (select lintel.opened_case()) or exists (
      select from case_file c where c.organisation_id = marker_keeping.organisation_id and c.id = marker_keeping.case_id) end$$);
grant select, insert on marker_keeping to lintel_app;

create policy kept on marker for update to lintel_app using (organisation_id = lintel.organisation() and (
  'system' = any ((select lintel.roles())::text[]) or exists (select from marker_keeping k
    where k.organisation_id = marker.organisation_id and k.marker_id = marker.id)));

-- Each review and the end, with its reason: added to, never changed.
create table marker_review (
  organisation_id uuid not null,
  id uuid not null,
  marker_id uuid not null,
  decision text not null check (decision in ('kept', 'ended')),
  reason text not null,
  review_on date,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, marker_id) references marker,
  foreign key (organisation_id, decided_by) references staff
);
create index marker_review_marker on marker_review (organisation_id, marker_id, decided_at desc);
create index marker_review_by on marker_review (organisation_id, decided_by) where decided_by is not null;
call lintel.protect('marker_review', $$'system' = any ((select lintel.roles())::text[]) or exists (select from marker_keeping k
  where k.organisation_id = marker_review.organisation_id and k.marker_id = marker_review.marker_id)$$);
grant select, insert on marker_review to lintel_app;

-- The landlord's own wordings, beside those that Lintel brings. Whatever is not among them is no marker.
create table marker_wording (
  organisation_id uuid not null references organisation,
  id uuid not null,
  text text not null check (length(text) between 3 and 120),
  added_by uuid,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references staff,
  foreign key (organisation_id, ended_by) references staff
);
create unique index marker_wording_text on marker_wording (organisation_id, (lower(text))) where ended_at is null;
create index marker_wording_added_by on marker_wording (organisation_id, added_by) where added_by is not null;
create index marker_wording_ended_by on marker_wording (organisation_id, ended_by) where ended_by is not null;
call lintel.protect('marker_wording', $$(select lintel.roles()) && '{system,da_manager,da_worker}'$$);
grant select, insert, update (ended_at, ended_by) on marker_wording to lintel_app;
