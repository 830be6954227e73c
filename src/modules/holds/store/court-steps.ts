import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CourtStep } from '#rules/court-steps.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { type HoldAnswer, holdAnswer } from '#rules/hold-answer.ts';
import { factsOf, heldFacts } from './ask.ts';

const row = z.object({ facts: heldFacts, seen: z.boolean() });

/**
 * May court action go on against this tenancy? For whoever is signed in, in one statement that looks the same things
 * up whatever it finds. What a conflict keeps from them is to them as what is not on the register: somebody is asked
 * first.
 */
export async function askCourt(tx: Tx, office: Office, tenancy: string): Promise<HoldAnswer> {
  const { organisation, now } = office;
  const { facts, seen } = await tx.one(
    row,
    sql`select lintel.ask_court(${tenancy}, ${now}) as facts, exists (select from tenancy t
      where t.organisation_id = ${organisation} and t.reference = ${tenancy}) as seen`,
  );
  return holdAnswer(seen ? factsOf(facts) : nothingKnown, 'court_action', now);
}

const nothingKnown = { known: false, told: false, lookedAt: null, held: [], cases: [] } as const;

export interface SaidStep {
  readonly organisation: OrganisationId;
  /** Null: somebody of the income team says it, who is signed in. */
  readonly system: string | null;
  readonly tenancy: string;
  readonly step: CourtStep;
  readonly onDay: Temporal.PlainDate;
  /** Null: it was taken without asking. */
  readonly told: HoldAnswer | null;
  /** Of one that was taken: what is done about it. */
  readonly undone?: string;
  readonly at: Temporal.Instant;
}

/** The statement that keeps a step that was said: before its answer leaves. @returns it, and the step’s id */
export function keepingStep(said: SaidStep): { readonly id: string; readonly statement: Sql } {
  const id = newId<string>();
  const { organisation, system, tenancy, step, onDay, told, undone = '', at } = said;
  const state = told === null ? 'taken' : 'meant';
  return {
    id,
    statement: sql`select lintel.keep_court_step(${organisation}::uuid, ${id}::uuid, ${system}::uuid, ${tenancy},
      ${step}, ${state}, ${onDay}::date, ${told ?? ''}, ${undone}, ${at}::timestamptz)`,
  };
}

const nothing = z.unknown();

/** Somebody of the income team says a step. @returns its id */
export async function keepStep(tx: Tx, said: SaidStep): Promise<string> {
  const { id, statement } = keepingStep(said);
  await tx.rows(nothing, statement);
  return id;
}
