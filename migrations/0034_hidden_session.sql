-- A session that its owner hid from whoever came near: its secret is gone, and a code or the password wakes it under a
-- new one. What the browser holds meanwhile opens nothing else.
alter table session
  add hidden_at timestamptz,
  add hidden_secret_hash bytea,
  add hidden_path text,
  add hidden_tries integer not null default 0,
  add check ((hidden_at is null) = (hidden_secret_hash is null) and (hidden_at is null) = (hidden_path is null));

-- The short code by which somebody comes back; hashed like a password.
alter table credential add short_code_hash text;
