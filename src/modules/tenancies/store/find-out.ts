import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import { nextWorkingDay, timeOn, today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { type EventAnswer, type Found, mayGoAhead } from '#rules/may-go-ahead.ts';
import { tenancyEvents } from '#rules/tenancy-events.ts';
import { labelOf } from '#rules/words.ts';
import { goesAheadFacts } from '../facts.ts';
import { foundInWords } from '../found-words.ts';
import { oneCheck } from './checks.ts';
import { findEvent, ownChecks } from './events.ts';

/** What was found out, and how it is to be answered; null: it stays held. */
export interface FoundOut extends Found {
  readonly words: string;
  readonly answer: EventAnswer | null;
}

/** For the team alone: whoever holds the tenancy too must not learn of it from a copy. */
const forTheTeam = { kind: 'decision', source: 'record', disclosableTo: [] } as const;

/** In a case: written down, and where it is to be answered, put to a manager who was not the one to find it out. */
export async function findOutInCase(
  tx: Tx,
  office: Office,
  { caseId, checkId, ...found }: FoundOut & { readonly caseId: CaseId; readonly checkId: string },
): Promise<string | null> {
  const { organisation, staff, now } = office;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  const check = await oneCheck(tx, organisation, caseId, checkId);
  if (check.answer !== null) throw new Fault('stale');
  const { answer, words } = found;
  if (answer === 'goes_ahead') insist(mayGoAhead({ ...goesAheadFacts(check, file), found }));
  if (answer !== null && check.answers.some(({ decision }) => decision === null)) throw new Fault('stale');
  const findingId = await writeFinding(tx, office, checkId, caseId, found);
  const about = { caseId, subjectId: checkId } as const;
  await happened(tx, office, { name: 'tenancy-event.checked', ...about, keepsOnly: 'its subject' });
  const what = `${labelOf(tenancyEvents, check.kind)}. ${foundInWords(found)}`;
  const said = { ...forTheTeam, ...about, happenedAt: now, knownAt: now };
  if (answer === null) {
    await addEntry(tx, office, { ...said, words: `${what} ${words}` });
    return null;
  }
  const answerId = newId<string>();
  await tx.run(sql`insert into tenancy_event_answer (organisation_id, id, case_id, check_id, finding_id, answer, why,
      proposed_by, proposed_at)
    values (${organisation}, ${answerId}, ${caseId}, ${checkId}, ${findingId}, ${answer}, ${words}, ${staff}, ${now})`);
  await happened(tx, office, { name: 'tenancy-event.answer-proposed', ...about });
  await addEntry(tx, office, { ...said, words: `${what} It is put to a manager. ${words}` });
  const managers = await listStaff(tx, organisation, { roles: ['da_manager'] });
  const staffIds = managers.map((each) => each.id).filter((each) => each !== staff);
  await notify(tx, office, { staffIds, kind: 'tenancy_event_to_decide', caseId });
  return answerId;
}

const still = z.object({ given: z.boolean() });

/** Where nobody is known to suffer for it, by whoever it was given to, and once. */
export async function findOut(
  tx: Tx,
  office: Office,
  { eventId, ...found }: FoundOut & { readonly eventId: string },
): Promise<void> {
  const { organisation, staff, now, calendar } = office;
  const event = await findEvent(tx, organisation, eventId);
  const check = (await ownChecks(tx, organisation, eventId)).find(({ caseId }) => caseId === null);
  if (!event || !check) throw notFound();
  const { given } = await tx.one(still, sql`select lintel.tenancy_event_still_given(${eventId}) as given`);
  if (!given || check.answer !== null) throw new Fault('stale');
  const { answer } = found;
  if (answer === 'goes_ahead') insist(mayGoAhead({ kind: event.kind, inCase: false, danger: false, found }));
  await writeFinding(tx, office, check.id, null, found);
  await record(tx, office, { name: 'tenancy-event.looked-into', subjectId: eventId });
  if (answer === null) return;
  await tx.run(sql`update tenancy_event_check set answer = ${answer}, answered_at = ${now}, answered_by = ${staff},
      tells_from = ${tellsFrom({ now, calendar })}
    where organisation_id = ${organisation} and id = ${check.id}`);
  await record(tx, office, { name: 'tenancy-event.answered', subjectId: eventId, data: { why: answer } });
}

/** In the morning of the next working day, whatever is answered. */
export function tellsFrom({ now, calendar }: Pick<Office, 'now' | 'calendar'>): Temporal.Instant {
  return timeOn(nextWorkingDay(today({ now, calendar }), calendar), calendar.opens, calendar);
}

async function writeFinding(
  tx: Tx,
  { organisation, staff, now }: Office,
  checkId: string,
  caseId: CaseId | null,
  { servedBy, freeWill, advice, home, words }: FoundOut,
): Promise<string> {
  const id = newId<string>();
  await tx.run(sql`insert into tenancy_event_finding (organisation_id, id, check_id, case_id, served_by, free_will,
      advice, home, words, found_at, found_by)
    values (${organisation}, ${id}, ${checkId}, ${caseId}, ${servedBy}, ${freeWill}, ${advice}, ${home}, ${words},
      ${now}, ${staff})`);
  return id;
}
