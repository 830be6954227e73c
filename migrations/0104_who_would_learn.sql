-- Who would learn what leaves, as whoever made it was shown before: kept with what left. It names nobody
-- beyond whom the person told us of, as whoever reads it later may be kept from somebody on the register. Empty: it
-- left before this was kept.
alter table chronology_export add learners jsonb not null default '[]';
alter table plan_copy add learners jsonb not null default '[]';
alter table assessment_copy add learners jsonb not null default '[]';
