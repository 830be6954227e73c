-- How a high risk is heard where: not every area has one monthly Marac. What is set last for an area and a kind stands;
-- dated, with who says so and when somebody last checked it.
create table area_meeting (
  organisation_id uuid not null references organisation,
  id uuid not null,
  area_id uuid not null,
  kind text not null check (kind in ('marac', 'daily_high_risk', 'high_or_judgement', 'children_service')),
  words text not null default '',
  effective_from date not null,
  source text not null,
  checked_on date not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, area_id) references marac_area
);
create index area_meeting_area on area_meeting (organisation_id, area_id, effective_from desc);
call lintel.protect('area_meeting');
grant select, insert on area_meeting to lintel_app;

alter table risk_received drop constraint risk_received_tool_check;
alter table risk_received add constraint risk_received_tool_check
  check (tool in ('dara', 'dash', 'merit', 'severity_grid', 'young_people', 'stalking', 'honour_based', 'other'));
