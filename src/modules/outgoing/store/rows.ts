import { z } from 'zod';
import { id, instant, plainDate, type Sql, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import type { Held } from '#rules/against-post.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { languageCodes } from '#rules/languages.ts';
import type { Reading, SendingChannel } from '#rules/may-send.ts';
import type { Purpose } from '#rules/purposes.ts';
import type { Over } from '#rules/ways.ts';
import { askers, messageStates, type Step, sendingChannels } from '../standing.ts';

const values = <T extends string>(choices: readonly { readonly value: T }[]) =>
  z.enum(choices.map(({ value }) => value) as [T, ...T[]]);

const reasons: z.ZodType<readonly Held[]> = z.array(
  z.object({ reason: z.string(), basis: z.string() as unknown as z.ZodType<Purpose>, opens: z.string() }),
);

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  channel: values(sendingChannels) as z.ZodType<SendingChannel>,
  over: z.string() as z.ZodType<Over>,
  says: z.enum(['neutral', 'something']),
  words: z.string(),
  language: z.enum(languageCodes),
  printedAt: instant.nullable(),
  learners: learnerRows,
  askedForBy: values(askers),
  writtenBy: id<StaffId>().nullable(),
  writtenByName: z.string().nullable(),
  writtenAt: instant,
  usefulUntil: plainDate,
  replacesId: z.uuid().nullable(),
  repeatsId: z.uuid().nullable(),
  together: z.array(z.object({ otherId: z.uuid(), why: z.string(), by: id<StaffId>(), byName: z.string() })),
  state: values(messageStates),
  reasons,
  asks: z.boolean(),
  lookAt: instant.nullable(),
  tries: z.number(),
  sentAt: instant.nullable(),
  fault: z.string(),
  version: z.number(),
  read: z.array(z.object({ words: z.string(), by: id<StaffId>() })) as unknown as z.ZodType<
    readonly Reading[]
  >,
});
/** A message to the person, as it is kept. */
export type KeptMessage = z.infer<typeof row>;

const columns = sql`m.id, m.case_id as "caseId", m.channel, coalesce(m.way_id::text, 'first') as over, m.says, m.words,
  m.language, m.printed_at as "printedAt", m.learners,
  m.asked_for_by as "askedForBy", m.written_by as "writtenBy", s.name as "writtenByName",
  m.written_at as "writtenAt", m.useful_until as "usefulUntil", m.replaces_id as "replacesId",
  m.repeats_id as "repeatsId", m.state, m.reasons,
  m.asks, m.look_at as "lookAt", m.tries, m.sent_at as "sentAt", m.fault, m.version,
  coalesce((select jsonb_agg(jsonb_build_object('words', r.words, 'by', r.read_by)) from message_reading r
    where r.organisation_id = m.organisation_id and r.message_id = m.id), '[]') as read,
  coalesce((select jsonb_agg(jsonb_build_object('otherId', t.other_id, 'why', t.why, 'by', t.said_by, 'byName', p.name)
      order by t.said_at, t.id) from message_together t
    join staff p on p.organisation_id = t.organisation_id and p.id = t.said_by
    where t.organisation_id = m.organisation_id and t.message_id = m.id), '[]') as together`;

function such(where: Sql): Sql {
  return sql`select ${columns} from message m
    left join staff s on s.organisation_id = m.organisation_id and s.id = m.written_by where ${where}`;
}

/** Of one case: what asks for somebody first, then the newest. */
export function messagesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly KeptMessage[]> {
  return tx.rows(
    row,
    sql`${such(sql`m.organisation_id = ${organisation} and m.case_id = ${caseId}`)}
      order by m.asks desc, m.written_at desc, m.id desc limit 100`,
  );
}

/** One message of a case; null for one of another, or behind a wall. */
export function messageOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  message: string,
): Promise<KeptMessage | null> {
  return tx.maybe(
    row,
    such(sql`m.organisation_id = ${organisation} and m.case_id = ${caseId} and m.id = ${message}`),
  );
}

/**
 * One whose time has come, kept from others until this transaction ends; null: none, or others have it. What names it,
 * as another that repeats it does, may be written meanwhile: else whoever does that and whoever looks at this one would
 * wait for each other.
 */
export function takeDue(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<KeptMessage | null> {
  return tx.maybe(
    row,
    sql`${such(sql`m.organisation_id = ${organisation} and m.look_at <= ${now}`)}
      order by m.look_at, m.id limit 1 for no key update of m skip locked`,
  );
}

/** Looks again at what is next only in a while: looking at it failed. */
export async function postponeDue(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<void> {
  await tx.run(sql`update message set look_at = ${now.add({ minutes: 5 })} where organisation_id = ${organisation}
    and id = (select id from message where organisation_id = ${organisation} and look_at <= ${now}
      order by look_at, id limit 1)`);
}

/** Letters that may leave and never were on paper, the oldest first: what was, is printed again by itself. */
export function readyLetters(tx: Tx, organisation: OrganisationId): Promise<readonly KeptMessage[]> {
  return tx.rows(
    row,
    sql`${such(sql`m.organisation_id = ${organisation} and m.channel = 'post' and m.state = 'ready'
      and m.printed_at is null and not exists (select from message_step t
        where t.organisation_id = m.organisation_id and t.message_id = m.id and t.step = 'printed')`)}
      order by m.written_at, m.id limit 25`,
  );
}

/** The same one, kept from others until this transaction ends. */
export function keepFromOthers(
  tx: Tx,
  organisation: OrganisationId,
  message: string,
): Promise<KeptMessage | null> {
  return tx.maybe(
    row,
    sql`${such(sql`m.organisation_id = ${organisation} and m.id = ${message}`)} for no key update of m`,
  );
}

const stepRow = z.object({
  step: z.string() as unknown as z.ZodType<Step>,
  at: instant,
  byName: z.string().nullable(),
  reasons,
  note: z.string(),
});
export type KeptStep = z.infer<typeof stepRow>;

/** What happened to it, the earliest first. */
export function stepsOf(tx: Tx, organisation: OrganisationId, message: string): Promise<readonly KeptStep[]> {
  return tx.rows(
    stepRow,
    sql`select t.step, t.at, s.name as "byName", t.reasons, t.note from message_step t
      left join staff s on s.organisation_id = t.organisation_id and s.id = t.by
      where t.organisation_id = ${organisation} and t.message_id = ${message} order by t.at, t.id limit 200`,
  );
}
