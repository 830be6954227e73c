import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import { boundsOf, nextLook, reaches } from '../bounds.ts';
import { type EndingFacts, mayLast } from '../deciding.ts';
import { forTheTeam, monthsInWords } from '../words.ts';
import { awaitLook } from './give.ts';
import { type Space, spacesOf, standing } from './rows.ts';
import { writeStep } from './steps.ts';

export interface Look {
  readonly caseId: CaseId;
  /** The version that the page showed; null: whatever it is. */
  readonly version: number | null;
  /** Null: its length stays as it is. */
  readonly months: number | null;
  readonly words: string;
}

/**
 * Somebody looked at it: how they are, what it is for, how long it goes on. That keeps this month's promise and begins
 * the next. Throws `not-found` where none stands, `stale` where somebody else was first, a refusal where it may not
 * last so long.
 */
export async function lookAt(tx: Tx, office: Office, look: Look): Promise<void> {
  const { caseId, months, words } = look;
  const { space, facts, from } = await standingIn(tx, office, caseId, look.version);
  if (months !== null) insist(mayLast(months, boundsOf(office.pack), { ...facts, from }));
  const until = months === null ? space.until : reaches(from, months);
  if (Temporal.PlainDate.compare(until, facts.today) <= 0)
    insist(
      refused('Its last day has come. End it, or propose more, and a manager decides.', 'breathing-space'),
    );
  await moveOn(tx, office, space, { until, months: months ?? space.months });
  const changed = months !== null && months !== space.months;
  const longer = Temporal.PlainDate.compare(until, space.until) > 0;
  await writeStep(tx, office, space, {
    step: changed ? (longer ? 'extended' : 'chosen') : 'reviewed',
    until,
    words,
  });
  if (changed)
    await happened(tx, office, {
      ...{ name: 'breathing-space.length-chosen', caseId, subjectId: space.id },
      data: { why: `months_${months}` },
    });
  const length = changed ? ` Its length is ${monthsInWords(months)}.` : '';
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId: space.id },
    words: `Breathing space was looked at, and reaches to ${dateInWords(until)}.${length} ${words}`.trim(),
  });
}

/** The one that stands in a case, and what is known of whether it may end. */
export async function standingIn(tx: Tx, office: Office, caseId: CaseId, version: number | null) {
  const [file, spaces] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    spacesOf(tx, office.organisation, { caseId }),
  ]);
  const space = standing(spaces);
  if (!file || !space) throw notFound();
  if (version !== null && version !== space.version) throw new Fault('stale');
  return { file, space, facts: factsOf(file, space, office), from: beginsOn(space, office) };
}

export function beginsOn({ beginsAt }: Pick<Space, 'beginsAt'>, { calendar }: Pick<Office, 'calendar'>) {
  return beginsAt.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
}

export function factsOf(
  { lastContactAt }: { readonly lastContactAt: Temporal.Instant | null },
  { beginsAt, until }: Pick<Space, 'beginsAt' | 'until'>,
  office: Parameters<typeof today>[0],
): EndingFacts {
  const reached = lastContactAt !== null && Temporal.Instant.compare(lastContactAt, beginsAt) >= 0;
  return { reached, until, today: today(office) };
}

/** It was looked at: the next look is awaited. */
export async function moveOn(
  tx: Tx,
  office: Office,
  space: Space,
  to: { readonly until: Temporal.PlainDate; readonly months: number | null },
): Promise<void> {
  const { organisation, now } = office;
  const lookId = newId<string>();
  const day = today(office);
  const lookOn = nextLook(day, to.until, day);
  const moved = await tx.run(sql`update breathing_space set until = ${to.until}, months = ${to.months},
      look_on = ${lookOn}, look_id = ${lookId}, after_closing = false, version = version + 1
    where organisation_id = ${organisation} and id = ${space.id} and version = ${space.version} and ended_at is null`);
  if (moved === 0) throw new Fault('stale');
  const caseId = space.caseId as CaseId;
  const looked = { name: 'breathing-space.reviewed', caseId, subjectId: space.lookId } as const;
  await happened(tx, office, { ...looked, keepsOnly: 'its subject' });
  await awaitLook(tx, office, { caseId }, { lookId, lookOn, since: now });
}
