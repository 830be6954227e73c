import { type Sql, sql } from '#kit/sql.ts';

/** A number or a mailbox, however it was written. */
const plain = (value: Sql): Sql =>
  sql`regexp_replace(regexp_replace(lower(${value}), '[^[:alnum:]@]', '', 'g'), '^(0044|44)0?', '0')`;

/**
 * Messages that came back from a number or a mailbox that is no more, with what it was; and ways that led to a phone
 * that is lost.
 */
export const cameBack = sql`(select m.organisation_id, m.case_id, m.gone_at, m.safe_contact_id, m.agreed_way_id,
    m.way_id, coalesce(gw.value, gs.value, '') as value
  from message m
  left join safe_contact gs on gs.organisation_id = m.organisation_id and gs.id = m.safe_contact_id
  left join agreed_way gw on gw.organisation_id = m.organisation_id and gw.id = m.agreed_way_id
  where m.gone_at is not null
  union all select l.organisation_id, l.case_id, l.recorded_at, l.safe_contact_id, l.agreed_way_id, lw.way_id,
    coalesce(lw.value, ls.value, '')
  from stock_loss l
  left join safe_contact ls on ls.organisation_id = l.organisation_id and ls.id = l.safe_contact_id
  left join agreed_way lw on lw.organisation_id = l.organisation_id and lw.id = l.agreed_way_id
  where l.safe_contact_id is not null or l.agreed_way_id is not null)`;

/**
 * It may come back days after: whatever was agreed of the same number or mailbox in between does not know of it,
 * neither as another version nor as another way.
 */
export const sameAsWent = (version: Sql, went: Sql): Sql =>
  sql`${went}.gone_at > ${version}.recorded_at and ${version}.value <> ''
    and ${plain(sql`${version}.value`)} = ${plain(sql`${went}.value`)}`;
