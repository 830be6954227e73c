import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { setBreathingSpace } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { boundsOf, nextLook, reaches } from '../bounds.ts';
import { forTheTeam, givenInWords } from '../words.ts';

export interface NewSpace {
  readonly disclosureId: DisclosureId | null;
  /** Null until what was told is a case. */
  readonly caseId: CaseId | null;
  /** From when it protects: the moment at which somebody told us. */
  readonly beginsAt: Temporal.Instant;
  /** Null: nobody has chosen yet, and it reaches as far as the policy lets it. */
  readonly months: number | null;
}

/**
 * Somebody told us: from that moment it protects, whether anybody has been reached or not, for before that nobody can
 * decline (V4.4a). Nothing where the policy promises none, begins with the case, or gives it to who asks.
 */
export async function giveFromDisclosure(
  tx: Tx,
  office: Office,
  { disclosureId, receivedAt }: { disclosureId: DisclosureId; receivedAt: Temporal.Instant },
): Promise<void> {
  const { begins, given } = boundsOf(office.pack);
  if (begins !== 'disclosure' || given !== 'unless-declined') return;
  await give(tx, office, { disclosureId, caseId: null, beginsAt: receivedAt, months: null });
}

/** It stands from now on. @returns its id */
export async function give(tx: Tx, office: Office, space: NewSpace): Promise<string> {
  const { organisation, staff, now, calendar } = office;
  const { disclosureId, caseId, beginsAt, months } = space;
  const { maxMonths, promised } = boundsOf(office.pack);
  const [id, lookId] = [newId<string>(), newId<string>()];
  const from = beginsAt.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
  const until = reaches(from, months ?? maxMonths);
  const lookOn = nextLook(from, until, today(office));
  await tx.run(sql`insert into breathing_space (organisation_id, id, disclosure_id, case_id, promised, begins_at,
      given_at, given_by, months, until, look_on, look_id)
    values (${organisation}, ${id}, ${disclosureId}, ${caseId}, ${promised}, ${beginsAt}, ${now}, ${staff}, ${months},
      ${until}, ${lookOn}, ${lookId})`);
  const about = caseId ? { caseId } : { disclosureId };
  const given = {
    name: 'breathing-space.given',
    subjectId: disclosureId ?? id,
    happenedAt: beginsAt,
  } as const;
  await happened(tx, office, { ...given, ...about });
  await awaitLook(tx, office, about, { lookId, lookOn, since: beginsAt });
  if (caseId === null) return id;
  await setBreathingSpace(tx, office, { caseId, from: beginsAt });
  const words = givenInWords({ from, until, months, promised });
  await addEntry(tx, office, { ...forTheTeam, caseId, happenedAt: now, knownAt: now, subjectId: id, words });
  return id;
}

/** Somebody looks at it by that day. */
export async function awaitLook(
  tx: Tx,
  office: Office,
  about: { readonly caseId: CaseId } | { readonly disclosureId: DisclosureId | null },
  { lookId, lookOn, since }: { lookId: string; lookOn: Temporal.PlainDate; since: Temporal.Instant },
): Promise<void> {
  await happened(tx, office, {
    name: 'breathing-space.look-awaited',
    ...about,
    subjectId: lookId,
    happenedAt: since,
    recurs: true,
    agreedDue: lookOn,
  });
}
