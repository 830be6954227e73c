import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import type { SharedWithAgency } from './agency-mail.ts';
import { gaveUpKept, lease, type Outcome, patience } from './delivery.ts';
import { newId } from './ids.ts';
import { type Database, id, sql, type Tx, transact } from './sql.ts';

/**
 * What is kept of an e-mail until it is sent: an address of a colleague, a link into Lintel, and how many things wait
 * there: at once, today, later. Or the work address of an agency, with a link to what was shared with it.
 */
const letterRow = z.object({
  id: z.uuid(),
  to: z.string(),
  link: z.string(),
  attempts: z.number(),
  waiting: z.array(z.number()).readonly().nullable(),
  /** Of a link for an agency: what its reader has to know to trust it; null: it goes to a colleague. */
  shared: z.object({ from: z.string(), call: z.string(), until: z.string() }).readonly().nullable(),
});
export type Letter = z.infer<typeof letterRow>;
type Queued = Pick<Letter, 'to' | 'link' | 'waiting'> & { readonly shared: SharedWithAgency | null };

/** Commits, or is forgotten, with the transaction. */
export async function putInOutbox(
  tx: Tx,
  organisation: OrganisationId,
  { to, link, waiting, shared }: Queued,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`insert into outbox (organisation_id, id, to_address, link, waiting, shared, queued_at,
      next_attempt_at)
    values (${organisation}, ${newId()}, ${to}, ${link}, ${waiting && [...waiting]}::integer[],
      ${shared && JSON.stringify(shared)}, ${now}, ${now})`);
}

/**
 * Takes letters whose time has come, the oldest first. Others leave them alone for as long as the lease runs; if this
 * program dies before it says what became of them, they are tried again after that.
 */
export function takeLetters(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
  most: number,
): Promise<readonly Letter[]> {
  return tx.rows(
    letterRow,
    sql`update outbox o set attempts = o.attempts + 1, next_attempt_at = ${now.add(lease)}
      from (select id from outbox where organisation_id = ${organisation} and gave_up_at is null
        and next_attempt_at <= ${now} order by next_attempt_at limit ${most} for update skip locked) due
      where o.organisation_id = ${organisation} and o.id = due.id
      returning o.id, o.to_address as "to", o.link, o.waiting, o.shared, o.attempts`,
  );
}

/** Writes down what became of a try, unless somebody else has tried since. */
export async function settleLetter(
  tx: Tx,
  organisation: OrganisationId,
  { id: letter, attempts }: Letter,
  outcome: Outcome,
  now: Temporal.Instant,
): Promise<void> {
  const mine = sql`organisation_id = ${organisation} and id = ${letter} and attempts = ${attempts}`;
  if (outcome.how === 'sent') await tx.run(sql`delete from outbox where ${mine}`);
  else if (outcome.how === 'refused')
    await tx.run(
      sql`update outbox set gave_up_at = ${now}, link = '', fault = ${outcome.fault} where ${mine}`,
    );
  else
    await tx.run(
      sql`update outbox set next_attempt_at = ${outcome.at}, fault = ${outcome.fault} where ${mine}`,
    );
}

/** Gives up what nobody took for days, and forgets what was given up long ago. @returns how many were given up */
export async function tidyOutbox(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<number> {
  await tx.run(sql`delete from outbox
    where organisation_id = ${organisation} and gave_up_at < ${now.subtract(gaveUpKept)}`);
  return tx.run(sql`update outbox set gave_up_at = ${now}, link = ''
    where organisation_id = ${organisation} and gave_up_at is null
      and queued_at < ${now.subtract(patience)} and next_attempt_at <= ${now} and attempts > 0`);
}

const organisationRow = z.object({ id: id<OrganisationId>() });
const standingRow = z.object({ waiting: z.number(), gaveUp: z.number() });
export type OutboxStanding = z.infer<typeof standingRow>;

/** How many letters wait, and how many were given up, of all landlords together. */
export async function outboxStanding(db: Database): Promise<OutboxStanding> {
  const landlords = await transact(db, { organisation: null }, (tx) =>
    tx.rows(organisationRow, sql`select organisation_id as id from organisation`),
  );
  const total = { waiting: 0, gaveUp: 0 };
  for (const { id: organisation } of landlords) {
    const { waiting, gaveUp } = await transact(db, { organisation, system: true }, (tx) =>
      tx.one(
        standingRow,
        sql`select count(*) filter (where gave_up_at is null) as waiting,
            count(*) filter (where gave_up_at is not null) as "gaveUp"
          from outbox where organisation_id = ${organisation}`,
      ),
    );
    total.waiting += waiting;
    total.gaveUp += gaveUp;
  }
  return total;
}
