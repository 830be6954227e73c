-- An e-mail with a link for an agency says from which landlord it comes, whom to ring, and until when it opens.
alter table outbox add shared jsonb check (shared is null or waiting is null);
