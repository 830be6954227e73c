-- Whoever went out alone and is not heard of: told further up the line, until somebody writes down what was found.
alter table planned_contact
  -- When it is told further; null once they were heard of, or it was.
  add column raise_at timestamptz,
  add column raised_at timestamptz,
  add column found_at timestamptz,
  add column found_by uuid,
  add column found text check (found in ('safe', 'needed_help', 'emergency_services')),
  add column found_words text not null default '',
  add foreign key (organisation_id, found_by) references staff,
  add check ((found_at is null) = (found is null));
create index planned_contact_found_by on planned_contact (organisation_id, found_by) where found_by is not null;
create index planned_contact_raise on planned_contact (organisation_id, raise_at) where raise_at is not null;
create index planned_contact_raised on planned_contact (organisation_id, raised_at)
  where raised_at is not null and found_at is null;
