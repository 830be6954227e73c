-- A paper of their own goes over one of several agreed ways, each with its own terms: which one it was stays on record.
alter table plan_copy
  add over text not null default '' check (over in ('', 'first', 'further')),
  add agreed_way_id uuid,
  add foreign key (organisation_id, agreed_way_id) references agreed_way (organisation_id, id),
  add check ((over = 'further') = (agreed_way_id is not null));
create index plan_copy_over on plan_copy (organisation_id, agreed_way_id) where agreed_way_id is not null;
