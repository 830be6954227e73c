import { Fault, insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { callTookPlace, dropPromisedCall } from '#modules/diary/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import {
  becomes,
  type CameOf,
  type EndedHow,
  mayBeAnswered,
  mayWish,
  type Tried,
  type Wish,
} from '../promised-call.ts';
import { endedInWords } from '../words.ts';
import { promiseCall } from './promise.ts';
import { callOf, callsOf, type PromisedCall } from './rows.ts';

interface Ending {
  readonly how: EndedHow;
  readonly at: Temporal.Instant;
  readonly cameOf?: 'spoke' | 'nobody' | 'line' | '';
  readonly words?: string;
  readonly contactId?: string | null;
  /** Of one that was moved: for when. */
  readonly to?: Temporal.Instant | null;
}

const events = { rung: 'call.rung', moved: 'call.moved', let_go: 'call.let-go' } as const;

/** What became of one promise, once: it keeps, or ends, that promise alone. */
async function endCall(tx: Tx, office: Office, call: PromisedCall, ending: Ending): Promise<void> {
  const { organisation, staff, now } = office;
  const { how, at, cameOf = '', words = '', contactId = null, to = null } = ending;
  const { caseId, disclosureId } = call;
  const movedTo =
    how === 'moved' && to
      ? await promiseCall(tx, office, { caseId, disclosureId, to: call.to, at: to, promisedAt: at })
      : null;
  const ended = await tx.run(sql`update promised_call set ended_how = ${how}, ended_at = ${at},
      ended_recorded_at = ${now}, ended_by = ${staff}, came_of = ${cameOf}, words = ${words},
      contact_id = ${contactId}, moved_to = ${movedTo}
    where organisation_id = ${organisation} and id = ${call.id} and ended_how is null`);
  if (ended === 0) throw new Fault('stale');
  const about = caseId ? { caseId } : { disclosureId };
  const theirWish = how !== 'rung';
  const told = { name: events[how], subjectId: call.id, happenedAt: at, keepsOnly: 'its subject' } as const;
  await happened(tx, office, { ...told, ...about, theirWish });
}

export interface OfContact extends Tried {
  readonly caseId: CaseId;
  readonly contactId: string | null;
  readonly wish: Wish;
  /** When somebody rings next, as it was promised in this contact. */
  readonly ringAt: Temporal.Instant | null;
}

/**
 * A contact or an attempt is on record: the calls to the person that it was, or moves, end by it; what they said is of
 * the call that is next. And a call that was promised in it is owed.
 */
export async function callsAfterContact(tx: Tx, office: Office, contact: OfContact): Promise<void> {
  const { caseId, contactId, happenedAt: at, wish, ringAt, reached } = contact;
  insist(mayWish(wish, reached));
  // As they stand now, not as when the form was loaded: a contact saved at the same moment may have kept one.
  const calls = await callsOf(tx, office.organisation, { caseId });
  const owed = calls.filter(({ to, endedHow }) => to === 'person' && endedHow === null);
  let moved = false;
  for (const [index, call] of owed.entries()) {
    const how = becomes(call, contact, index === 0 ? wish : 'still');
    if (how === 'still' || (how === 'moved' && ringAt === null)) continue;
    await endCall(tx, office, call, { how, at, contactId, to: ringAt });
    moved ||= how === 'moved';
    if (!call.plannedId || office.staff === null) continue;
    const planned = { caseId, plannedId: call.plannedId };
    if (how === 'rung') await callTookPlace(tx, { ...office, staff: office.staff }, planned);
    else {
      const said = how === 'moved' ? 'another_time' : 'let_go';
      await dropPromisedCall(tx, { ...office, staff: office.staff }, planned, said);
    }
  }
  if (ringAt !== null && !moved)
    await promiseCall(tx, office, { caseId, to: 'person', at: ringAt, promisedAt: at });
}

export interface Answered {
  readonly cameOf: CameOf;
  readonly happenedAt: Temporal.Instant;
  readonly words: string;
  readonly ringAt: Temporal.Instant | null;
}

/** What came of ringing somebody whose calls are no contacts of a case; behind a wall there is none. */
export async function answerCall(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  callId: string,
  { cameOf, happenedAt: at, words, ringAt }: Answered,
): Promise<void> {
  const call = await callOf(tx, office.organisation, callId);
  if (!call) throw notFound();
  insist(mayBeAnswered(call));
  const wish = cameOf === 'moved' || cameOf === 'let_go';
  const ending = wish ? ({ how: cameOf, to: ringAt } as const) : ({ how: 'rung', cameOf } as const);
  await endCall(tx, office, call, { ...ending, at, words });
  if (!call.caseId) return;
  const ended = { ...call, endedHow: ending.how, endedAt: at, cameOf: wish ? ('' as const) : cameOf, words };
  await addEntry(tx, office, {
    caseId: call.caseId,
    ...{ kind: 'action', source: 'record', happenedAt: at, knownAt: at, disclosableTo: [] },
    words: endedInWords(ended, office),
  });
}
