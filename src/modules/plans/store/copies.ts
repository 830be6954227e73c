import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import { learnerRows } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { type CopyLine, type CopyWay, copyInWords, copySections, copyWays, isOfHomeAlone } from '../copy.ts';

const wayValues = copyWays.map((way) => way.value) as [CopyWay, ...CopyWay[]];
const row = z.object({
  id: z.uuid(),
  /** Null: of their home alone, before a plan was agreed; or that they keep none. */
  number: z.number().nullable(),
  way: z.enum(wayValues),
  place: z.string(),
  /** Over which way it went: the first, or a further one by its id; null where it was no paper. */
  over: z.string().nullable(),
  ownWords: z.string(),
  lines: z.array(z.object({ section: z.enum(copySections), text: z.string() })),
  /** When what stands on it about their home was found to be recorded in error. */
  adviceStruckAt: instant.nullable(),
  /** Who would learn it, as whoever gave it was shown; empty before that was kept. */
  learners: learnerRows,
  givenAt: instant,
  givenByName: z.string().nullable(),
});
/** How they were given a version, and every line that stood on it. */
export type PlanCopy = z.infer<typeof row>;

/** Newest first. */
export function copiesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<readonly PlanCopy[]> {
  return tx.rows(
    row,
    sql`select c.id, v.number, c.way, c.place,
        case when c.way in ('handed_over', 'posted') then coalesce(w.way_id::text, 'first') end as over,
        c.own_words as "ownWords", c.lines, c.learners,
        a.struck_at as "adviceStruckAt", c.given_at as "givenAt", s.name as "givenByName"
      from plan_copy c
      left join housing_advice a on a.organisation_id = c.organisation_id and a.id = c.advice_id
      left join plan_version v on v.organisation_id = c.organisation_id and v.id = c.version_id
      left join agreed_way w on w.organisation_id = c.organisation_id and w.id = c.agreed_way_id
      left join staff s on s.organisation_id = c.organisation_id and s.id = c.given_by
      where c.organisation_id = ${organisation} and c.case_id = ${caseId}
      order by c.given_at desc, c.id desc limit 100`,
  );
}

export interface NewCopy {
  readonly caseId: CaseId;
  /** Null: no version was agreed yet. */
  readonly versionId: string | null;
  /** The talk of which something stands on it about their home. */
  readonly adviceId: string | null;
  readonly way: CopyWay;
  /** Where it was handed over, or to which address it was sent, by its name; '' for none. */
  readonly place: string;
  /** Over which agreed way; null where it is no paper. */
  readonly over: 'first' | 'further' | null;
  /** The version of the further way. */
  readonly agreedWayId: string | null;
  /** What they said about keeping one. */
  readonly ownWords: string;
  readonly lines: readonly CopyLine[];
  /** Who would learn it, as it was shown before. */
  readonly learners: readonly Learner[];
}

/** Records how a version was given to the person; the caller has asked `mayGive` first. @returns its id */
export async function giveCopy(tx: Tx, office: Office, copy: NewCopy): Promise<string> {
  const { organisation, staff, now } = office;
  const { caseId, versionId, adviceId, way, place, over, agreedWayId, ownWords, lines, learners } = copy;
  const id = newId<string>();
  await tx.run(sql`insert into plan_copy (organisation_id, id, case_id, version_id, advice_id, way, place, over,
      agreed_way_id, own_words, lines, learners, given_at, given_by)
    values (${organisation}, ${id}, ${caseId}, ${versionId}, ${adviceId}, ${way}, ${place}, ${over ?? ''},
      ${agreedWayId}, ${ownWords},
      ${JSON.stringify(lines)}, ${JSON.stringify(learners)}, ${now}, ${staff})`);
  const about = { caseId, subjectId: id, data: { way } };
  if (!isOfHomeAlone(lines)) await happened(tx, office, { name: 'plan.copy-given', ...about });
  if (adviceId) await happened(tx, office, { name: 'housing.copy-given', ...about });
  const words = copyInWords({ way, place, ownWords, lines });
  const told = {
    kind: 'plan',
    happenedAt: now,
    knownAt: now,
    source: 'record',
    words,
    subjectId: id,
  } as const;
  await addEntry(tx, office, { caseId, ...told });
  return id;
}
