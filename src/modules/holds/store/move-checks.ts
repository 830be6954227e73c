import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { askedAtMost, type MoveAnswer, type MoveFacts, moveAnswer, reasonsIn } from '#rules/move-check.ts';
import { postcodeIn, sectorOf } from '#rules/postcode.ts';
import type { Ask } from './ask.ts';

const row = z.object({
  facts: z.object({
    known: z.boolean(),
    people: z.array(z.uuid()),
    told: z.boolean(),
    feared: z.boolean(),
    drawn: z.boolean(),
    today: z.number(),
    addresses: z.number(),
    cases: z.array(
      z.object({
        id: z.uuid(),
        places: z.array(z.object({ kind: z.string(), place: z.string() })),
        askedAndNone: z.boolean(),
        fearedNear: z.array(z.string()),
        fearedKnown: z.boolean(),
      }),
    ),
  }),
  /** Whether whoever asks finds the household on their register. */
  seen: z.boolean(),
});

export interface MoveQuestion {
  readonly organisation: OrganisationId;
  /** Null: somebody of lettings, who is signed in. */
  readonly system: string | null;
  /** The reference of a person or of a tenancy. */
  readonly household: string;
  readonly address: string;
  readonly postcode: string;
  readonly at: Temporal.Instant;
}

/** A question with its answer; where it met a case, with why, which is told to the team of that case alone. */
export interface MoveAsked extends MoveQuestion {
  readonly told: MoveAnswer;
  readonly people: readonly string[];
  readonly met: readonly { readonly id: string; readonly why: readonly string[] }[];
}

/** Asks in one statement that looks the same things up whatever it finds. */
export async function askMove(ask: Ask, question: MoveQuestion): Promise<MoveAsked> {
  const { organisation, system, household, address, at } = question;
  const postcode = postcodeIn(question.postcode) ?? '';
  const seen = system
    ? sql`true`
    : sql`exists (select from tenancy t where t.organisation_id = ${organisation} and t.reference = ${household})
      or exists (select from person p where p.organisation_id = ${organisation} and p.reference = ${household})`;
  const [found] = await ask(
    row,
    sql`select lintel.move_facts(${organisation}::uuid, ${system}::uuid, ${household}, ${address}, ${postcode},
      ${sectorOf(postcode) ?? ''}, ${at}::timestamptz) as facts, (${seen}) as seen`,
  );
  const { facts, seen: known } = row.parse(found);
  const aDay = system ? askedAtMost.aDayOfASystem : askedAtMost.aDay;
  const tooMany = facts.today >= aDay || facts.addresses >= askedAtMost.addresses;
  const all: MoveFacts = { ...facts, known: facts.known && known, tooMany };
  const met = facts.cases.map((one) => ({ id: one.id, why: reasonsIn(postcode, one) }));
  const answered = { ...question, postcode, told: moveAnswer(postcode, all), met };
  return { ...answered, people: known ? facts.people : [] };
}

/** The statement that keeps it. @returns it, and the id of the question */
export function keepingMove(asked: MoveAsked): { readonly id: string; readonly statement: Sql } {
  const id = newId<string>();
  const { organisation, system, household, people, address, postcode, told, met, at } = asked;
  return {
    id,
    statement: sql`select lintel.keep_move_check(${organisation}::uuid, ${id}::uuid, ${system}::uuid, ${household},
      ${[...people]}::uuid[], ${address}, ${postcode}, ${told}, ${JSON.stringify(met)}::jsonb, ${at}::timestamptz)`,
  };
}

/** Longer than any question takes, in milliseconds: who measures learns nothing of what was looked through. */
const floor = 250;

/** Begun before anything is looked up, and waited for before the answer leaves. */
export function asLateAsAny(): Promise<void> {
  return pause(floor);
}
