import { z } from 'zod';
import { Fault, notFound } from '#kit/http/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { valuesOf } from '#rules/words.ts';
import { placeKinds } from '../kinds.ts';
import { forTheTeam } from '../words.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(valuesOf(placeKinds)),
  place: z.string(),
  whoGoes: z.string(),
  why: z.string(),
  askedOn: plainDate,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  endedWhy: z.string(),
});
export type PlaceToAvoid = Readonly<z.infer<typeof row>>;

/** Where they must not be housed, also what no longer stands, the latest first; only behind the wall of the case. */
export function placesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly PlaceToAvoid[]> {
  return tx.rows(
    row,
    sql`select p.id, p.kind, p.place, p.who_goes as "whoGoes", p.why, p.asked_on as "askedOn",
        p.recorded_at as "recordedAt", s.name as "recordedByName", p.ended_at as "endedAt", e.name as "endedByName",
        p.ended_why as "endedWhy"
      from place_to_avoid p
      left join staff s on s.organisation_id = p.organisation_id and s.id = p.recorded_by
      left join staff e on e.organisation_id = p.organisation_id and e.id = p.ended_by
      where p.organisation_id = ${organisation} and p.case_id = ${caseId}
      order by p.recorded_at desc, p.id desc limit 200`,
  );
}

export type NewPlace = Pick<PlaceToAvoid, 'kind' | 'place' | 'whoGoes' | 'why' | 'askedOn'> & {
  readonly caseId: CaseId;
};

/** Where they must not be housed, or that they were asked and there is none. @returns its id */
export async function recordPlace(tx: Tx, office: Office, given: NewPlace): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, kind, place, whoGoes, why, askedOn } = given;
  if (!(await openFile(tx, organisation, caseId))) throw notFound();
  const id = newId<string>();
  await tx.run(sql`insert into place_to_avoid (organisation_id, id, case_id, kind, place, who_goes, why, asked_on,
      recorded_at, recorded_by)
    values (${organisation}, ${id}, ${caseId}, ${kind}, ${place}, ${whoGoes}, ${why}, ${askedOn}, ${now}, ${staff})`);
  const happenedAt = whenItHappened(office, askedOn);
  await happened(tx, office, { name: 'move.places-asked', caseId, subjectId: id, happenedAt });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt, knownAt: happenedAt, subjectId: id },
    words:
      kind === 'none'
        ? 'They were asked where they must not be housed: there is no such place.'
        : 'They said where they must not be housed. It stands on the page of moves.',
  });
  return id;
}

/** It no longer has to be avoided, or was written down in error: it stays, struck out. */
export async function endPlace(
  tx: Tx,
  office: Office,
  { caseId, placeId, why }: { readonly caseId: CaseId; readonly placeId: string; readonly why: string },
): Promise<void> {
  const { organisation, staff, now } = office;
  const done =
    await tx.run(sql`update place_to_avoid set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and case_id = ${caseId} and id = ${placeId} and ended_at is null`);
  if (done === 0) throw new Fault('stale');
  await happened(tx, office, { name: 'move.place-ended', caseId, subjectId: placeId });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, source: 'record', caseId, happenedAt: now, knownAt: now, subjectId: placeId },
    words: `Something about where they must not be housed no longer stands. ${why}`,
  });
}
