import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { askAlone } from '#kit/alone.ts';
import { type Database, type Sql, sql } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import type { Code } from '../answers.ts';
import type { Question } from '../questions.ts';

/** What a system asked, and what it is told as soon as this is kept. */
export interface Asked {
  readonly organisation: OrganisationId;
  readonly system: string;
  readonly at: Temporal.Instant;
  readonly question: Question;
  readonly contacts: readonly HoldContact[];
  readonly asked: readonly string[];
  readonly told: readonly Code[];
}

interface Keeping {
  waiting: { readonly asked: Asked; readonly end: PromiseWithResolvers<void> }[];
  running: boolean;
}
/** What the statement gives back. */
const nothing = z.unknown();
const keepings = new WeakMap<Database, Keeping>();

/** So long requests gather, in milliseconds, to be kept together. */
const gathered = 3;

/**
 * Resolves once this is on the record: an answer that nobody could find again never leaves. What is asked at the same
 * moment is written together, and leaves together, whatever was found.
 */
export function keepAsked(db: Database, asked: Asked): Promise<void> {
  const keeping = keepings.get(db) ?? { waiting: [], running: false };
  keepings.set(db, keeping);
  const end = Promise.withResolvers<void>();
  keeping.waiting.push({ asked, end });
  if (!keeping.running) keepWaiting(db, keeping);
  return end.promise;
}

async function keepWaiting(db: Database, keeping: Keeping): Promise<void> {
  keeping.running = true;
  while (keeping.waiting.length > 0) {
    await pause(gathered);
    const taken = keeping.waiting;
    keeping.waiting = [];
    const error = await keep(
      db,
      taken.map(({ asked }) => asked),
    ).then(
      () => null,
      (thrown: unknown) => ({ thrown }),
    );
    for (const { end } of taken) error === null ? end.resolve() : end.reject(error.thrown);
  }
  keeping.running = false;
}

function keep(db: Database, all: readonly Asked[]): Promise<unknown> {
  return askAlone(db, nothing, keeping(all));
}

/** The statement that writes them down. */
export function keeping(all: readonly Asked[]): Sql {
  const rows = all.map(({ organisation, system, at, question, contacts, asked, told }) => ({
    organisation_id: organisation,
    system_id: system,
    asked_at: at.toString(),
    question,
    contacts,
    asked,
    told: told.join(''),
  }));
  return sql`select lintel.keep_holds_asked(${JSON.stringify(rows)}::jsonb)`;
}
