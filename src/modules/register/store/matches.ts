import { z } from 'zod';
import { type Author, record } from '#kit/record.ts';
import { empty, id, instant, sql, type Tx } from '#kit/sql.ts';
import type { OfficeEventName } from '#rules/event.ts';
import type { OrganisationId, PersonId } from '#rules/facts.ts';
import type { Link, Match, MatchDecision, MatchSide } from '../matches.ts';
import { maskedPhone } from '../phone.ts';
import { fullName, personSummaries } from './people.ts';

const row = z.object({
  id: z.uuid(),
  person_id: id<PersonId>(),
  other_id: id<PersonId>(),
  reasons: z.array(z.string()),
  decision: z.enum(['linked', 'kept_apart']).nullable(),
  decided_at: instant.nullable(),
  decided_by: z.string().nullable(),
  why: z.string(),
  version: z.number(),
});
const columns = sql`m.id, m.person_id, m.other_id, m.reasons, m.decision, m.decided_at, s.name as decided_by,
  coalesce(m.why, '') as why, m.version`;

/**
 * Not where somebody keeps the one apart from a record that is linked to the other: a link would join by the way what
 * was split.
 */
const notSplit = sql`not exists (select from (
    select case l.person_id when m.person_id then l.other_id else l.person_id end as kin, m.other_id as other
      from person_match l where l.organisation_id = m.organisation_id and l.decision = 'linked'
        and m.person_id in (l.person_id, l.other_id)
    union all
    select case l.person_id when m.other_id then l.other_id else l.person_id end, m.person_id
      from person_match l where l.organisation_id = m.organisation_id and l.decision = 'linked'
        and m.other_id in (l.person_id, l.other_id)) c
  join person_match k on k.organisation_id = m.organisation_id and k.decision = 'kept_apart'
    and k.person_id = least(c.kin, c.other) and k.other_id = greatest(c.kin, c.other))`;
const waits = sql`m.decision is null and m.strength > 0 and ${notSplit}`;

/** Open pairs, those for which most speaks first, or decided ones, the latest first. @param page from 1 */
export async function listMatches(
  tx: Tx,
  organisation: OrganisationId,
  which: 'open' | 'decided',
  limit: number,
  page = 1,
): Promise<readonly Match[]> {
  const found = await tx.rows(
    row,
    sql`select ${columns} from person_match m
      left join staff s on s.organisation_id = m.organisation_id and s.id = m.decided_by
      where m.organisation_id = ${organisation} and ${
        which === 'open'
          ? sql`${waits} order by m.strength desc, m.found_at, m.id`
          : sql`m.decision is not null order by m.decided_at desc, m.id`
      } limit ${limit} offset ${limit * (page - 1)}`,
  );
  return withSides(tx, organisation, found);
}

const openRow = z.object({ open: z.number() });

/** How many pairs wait for whoever asks. */
export async function countOpenMatches(tx: Tx, organisation: OrganisationId): Promise<number> {
  const { open } = await tx.one(
    openRow,
    sql`select count(*)::integer as open from person_match m where m.organisation_id = ${organisation} and ${waits}`,
  );
  return open;
}

export async function findMatch(
  tx: Tx,
  organisation: OrganisationId,
  matchId: string,
): Promise<Match | null> {
  const found = await tx.rows(
    row,
    sql`select ${columns} from person_match m
      left join staff s on s.organisation_id = m.organisation_id and s.id = m.decided_by
      where m.organisation_id = ${organisation} and m.id = ${matchId}`,
  );
  const [match] = await withSides(tx, organisation, found);
  return match ?? null;
}

async function withSides(
  tx: Tx,
  organisation: OrganisationId,
  found: readonly z.infer<typeof row>[],
): Promise<readonly Match[]> {
  const ids = [...new Set(found.flatMap((match) => [match.person_id, match.other_id]))];
  const sides = await sidesOf(tx, organisation, ids);
  return found.flatMap((match) => {
    const [person, other] = [sides.get(match.person_id), sides.get(match.other_id)];
    if (!person || !other) return [];
    const { id, reasons, decision, version } = match;
    return [
      {
        id,
        person,
        other,
        reasons,
        decision,
        decidedAt: match.decided_at,
        decidedBy: match.decided_by,
        takenBackWhy: match.why,
        version,
      },
    ];
  });
}

const sideRow = z.object({
  id: id<PersonId>(),
  also_known_as: z.array(z.string()),
  phones: z.array(z.string()),
});

async function sidesOf(
  tx: Tx,
  organisation: OrganisationId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, MatchSide>> {
  const summaries = await personSummaries(tx, organisation, ids);
  const more = await tx.rows(
    sideRow,
    sql`select id, also_known_as, phones from person where organisation_id = ${organisation}
      and id = any (${ids}::uuid[])`,
  );
  const known = new Map(more.map((person) => [person.id, person]));
  return new Map(
    summaries.map((summary) => {
      const person = known.get(summary.id);
      const phones = (person?.phones ?? []).map(maskedPhone);
      return [summary.id, { ...summary, alsoKnownAs: person?.also_known_as ?? [], phones }];
    }),
  );
}

const decided: Readonly<Record<MatchDecision, OfficeEventName>> = {
  linked: 'people.linked',
  kept_apart: 'people.kept-apart',
};

/** Decides about a pair; nothing is merged. False: somebody decided since `version`, or keeps it apart by a link. */
export async function decideMatch(
  tx: Tx,
  author: Author,
  id: string,
  version: number,
  decision: MatchDecision,
): Promise<boolean> {
  const changed =
    await tx.run(sql`update person_match m set decision = ${decision}, decided_by = ${author.staff},
      decided_at = ${author.now}, why = null, version = version + 1
    where m.organisation_id = ${author.organisation} and m.id = ${id} and m.version = ${version}
      and m.decision is null ${decision === 'linked' ? sql`and ${notSplit}` : empty}`);
  if (changed === 0) return false;
  await record(tx, author, { name: decided[decision], subjectId: id });
  return true;
}

const personIdRow = z.object({ person_id: z.uuid() });

/** Takes a decision back, so that the pair is open again. False: it was undone or decided anew since `version`. */
export async function undoMatch(
  tx: Tx,
  author: Author,
  id: string,
  version: number,
  why: string,
): Promise<boolean> {
  const undone = await tx.maybe(
    personIdRow,
    sql`update person_match set decision = null, decided_by = null, decided_at = null, why = ${why},
        version = version + 1
      where organisation_id = ${author.organisation} and id = ${id} and version = ${version}
        and decision is not null returning person_id`,
  );
  if (undone === null) return false;
  await record(tx, author, { name: 'people.match-undone', subjectId: id });
  return true;
}

const otherRow = z.object({
  id: id<PersonId>(),
  given_name: z.string(),
  family_name: z.string(),
  reference: z.string().nullable(),
});

/** The other records that somebody found to be the same person. */
export async function linksOf(
  tx: Tx,
  organisation: OrganisationId,
  personId: PersonId,
): Promise<readonly Link[]> {
  const rows = await tx.rows(
    otherRow,
    sql`select p.id, p.given_name, p.family_name, p.reference from (
        select m.other_id as id from person_match m where m.organisation_id = ${organisation}
          and m.person_id = ${personId} and m.decision = 'linked'
        union all
        select m.person_id from person_match m where m.organisation_id = ${organisation}
          and m.other_id = ${personId} and m.decision = 'linked') l
      join person p on p.organisation_id = ${organisation} and p.id = l.id order by 2, 3, 1 limit 50`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row.given_name, row.family_name),
    reference: row.reference,
  }));
}
