-- Several messages within an hour ring a phone again and again: whoever writes the next says why they belong together.
alter table message add together_why text not null default '';
