-- A child who was told of has a name or a description, an age or a birth date and a school, on the register or not. What
-- was written in lines before stays as it is, and is read from there.
alter table disclosure add children_told jsonb not null default '[]' check (jsonb_typeof(children_told) = 'array');

-- The same of a child in a case, with the day on which it was said: an age does not stay.
alter table case_person add age text not null default '', add born_on date, add school text not null default '';
