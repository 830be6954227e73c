import { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, PropertyId, TenancyId } from '#rules/facts.ts';
import { labelOf, valuesOf } from '#rules/words.ts';
import { notNow } from '../deciding.ts';
import { awayEndings, whereabouts } from '../kinds.ts';
import { forTheTeam } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  /** The home of the register that they keep; null: none is known, so nothing can be held for it. */
  home: z.string().nullable(),
  whereabouts: z.enum(valuesOf(whereabouts)),
  since: plainDate,
  words: z.string(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedHow: z.enum(valuesOf(awayEndings)).nullable(),
  endedWhy: z.string(),
});
export type Away = Readonly<z.infer<typeof row>>;

/** When they were away from a home that they keep, the latest first. */
export function awayOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly Away[]> {
  return tx.rows(
    row,
    sql`select a.id, a.whereabouts, a.since, a.words, a.recorded_at as "recordedAt", s.name as "recordedByName",
        a.ended_at as "endedAt", a.ended_how as "endedHow", a.ended_why as "endedWhy",
        nullif(array_to_string(p.address_lines || p.postcode, ', '), '') as home
      from home_away a
      left join property p on p.organisation_id = a.organisation_id and p.id = a.property_id
      left join staff s on s.organisation_id = a.organisation_id and s.id = a.recorded_by
      where a.organisation_id = ${organisation} and a.case_id = ${caseId}
      order by a.recorded_at desc, a.id desc limit 50`,
  );
}

export type NewAway = Pick<Away, 'whereabouts' | 'since' | 'words'> & { readonly caseId: CaseId };

/** They are away, and keep their home: from now on nothing takes it for abandoned. @returns its id */
export async function goAway(tx: Tx, office: Office, away: NewAway): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, since, words } = away;
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  const [before] = await awayOf(tx, organisation, caseId);
  if (before && before.endedAt === null) insist(notNow('It is on record already that they are away.'));
  const id = newId<string>();
  // The last home of the register that they lived in: where they stay meanwhile may be on record already.
  await tx.run(sql`insert into home_away (organisation_id, id, case_id, property_id, tenancy_id, whereabouts, since,
      words, recorded_at, recorded_by)
    select ${organisation}, ${id}, ${caseId}, coalesce(c.property_id, h.property_id),
      case when c.property_id is null then h.tenancy_id else c.tenancy_id end, ${away.whereabouts}, ${since}, ${words},
      ${now}, ${staff}
    from case_file c
    left join lateral (select l.property_id, l.tenancy_id from case_home l
      where l.organisation_id = c.organisation_id and l.case_id = c.id and l.property_id is not null
        and not exists (select from case_home w where w.organisation_id = l.organisation_id and w.corrects_id = l.id)
      order by l.number desc limit 1) h on true
    where c.organisation_id = ${organisation} and c.id = ${caseId}`);
  const happenedAt = whenItHappened(office, since);
  await happened(tx, office, { name: 'move.away', caseId, subjectId: id, happenedAt });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: id },
    words:
      `They are away from their home, and keep it. ${labelOf(whereabouts, away.whereabouts)}. ${words}`.trim(),
  });
  return id;
}

export interface ComingBack {
  readonly caseId: CaseId;
  readonly awayId: string;
  readonly how: NonNullable<Away['endedHow']>;
  readonly why: string;
}

/** They are back, or keep it no longer. */
export async function endAway(
  tx: Tx,
  office: Office,
  { caseId, awayId, how, why }: ComingBack,
): Promise<void> {
  const { organisation, staff, now } = office;
  const done =
    await tx.run(sql`update home_away set ended_at = ${now}, ended_by = ${staff}, ended_how = ${how},
      ended_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${awayId} and ended_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'move.away-ended', caseId, subjectId: awayId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, source: 'record', caseId, happenedAt: now, knownAt: now, subjectId: awayId },
    words: `Being away from their home: ${labelOf(awayEndings, how)}. ${why}`.trim(),
  });
}

const answer = z.object({ keeps: z.boolean() });

/**
 * Whether somebody of this home keeps it while away: nothing may take it for abandoned. For the program, when it looks
 * at what happens to tenancies: who, where and why it never says.
 */
export async function keepsTenancyWhileAway(
  tx: Tx,
  { propertyId, tenancyId }: { readonly propertyId: PropertyId | null; readonly tenancyId: TenancyId | null },
): Promise<boolean> {
  const { keeps } = await tx.one(
    answer,
    sql`select lintel.keeps_home_while_away(${propertyId}, ${tenancyId}) as keeps`,
  );
  return keeps;
}
