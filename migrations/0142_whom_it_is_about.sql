-- Whom it is about can be agreed to and shared like any other kind of thing: a reference alone tells an agency nothing.
alter table consent drop constraint consent_kinds_check, add constraint consent_kinds_check check (kinds <> '{}'
  and kinds <@ array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']);
alter table share drop constraint share_kinds_check, add constraint share_kinds_check check (kinds <> '{}'
  and kinds <@ array['who', 'account', 'risk', 'plan', 'family', 'health', 'home', 'contact']);
