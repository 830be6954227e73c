-- Whoever goes is told once of each thing that comes to speak against a visit or a call, as it becomes known, and not
-- only in its last two hours: what may have changed it says so on its row, and a job looks at those rows alone.
alter table planned_contact add look_again boolean not null default false, add held_told_for text not null default '';
create index planned_contact_look_again on planned_contact (organisation_id, starts_at) where look_again;
grant select (look_again), update (look_again) on planned_contact to lintel_definer;
create policy definer_marks on planned_contact for update to lintel_definer using (true) with check (true);

-- Past the wall: a conflict reaches cases that whoever records it does not see.
create function lintel.look_again(in_organisation uuid, in_case uuid) returns void language sql security definer
set search_path = public, pg_temp as $$
  update planned_contact p set look_again = true where p.organisation_id = in_organisation
    and (in_case is null or p.case_id = in_case) and p.ended_at is null and not p.look_again
$$;
alter function lintel.look_again owner to lintel_definer;
revoke all on function lintel.look_again from public;

-- Somebody is named as feared, or is not any more.
create function lintel.feared_are_others() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform lintel.look_again(new.organisation_id, new.case_id);
  return null;
end $$;
alter function lintel.feared_are_others owner to lintel_definer;
create trigger feared_are_others after insert or update on case_person for each row
  when (new.part = 'alleged_perpetrator') execute function lintel.feared_are_others();

-- A conflict, in whichever case it was recorded.
create function lintel.others_are_shut_out() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform lintel.look_again(new.organisation_id, new.id);
  return null;
end $$;
alter function lintel.others_are_shut_out owner to lintel_definer;
create trigger others_are_shut_out after update of blocked_staff on case_file for each row
  when (new.blocked_staff is distinct from old.blocked_staff) execute function lintel.others_are_shut_out();

-- The register says something else of numbers and homes: after an import, and once two records are known to be one.
create function lintel.register_says_else() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform lintel.look_again(new.organisation_id, null);
  return null;
end $$;
alter function lintel.register_says_else owner to lintel_definer;
create trigger register_says_else after update of state on register_import for each row
  when (new.state = 'finished' and old.state <> 'finished' and not new.dry_run)
  execute function lintel.register_says_else();
create trigger register_says_else after update of decision on person_match for each row
  when (new.decision is distinct from old.decision) execute function lintel.register_says_else();
revoke all on function lintel.feared_are_others, lintel.others_are_shut_out, lintel.register_says_else from public;
