-- Something that is to be done once in a case may be done before its promise begins: an assessment that was finished
-- before the first contact was written down. Whether that counts belongs to the terms under which a promise began.
alter table obligation add even_before boolean not null default false;
