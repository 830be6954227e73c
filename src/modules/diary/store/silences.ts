import { z } from 'zod';
import { Fault } from '#kit/http/errors.ts';
import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { id, sql, type Tx, transact } from '#kit/sql.ts';
import { type Colleague, listStaff } from '#modules/account/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { dutySpans } from '#modules/rota/index.ts';
import { type CaseId, caseRoles, type OrganisationId, type StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { shortChannels } from '../appointment.ts';
import { type Finding, findings, toRaise, whoWent } from '../lone-working.ts';
import { tellOrTeam } from './check-ins.ts';
import type { Planned } from './rows.ts';

const batch = 50;
const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  staffId: id<StaffId>(),
  secondStaffId: id<StaffId>().nullable(),
});

/**
 * Whoever was missed and is still not heard of: the managers on duty and everybody up the line are told, once, and it
 * stays on a manager's day until somebody writes down what was found. @returns how many it was told of
 */
export async function raiseUnheard(services: Services, organisation: OrganisationId): Promise<number> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const waiting = await tx.rows(
      row,
      sql`select id, case_id as "caseId", staff_id as "staffId", second_staff_id as "secondStaffId"
        from planned_contact where organisation_id = ${organisation} and raise_at <= ${office.now}
        order by raise_at limit ${batch} for update skip locked`,
    );
    if (waiting.length === 0) return 0;
    for (const each of waiting) await raise(tx, office, each);
    return waiting.length;
  });
}

async function raise(tx: Tx, office: Office, planned: z.infer<typeof row>): Promise<void> {
  const { organisation, now } = office;
  const { id: subjectId, caseId } = planned;
  await tx.run(sql`update planned_contact set raise_at = null, raised_at = ${now}
    where organisation_id = ${organisation} and id = ${subjectId}`);
  const staff = await listStaff(tx, organisation);
  const team = staff.filter(({ roles }) => roles.some((role) => caseRoles.includes(role)));
  const onDuty = await onDutyNow(tx, office, team);
  const went = whoWent(planned);
  const notice = { kind: 'check_in_raised', caseId, staffIds: toRaise(went, staff, onDuty) } as const;
  const told = await tellOrTeam(tx, office, notice, went, team);
  await happened(tx, office, { name: 'contact.check-in-raised', caseId, subjectId, data: { told } });
}

async function onDutyNow(
  tx: Tx,
  { organisation, now, calendar }: Office,
  team: readonly Colleague[],
): Promise<ReadonlySet<StaffId>> {
  const staffIds = team.map((each) => each.id);
  const span = { from: now, to: now.add({ minutes: 1 }) };
  const spans = await dutySpans(tx, organisation, { calendar, staffIds, ...span });
  return new Set(spans.map(({ staffId }) => staffId));
}

/** Somebody spoke with those who were missed, or saw to it that help came. `stale` where a colleague said it first. */
export async function recordFinding(
  tx: Tx,
  office: Office & { readonly staff: StaffId },
  planned: Planned,
  { found, words }: { readonly found: Finding; readonly words: string },
): Promise<void> {
  const { organisation, staff, now, calendar } = office;
  const { id: subjectId, caseId, channel, startsAt } = planned;
  const written = await tx.run(sql`update planned_contact set found_at = ${now}, found_by = ${staff},
      found = ${found}, found_words = ${words}, raise_at = null, version = version + 1
    where organisation_id = ${organisation} and id = ${subjectId} and missed_at is not null and found_at is null
      and version = ${planned.version}`);
  if (written === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'contact.finding-recorded', caseId, subjectId, data: { found } });
  // How the colleague is belongs to them: the case says no more than that they were looked for.
  await addEntry(tx, office, {
    caseId,
    kind: 'visit',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    subjectId,
    words:
      `${shortChannels[channel]} of ${momentInWords(startsAt, calendar)}: our colleague had not checked in. ` +
      `${labelOf(findings, found)}.`,
  });
}
