-- What was gone through about a home can stand on the paper that the person keeps (V4.3, L2.7e): one paper, one agreed
-- way, and of it a plan need not be agreed yet.

alter table plan_copy alter column version_id drop not null;
alter table plan_copy add column advice_id uuid;
alter table plan_copy add foreign key (organisation_id, advice_id) references housing_advice (organisation_id, id);
alter table plan_copy add check (version_id is not null or advice_id is not null or way = 'none');
create index plan_copy_advice on plan_copy (organisation_id, advice_id) where advice_id is not null;
