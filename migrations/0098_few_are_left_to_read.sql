-- What waits may name nearly everybody of the team as involved, and nobody has looked at that yet: whatever else tells
-- of the same people is kept from them all at once. Whoever looks after data is told when no manager, or fewer than
-- two of the team, are left who read it.
do $$
declare
  stands constant text := pg_get_functiondef('lintel.keep_told_apart(uuid, uuid[], uuid[], timestamptz)'::regprocedure);
  in_doubt constant text := 'not shut @> lintel.matched_staff(anew)';
begin
  if position(in_doubt in stands) = 0 then
    raise exception 'keep_told_apart does not tell who is in doubt';
  end if;
  execute replace(stands, in_doubt, '(' || in_doubt || '
          or exists (select from jsonb_array_elements(anew) e
              join disclosure w on w.organisation_id = in_organisation and w.id = (e ->> ''source'')::uuid
                and w.case_id is null
              where (e ->> ''staffId'')::uuid = any (shut))
            and (select count(*) < 2 or not coalesce(bool_or(''da_manager'' = any (r.roles)), false) from staff r
              where r.organisation_id = in_organisation and r.ended_at is null
                and r.roles && ''{da_manager,da_worker}'' and not r.id = any (shut)))');
end $$;
