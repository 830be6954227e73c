import { z } from 'zod';
import { concerns } from '#kit/drafts/drafts.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import { remembered } from '../lockout.ts';
import { draftKept, draftNotice, sessionKept } from '../retention.ts';
import { tell } from './confirmations.ts';

const staffIdRow = z.object({ staff_id: z.uuid() });

/**
 * Tells each colleague once of drafts that come to their end; of none about a case from which a conflict keeps them.
 * @returns how many colleagues were told
 */
export async function tellOfOldDrafts(tx: Tx, author: Author): Promise<number> {
  const { organisation, now } = author;
  const before = now.subtract(draftKept).add(draftNotice);
  const found = await tx.rows(
    staffIdRow,
    sql`with due as (
        update draft set told_at = ${now}
        where organisation_id = ${organisation} and saved_at < ${before} and told_at is null
        returning staff_id, ${concerns} as concerns)
      select distinct f.id as staff_id from due d
        join staff f on f.organisation_id = ${organisation} and f.id = d.staff_id and f.ended_at is null
      where not d.concerns && array(select lintel.kept_away(d.staff_id, d.concerns))`,
  );
  for (const { staff_id } of found) await tell(tx, author, staff_id as StaffId, 'draft_ending');
  return found.length;
}

/** Deletes what is needed no longer, and records how much it was (UK GDPR, article 5(1)(e)). */
export async function forgetOld(tx: Tx, author: Author): Promise<void> {
  const { organisation, now } = author;
  const drafts = await forgetDrafts(tx, author);
  const failures = await tx.run(sql`delete from sign_in_failure
    where organisation_id = ${organisation} and failed_at < ${now.subtract(remembered)}`);
  const sessions = await tx.run(sql`delete from session
    where organisation_id = ${organisation} and ends_at < ${now.subtract(sessionKept)}`);
  if (drafts + failures + sessions > 0)
    await record(tx, author, { name: 'retention.applied', data: { drafts, failures, sessions } });
}

/**
 * A draft goes a week after its author, who had been told, was signed in: nobody finds what they wrote gone because
 * they were away. What a colleague left behind whose account has ended can be read by nobody, and goes by its age.
 */
function forgetDrafts(tx: Tx, { organisation, now }: Author): Promise<number> {
  const noticed = now.subtract(draftNotice);
  return tx.run(sql`delete from draft d using staff f
    where d.organisation_id = ${organisation} and d.saved_at < ${now.subtract(draftKept)}
      and f.organisation_id = d.organisation_id and f.id = d.staff_id
      and (f.ended_at < ${now.subtract(draftKept)} or d.told_at < ${noticed} and exists (
        select from session s where s.organisation_id = d.organisation_id and s.staff_id = d.staff_id
          and s.started_at < ${noticed} and s.seen_at >= d.told_at
          and (s.second_factor or not exists (select from credential k where k.organisation_id = d.organisation_id
            and k.staff_id = d.staff_id and k.totp_enrolled_at is not null))))`);
}
