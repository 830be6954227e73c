import { join, type Sql, sql } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { lateAfterHours } from '../entry.ts';
import type { EntryFilter } from '../entry-filter.ts';

/** Each of the words anywhere in what is written, however it is accented and whether in capitals or not. */
const mostWords = 8;

/** The conditions of a filter on `e`, the entry, and `d`, the decision to whom it may be shown. */
export function matching(organisation: OrganisationId, caseId: CaseId, filter: EntryFilter): Sql {
  return sql`${join(
    [sql`e.organisation_id = ${organisation} and e.case_id = ${caseId}`, ...conditions(filter)],
    ' and ',
  )}`;
}

function conditions({
  kind,
  source,
  about,
  from,
  before,
  asAt,
  children,
  mark,
  audience,
  text,
}: EntryFilter) {
  return [
    kind && sql`e.kind = ${kind}`,
    source && sql`e.source = ${source}`,
    about && (about === 'case' ? sql`e.about_id is null` : sql`e.about_id = ${about}`),
    from && sql`e.happened_at >= ${from}`,
    before && sql`e.happened_at < ${before}`,
    asAt && sql`e.known_at <= ${asAt}`,
    children && inChildren[children],
    mark && inMarks[mark],
    audience && (audience === 'nobody' ? sql`${shown} = '{}'` : sql`${audience} = any (${shown})`),
    text && containing(text),
  ].filter((condition) => condition instanceof Object);
}

/** To whom an entry may be shown now: as it was last decided, and before that as it was written. */
export const shown = sql`coalesce(d.disclosable_to, e.disclosable_to)`;

export const fromEntries = sql`from case_entry e
  left join lateral (select a.disclosable_to, a.number from entry_audience a
    where a.organisation_id = e.organisation_id and a.entry_id = e.id order by a.number desc limit 1) d on true`;

/** The decision is looked up only where it is asked for. */
export function fromMatching({ audience }: EntryFilter): Sql {
  return audience ? fromEntries : sql`from case_entry e`;
}

const corrects = sql`select from case_entry k where k.organisation_id = e.organisation_id and k.corrects_id = e.id`;

const inMarks = {
  late: sql`e.recorded_at - e.known_at > ${`${lateAfterHours} hours`}::interval`,
  corrected: sql`exists (${corrects})`,
  correction: sql`e.corrects_id is not null`,
} as const;

const inChildren = {
  seen: sql`e.children_seen = 'yes'`,
  heard: sql`e.children_heard = 'yes'`,
  not_seen: sql`e.children_seen = 'no'`,
} as const;

function containing(text: string): Sql | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return null;
  const patterns = words.slice(0, mostWords).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  return sql`e.search_text like all
    ((select array_agg(lintel.folded_name(p)) from unnest(${patterns}::text[]) p)::text[])`;
}
