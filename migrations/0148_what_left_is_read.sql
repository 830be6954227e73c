-- Whoever looks afterwards at what was sent because of danger reads what left, not what would leave today (V3.2): of a
-- file, the document that it was made of, sealed as the file is. Null: a link or a pack, or it left before this was kept.
alter table share_sent add document bytea;
