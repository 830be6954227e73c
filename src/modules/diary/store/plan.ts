import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/cases/index.ts';
import { advance } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { ownClause, reasonInWords } from '#rules/clauses.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { type Cancellation, cancellations, type Plan, shortChannels } from '../planned.ts';
import { endPlan, insistOpen, refreshNextPlanned } from './ending.ts';
import type { Planned } from './rows.ts';

/** Somebody who is signed in: nobody plans by program. */
type By = Author & { readonly staff: StaffId };

export interface NewPlan extends Plan {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  /** The version of the contact agreement that it was checked against. */
  readonly safeContactId: string | null;
  /** What it is against, and why it goes on all the same; both empty where it is within what was agreed. */
  readonly against: readonly Against[];
  readonly outsideWhy: string;
}

/** Plans a visit or a call that was checked (see `checkPlan`); a refusal where the case is closed. @returns its id */
export async function planContact(tx: Tx, author: By, plan: NewPlan): Promise<string> {
  const plannedId = await addPlan(tx, author, plan, null);
  await addEntry(tx, author, {
    caseId: plan.caseId,
    kind: 'visit',
    happenedAt: author.now,
    knownAt: author.now,
    source: 'record',
    subjectId: plannedId,
    words: `${shortChannels[plan.channel]} planned for ${momentInWords(plan.startsAt, plan.calendar)}.${goesOn(plan)}`,
  });
  await refreshNextPlanned(tx, author, plan.caseId);
  return plannedId;
}

/** The same at another time, or another way: the old one is ended and points at the new one. @returns the new one's id */
export async function moveContact(tx: Tx, author: By, from: Planned, plan: NewPlan): Promise<string> {
  await endPlan(tx, author, from, { how: 'moved', reason: '', words: '' });
  const plannedId = await addPlan(tx, author, plan, from.id);
  await record(tx, author, {
    name: 'contact.cancelled',
    caseId: from.caseId,
    subjectId: from.id,
    data: { movedTo: plannedId },
  });
  const [before, after] = [from.startsAt, plan.startsAt].map((at) => momentInWords(at, plan.calendar));
  await addEntry(tx, author, {
    caseId: plan.caseId,
    kind: 'visit',
    happenedAt: author.now,
    knownAt: author.now,
    source: 'record',
    subjectId: plannedId,
    words: `${shortChannels[from.channel]} of ${before} moved: ${shortChannels[plan.channel].toLowerCase()} on ${after}.${goesOn(plan)}`,
  });
  await refreshNextPlanned(tx, author, plan.caseId);
  return plannedId;
}

/** It took place: what came of it is recorded as a contact or an attempt. Whoever says so is back, too. */
export async function keepContact(tx: Tx, author: By, planned: Planned): Promise<void> {
  await endPlan(tx, author, planned, { how: 'kept', reason: '', words: '' });
  await record(tx, author, { name: 'contact.kept', caseId: planned.caseId, subjectId: planned.id });
  await refreshNextPlanned(tx, author, planned.caseId);
}

export async function cancelContact(
  tx: Tx,
  author: By,
  planned: Planned,
  { reason, words, calendar }: { reason: Cancellation; words: string; calendar: WorkingCalendar },
): Promise<void> {
  await endPlan(tx, author, planned, { how: 'cancelled', reason, words });
  await record(tx, author, {
    name: 'contact.cancelled',
    caseId: planned.caseId,
    subjectId: planned.id,
    data: { reason },
  });
  const what = `${shortChannels[planned.channel]} of ${momentInWords(planned.startsAt, calendar)} cancelled`;
  await addEntry(tx, author, {
    caseId: planned.caseId,
    kind: 'visit',
    happenedAt: author.now,
    knownAt: author.now,
    source: 'record',
    subjectId: planned.id,
    words: [`${what}: ${labelOf(cancellations, reason).toLowerCase()}.`, words].filter(Boolean).join('\n\n'),
  });
  await refreshNextPlanned(tx, author, planned.caseId);
}

/**
 * Whoever went is safe; saying it late is saying it. A colleague who hears it from them says it for them, but not once
 * they are missed: then what was found is written down (see `recordFinding`).
 */
export async function checkIn(tx: Tx, author: By, planned: Planned): Promise<void> {
  const said = await tx.run(sql`update planned_contact set checked_in_at = ${author.now}, raise_at = null
    where organisation_id = ${author.organisation} and id = ${planned.id} and checked_in_at is null
      and check_in_by is not null and (missed_at is null or ${author.staff} in (staff_id, second_staff_id))`);
  if (said === 0) throw notFound();
  await record(tx, author, { name: 'contact.checked-in', caseId: planned.caseId, subjectId: planned.id });
}

function goesOn({ pack, against, outsideWhy }: NewPlan): string {
  if (against.length === 0) return '';
  const reasons = against.map((each) => reasonInWords(pack, each)).join('\n');
  return `\n\nIt goes on although it is against what was agreed:\n${reasons}\n\nWhy: ${outsideWhy}`;
}

async function addPlan(tx: Tx, author: By, plan: NewPlan, movedFromId: string | null): Promise<string> {
  await insistOpen(tx, author, plan.caseId);
  const plannedId = newId<string>();
  const { organisation, staff, now } = author;
  const outside = plan.against.map((each) => reasonInWords(plan.pack, each));
  await tx.run(sql`insert into planned_contact (organisation_id, id, case_id, staff_id, second_staff_id, channel,
      purpose, starts_at, ends_at, place, also_there, interpreter, lone_working, two_people, two_people_why,
      safe_contact_id, outside, outside_why, planned_at, planned_by, moved_from_id, check_in_by)
    values (${organisation}, ${plannedId}, ${plan.caseId}, ${plan.staffId}, ${plan.secondStaffId}, ${plan.channel},
      ${plan.purpose}, ${plan.startsAt}, ${plan.endsAt}, ${plan.place}, ${plan.alsoThere}, ${plan.interpreter},
      ${plan.loneWorking}, ${plan.twoPeople}, ${plan.twoPeopleWhy}, ${plan.safeContactId}, ${outside},
      ${outside.length > 0 ? plan.outsideWhy : ''}, ${now}, ${staff}, ${movedFromId}, ${plan.checkInBy})`);
  const { pack, calendar, caseId, channel, startsAt } = plan;
  const clauses = [...new Set(plan.against.map(({ basis }) => ownClause(pack, basis) || basis))];
  const eventId = await record(tx, author, {
    name: 'contact.planned',
    caseId,
    subjectId: plannedId,
    data: { channel, startsAt: startsAt.toString(), against: clauses },
  });
  await advance(tx, author, { pack, calendar, event: 'contact.planned', at: now, caseId, eventId });
  return plannedId;
}
