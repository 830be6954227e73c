-- What is taken away for others by a decision is kept sealed as it left, as what goes through Sharing is: a file, or a
-- sheet of paper. Which entries of the chronology went with anything that left is kept beside it, so that a condition
-- that somebody writes down afterwards can be seen to come too late (V3.2, L1.6, L2.10).
alter table share_sent drop constraint share_sent_way_check;
alter table share_sent add constraint share_sent_way_check
  check (way in ('age_key', 'age_words', 'zip', 'link', 'evidence', 'taken', 'paper'));
alter table share_sent add entries uuid[] not null default '{}';
-- The sheet or file of which it is what left; null: it was made for Sharing itself.
alter table share_sent add subject_id uuid;
update share_sent t set entries = h.entries
  from share h where h.organisation_id = t.organisation_id and h.id = t.share_id;
create unique index share_sent_same on share_sent (organisation_id, subject_id, sha256) where subject_id is not null;

-- Null: it left before this was kept.
alter table chronology_export add shown uuid[];

-- Why a condition stands no longer: whoever asked allows it, or nobody had asked and it was written down in error.
alter table entry_condition add lifted_because text check (lifted_because in ('allowed', 'in_error'));
grant update (lifted_because) on entry_condition to lintel_app;
