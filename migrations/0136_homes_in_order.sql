-- Homes that a word meets stand in the order in which one walks past them. It stands beside the word, so that a page of
-- them is read from the index however many a word meets: it was sorted from the first two hundred before.
alter table search_token add home_order text collate "C";
update search_token t set home_order = coalesce(
  (select h.home_order from property h where h.organisation_id = t.organisation_id and h.id = t.subject_id), '')
where t.subject = 'property';
alter table search_token add check ((subject = 'property') = (home_order is not null));
create index search_token_in_order on search_token (organisation_id, token, home_order, subject_id)
  where subject = 'property';

-- Referrals of what is no case yet are few among all that there ever were.
create index safeguarding_referral_told on safeguarding_referral (organisation_id, promised_at) where case_id is null;
