import { notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { ownClause, reasonInWords } from '#rules/clauses.ts';
import type { StaffId } from '#rules/facts.ts';
import type { Against } from '#rules/gate.ts';
import { momentInWords } from '#rules/moment.ts';
import {
  type Cancellation,
  cancelledInWords,
  type Dropping,
  type Plan,
  shortChannels,
} from '../appointment.ts';
import { endPlan, insistOpen, refreshNextPlanned } from './ending.ts';
import type { Planned } from './rows.ts';

/** Somebody who is signed in: nobody plans by program. */
type By = Office & { readonly staff: StaffId };

export interface NewPlan extends Plan {
  /** The version of the contact agreement that it was checked against. */
  readonly safeContactId: string | null;
  /** The version of the further way that it goes over; null: the first. */
  readonly agreedWayId: string | null;
  /** What it is against, and why it goes on all the same; both empty where it is within what was agreed. */
  readonly against: readonly Against[];
  readonly outsideWhy: string;
}

/** Plans a visit or a call that was checked (see `checkPlan`); a refusal where the case is closed. @returns its id */
export async function planContact(tx: Tx, office: By, plan: NewPlan): Promise<string> {
  const plannedId = await addPlan(tx, office, plan, null);
  await addEntry(tx, office, {
    caseId: plan.caseId,
    kind: 'visit',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    subjectId: plannedId,
    words:
      `${shortChannels[plan.channel]} planned for ` +
      `${momentInWords(plan.startsAt, office.calendar)}.${goesOn(office, plan)}`,
  });
  await refreshNextPlanned(tx, office, plan.caseId);
  return plannedId;
}

/**
 * The same at another time, or another way: the old one is ended and points at the new one.
 * @returns the new one's id
 */
export async function moveContact(tx: Tx, office: By, from: Planned, plan: NewPlan): Promise<string> {
  await endPlan(tx, office, from, { how: 'moved', reason: '', words: '' });
  const plannedId = await addPlan(tx, office, plan, from.id);
  await happened(tx, office, {
    name: 'contact.cancelled',
    caseId: from.caseId,
    subjectId: from.id,
    data: { movedTo: plannedId },
  });
  const [before, after] = [from.startsAt, plan.startsAt].map((at) => momentInWords(at, office.calendar));
  await addEntry(tx, office, {
    caseId: plan.caseId,
    kind: 'visit',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    subjectId: plannedId,
    words:
      `${shortChannels[from.channel]} of ${before} moved: ${shortChannels[plan.channel].toLowerCase()} on ` +
      `${after}.${goesOn(office, plan)}`,
  });
  await refreshNextPlanned(tx, office, plan.caseId);
  return plannedId;
}

/** It took place: what came of it is recorded as a contact or an attempt. Whoever says so is back, too. */
export async function keepContact(tx: Tx, office: By, planned: Planned): Promise<void> {
  await endPlan(tx, office, planned, { how: 'kept', reason: '', words: '' });
  await happened(tx, office, { name: 'contact.kept', caseId: planned.caseId, subjectId: planned.id });
  await refreshNextPlanned(tx, office, planned.caseId);
}

export async function cancelContact(
  tx: Tx,
  office: By,
  planned: Planned,
  { reason, words }: { reason: Cancellation | Dropping; words: string },
): Promise<void> {
  await endPlan(tx, office, planned, { how: 'cancelled', reason, words });
  await happened(tx, office, {
    name: 'contact.cancelled',
    caseId: planned.caseId,
    subjectId: planned.id,
    data: { reason },
  });
  const what = `${shortChannels[planned.channel]} of ${momentInWords(planned.startsAt, office.calendar)}`;
  await addEntry(tx, office, {
    caseId: planned.caseId,
    kind: 'visit',
    happenedAt: office.now,
    knownAt: office.now,
    source: 'record',
    subjectId: planned.id,
    words: [`${what} ${cancelledInWords(reason)}`, words].filter(Boolean).join('\n\n'),
  });
  await refreshNextPlanned(tx, office, planned.caseId);
}

/**
 * Whoever went is safe; saying it late is saying it. A colleague who hears it from them says it for them, but not once
 * they are missed: then what was found is written down (see `recordFinding`).
 */
export async function checkIn(tx: Tx, office: By, planned: Planned): Promise<void> {
  const said = await tx.run(sql`update planned_contact set checked_in_at = ${office.now}, raise_at = null
    where organisation_id = ${office.organisation} and id = ${planned.id} and checked_in_at is null
      and check_in_by is not null and (missed_at is null or ${office.staff} in (staff_id, second_staff_id))`);
  if (said === 0) throw notFound();
  await happened(tx, office, { name: 'contact.checked-in', caseId: planned.caseId, subjectId: planned.id });
}

function goesOn({ pack }: Office, { against, outsideWhy }: NewPlan): string {
  if (against.length === 0) return '';
  const reasons = against.map((each) => reasonInWords(pack, each)).join('\n');
  return `\n\nIt goes on although it is against what was agreed:\n${reasons}\n\nWhy: ${outsideWhy}`;
}

async function addPlan(tx: Tx, office: By, plan: NewPlan, movedFromId: string | null): Promise<string> {
  await insistOpen(tx, office, plan.caseId);
  const plannedId = newId<string>();
  const { organisation, staff, now } = office;
  const outside = plan.against.map((each) => reasonInWords(office.pack, each));
  await tx.run(sql`insert into planned_contact (organisation_id, id, case_id, staff_id, second_staff_id, channel,
      purpose, starts_at, ends_at, place, also_there, interpreter, lone_working, two_people, two_people_why,
      safe_contact_id, agreed_way_id, outside, outside_why, planned_at, planned_by, moved_from_id, check_in_by)
    values (${organisation}, ${plannedId}, ${plan.caseId}, ${plan.staffId}, ${plan.secondStaffId}, ${plan.channel},
      ${plan.purpose}, ${plan.startsAt}, ${plan.endsAt}, ${plan.place}, ${plan.alsoThere}, ${plan.interpreter},
      ${plan.loneWorking}, ${plan.twoPeople}, ${plan.twoPeopleWhy}, ${plan.safeContactId},
      ${plan.agreedWayId}, ${outside},
      ${outside.length > 0 ? plan.outsideWhy : ''}, ${now}, ${staff}, ${movedFromId}, ${plan.checkInBy})`);
  const { caseId, channel, startsAt } = plan;
  const clauses = [...new Set(plan.against.map(({ basis }) => ownClause(office.pack, basis) || basis))];
  await happened(tx, office, {
    name: 'contact.planned',
    caseId,
    subjectId: plannedId,
    data: { channel, startsAt: startsAt.toString(), against: clauses },
  });
  return plannedId;
}
