-- A chronology or an assessment leaves for an agency or a court only by a decision that stands at that moment (V3.2,
-- V4.8b, L2.8): by which. What left before has none.
alter table chronology_export add share_id uuid;
alter table chronology_export add foreign key (organisation_id, share_id) references share;
alter table chronology_export add constraint chronology_export_decided
  check (purpose not in ('partner', 'court') or share_id is not null) not valid;
create index chronology_export_share on chronology_export (organisation_id, share_id) where share_id is not null;
alter table assessment_copy add share_id uuid;
alter table assessment_copy add foreign key (organisation_id, share_id) references share;
alter table assessment_copy add constraint assessment_copy_decided
  check (purpose = 'file' or share_id is not null) not valid;
create index assessment_copy_share on assessment_copy (organisation_id, share_id) where share_id is not null;
