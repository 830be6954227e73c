import assert from 'node:assert/strict';
import { z } from 'zod';
import { id, sql, transact } from '#kit/sql.ts';
import { jobs } from '#modules/tenancies/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { mediationIn } from './mediation-lived-in.ts';
import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';

/** Somebody enters a notice to quit. @returns its page */
export function says(colleague: Colleague, tenancy: string, more: Fields = {}): Promise<string> {
  const words = 'A letter at the desk, signed by one of them: a month from the first';
  return colleague.finishes('/tenancy-events/new', { tenancy, kind: 'notice_to_quit', words, ...more });
}

/** What nobody has found out yet but in words. */
export const foundOut: Fields = {
  ...{ servedBy: 'not_known', freeWill: 'not_asked', advice: 'not_yet', home: 'not_yet', answer: 'held' },
  words: 'Rang the number that was agreed: it was signed at his wish, she says',
};

/** @returns the address of the newest that is held in that case */
export async function anEventIn(worker: Colleague, file: string): Promise<string> {
  const { body } = await worker.get(`${file}/tenancy-events`);
  const path = /href="(\/cases\/[0-9a-f-]{36}\/tenancy-events\/[0-9a-f-]{36})\/finding"/.exec(body)?.[1];
  assert.ok(path, 'nothing is held in the case');
  return path;
}

/** The program looks whom what is held concerns. */
export async function isLookedAt({ lintel, landlord }: Office): Promise<void> {
  for (const job of jobs) await job.run(lintel.services, landlord.organisation);
}

/** One that concerns the case of somebody who holds that tenancy. */
export async function anEventConcerns(office: Office, tenancy = 'T1'): Promise<void> {
  await says(office.worker, tenancy, { kind: 'name_added' });
  await isLookedAt(office);
}

/** An answer that waits for a manager. @returns the page on which it is decided */
export async function anAnswerWaits({ worker }: Pick<Office, 'worker'>, file: string): Promise<string> {
  await worker.finishes(`${await anEventIn(worker, file)}/finding`, { ...foundOut, answer: 'stopped' });
  const { body } = await worker.get(`${file}/tenancy-events`);
  const decision = /href="(\/cases\/[0-9a-f-]{36}\/tenancy-events\/answers\/[0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(decision, 'nothing waits for a manager');
  return decision;
}

/** Who of the team was chosen to look into it: anybody, each in turn. */
export async function givenTo({ lintel, landlord }: Office, event: string): Promise<StaffId> {
  const { organisation } = landlord;
  const { given } = await transact(lintel.services.db, { organisation, system: true }, (tx) =>
    tx.one(givenRow, sql`select given_to as given from tenancy_event where id = ${last(event)}`),
  );
  return given;
}

const givenRow = z.object({ given: id<StaffId>() });

/** Whoever was chosen in turn, it is that colleague who is asked. */
export async function askedOf({ lintel }: Office, event: string, colleague: Colleague): Promise<void> {
  for (const statement of [
    'tenancy_event set given_to = $2 where id',
    'tenancy_event_check set given_to = $2 where event_id',
  ])
    await lintel.database.owner.query(`update ${statement} = $1`, [last(event), colleague.staff]);
}

/** What is held of no case, for that colleague to look into, and in one, and waits for a manager. @returns ids */
export async function changesHeldIn(
  office: Office,
  everybody: Colleague,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const event = await says(office.worker, 'T9');
  await says(office.worker, 'T1');
  await isLookedAt(office);
  await askedOf(office, event, everybody);
  const check = await anEventIn(office.worker, file);
  const answer = await anAnswerWaits(office, file);
  await says(office.worker, 'T1', { kind: 'surrender' });
  await isLookedAt(office);
  const change = await asksForChange(office.worker, file);
  await settles(office.worker, change, 'advice');
  return {
    '/cases/:id/tenancy-changes/:change': last(change),
    '/tenancy-events/:event': last(event),
    '/cases/:id/tenancy-events/:check': last(check),
    '/cases/:id/tenancy-events/answers/:answer': last(answer),
  };
}

/** With mediation that was asked for. */
export async function tenanciesIn(office: Office, everybody: Colleague, file: string) {
  return { ...(await changesHeldIn(office, everybody, file)), ...(await mediationIn(office, file)) };
}

const answeredIt = { who: 'The solicitor of the advice centre', words: 'Her letter of this morning says so' };
const today = { 'settled-day': '18', 'settled-month': '11', 'settled-year': '2026' };

/** They ask for a change of their tenancy. @returns its page */
export function asksForChange(worker: Colleague, file: string, route = 'court_transfer'): Promise<string> {
  return worker.finishes(`${file}/tenancy-changes/new`, {
    route,
    words: 'She wants the home in her own name',
  });
}

/** One thing is settled. */
export async function settles(
  worker: Colleague,
  change: string,
  item: string,
  answer = 'yes',
): Promise<void> {
  await worker.finishes(`${change}/item`, { ...answeredIt, ...today, item, answer });
}

function last(path: string): string {
  return path.split('/').at(-1) ?? '';
}
