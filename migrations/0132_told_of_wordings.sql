-- A wording that waits for a second person is told of until it is decided.
create policy definer on message_wording for select to lintel_definer using (true);
grant select on message_wording to lintel_definer;
call lintel.notice_waits_while('{wording_to_decide}', $$exists (
  select from message_wording w where w.organisation_id = in_organisation and (in_about is null or w.id = in_about)
    and w.decision is null)$$);
