import { z } from 'zod';
import { type Sql, sql } from '#kit/sql.ts';
import type { AgreedChannel } from '#rules/agreement.ts';
import type { Held, HoldCase, HoldContact, HoldFacts } from '#rules/hold-answer.ts';
import type { Question } from '../questions.ts';
import type { Token } from './token.ts';

const contacts = z.array(z.custom<HoldContact>((each) => typeof each === 'string'));

const heldItself = z.object({ ours: z.boolean(), contacts, endedAt: z.string().nullable() });

const heldCase = z.object({
  ours: z.boolean(),
  closedAt: z.string().nullable(),
  here: z.boolean(),
  feared: z.enum(['near', 'elsewhere', 'not_known']),
  spaceFrom: z.string().nullable(),
  respiteFrom: z.string().nullable(),
  respiteUntil: z.string().nullable(),
  agreed: z
    .object({
      channel: z.custom<AgreedChannel>((each) => typeof each === 'string'),
      mayText: z.boolean(),
      mayEmail: z.boolean(),
      mayPost: z.boolean(),
      mayVisit: z.boolean(),
      agreedWithPerson: z.boolean(),
      askedAt: z.string(),
      unsure: z.boolean(),
      changed: z.boolean(),
      moved: z.boolean(),
    })
    .nullable(),
});

/** What is on record around one reference, as the database says it. */
export const heldFacts = z.object({
  known: z.boolean(),
  told: z.boolean(),
  lookedAt: z.string().nullable(),
  held: z.array(heldItself),
  cases: z.array(heldCase),
});

const row = z.object({
  contacts,
  facts: z.array(heldFacts.extend({ reference: z.string() })).nullable(),
});

/** For which kinds of contact a token is, and what is on record about each reference. */
export interface Asking {
  readonly contacts: readonly HoldContact[];
  /** Null: its token is not for this question. */
  readonly facts: readonly (HoldFacts & { readonly reference: string })[] | null;
}

/** How a statement is asked: by itself, or within a transaction. */
export type Ask = <T>(row: z.ZodType<T>, query: Sql) => Promise<readonly T[]>;

/** Asks in one statement; null where there is no such token, or none any more. */
export async function askHolds(
  ask: Ask,
  token: Token,
  by: Question,
  references: readonly string[],
  now: Temporal.Instant,
): Promise<Asking | null> {
  const query = sql`select * from lintel.ask_holds(${token.organisation}, ${token.system}, ${token.hash}, ${by},
    ${references}::text[], ${now})`;
  return asking(await ask(row, query));
}

/** The next page of every tenancy of the register, by its reference. */
export async function listHolds(
  ask: Ask,
  token: Token,
  after: string,
  most: number,
  now: Temporal.Instant,
): Promise<Asking | null> {
  return asking(
    await ask(
      row,
      sql`select * from lintel.list_holds(${token.organisation}, ${token.system}, ${token.hash}, ${after}, ${most},
      ${now})`,
    ),
  );
}

function asking([found]: readonly z.infer<typeof row>[]): Asking | null {
  if (found === undefined) return null;
  const { facts } = found;
  return {
    contacts: found.contacts,
    facts: facts?.map((each) => ({ reference: each.reference, ...factsOf(each) })) ?? null,
  };
}

/** Facts as the rule takes them. */
export function factsOf({ known, told, lookedAt, held, cases }: z.infer<typeof heldFacts>): HoldFacts {
  return { known, told, lookedAt: momentOf(lookedAt), held: held.map(heldOf), cases: cases.map(caseOf) };
}

function momentOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text);
}

function heldOf({ ours, contacts, endedAt }: z.infer<typeof heldItself>): Held {
  return { ours, contacts, endedAt: momentOf(endedAt) };
}

function caseOf({ ours, closedAt, here, feared, agreed, ...court }: z.infer<typeof heldCase>): HoldCase {
  return {
    ours,
    court: {
      spaceFrom: momentOf(court.spaceFrom),
      respiteFrom: dayOf(court.respiteFrom),
      respiteUntil: dayOf(court.respiteUntil),
    },
    closedAt: momentOf(closedAt),
    here,
    feared,
    agreed: agreedOf(agreed),
  };
}

/** Since when something is in doubt does not matter here: only that it is. */
function agreedOf(agreed: z.infer<typeof heldCase>['agreed']): HoldCase['agreed'] {
  if (agreed === null) return null;
  const { unsure, changed, moved, ...rest } = agreed;
  const askedAt = Temporal.Instant.from(agreed.askedAt);
  const since = (doubtful: boolean) => (doubtful ? askedAt : null);
  return {
    ...rest,
    askedAt,
    unsureSince: since(unsure),
    changedSince: since(changed),
    movedSince: since(moved),
  };
}
