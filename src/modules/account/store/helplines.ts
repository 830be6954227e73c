import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { HelplineEntry } from '../helpline-form.ts';
import { type Helpline, uncheckedBefore } from '../helplines.ts';

/** A helpline as it is on the list now. */
export interface ListedHelpline extends Helpline {
  /** Stays the same whatever of it is changed. */
  readonly line: string;
  readonly version: number;
}

/** A helpline as it was said to be at some time. */
export interface HelplineVersion extends ListedHelpline {
  readonly madeAt: Temporal.Instant;
  /** Null: it came with Lintel. */
  readonly madeBy: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
  readonly endedWhy: string;
}

const listedRow = z.object({
  line: z.uuid(),
  version: z.number(),
  name: z.string(),
  phone: z.string(),
  says: z.string(),
  hours: z.string(),
  checkedOn: plainDate,
});
const versionRow = listedRow.extend({
  madeAt: instant,
  madeBy: z.string().nullable(),
  endedAt: instant.nullable(),
  endedBy: z.string().nullable(),
  endedWhy: z.string(),
});

const columns = sql`h.line_id as line, h.version, h.name, h.phone, h.says, h.hours, h.checked_on as "checkedOn"`;
const history = sql`select ${columns}, h.made_at as "madeAt", m.name as "madeBy", h.ended_at as "endedAt",
    e.name as "endedBy", h.ended_why as "endedWhy"
  from helpline h
  left join staff m on m.organisation_id = h.organisation_id and m.id = h.made_by
  left join staff e on e.organisation_id = h.organisation_id and e.id = h.ended_by`;

/** The list as the help site shows it. */
export function listHelplines(tx: Tx, organisation: OrganisationId): Promise<readonly ListedHelpline[]> {
  return tx.rows(
    listedRow,
    sql`select ${columns} from helpline h
      where h.organisation_id = ${organisation} and h.ended_at is null order by h.place, h.name`,
  );
}

/** Everything that was ever said of one line, the newest first. */
export function helplineHistory(
  tx: Tx,
  organisation: OrganisationId,
  line: string,
): Promise<readonly HelplineVersion[]> {
  return tx.rows(
    versionRow,
    sql`${history} where h.organisation_id = ${organisation} and h.line_id = ${line} order by h.version desc`,
  );
}

/** What was taken off the list, the latest first. */
export function endedHelplines(tx: Tx, organisation: OrganisationId): Promise<readonly HelplineVersion[]> {
  return tx.rows(
    versionRow,
    sql`${history} where h.organisation_id = ${organisation} and h.ended_at is not null
      and not exists (select from helpline n where n.organisation_id = h.organisation_id
        and n.line_id = h.line_id and n.version > h.version)
      order by h.ended_at desc limit 100`,
  );
}

const countRow = z.object({ count: z.number() });

/** How many lines nobody has checked for twelve months. */
export async function countUnchecked(
  tx: Tx,
  organisation: OrganisationId,
  today: Temporal.PlainDate,
): Promise<number> {
  const { count } = await tx.one(
    countRow,
    sql`select count(*) from helpline where organisation_id = ${organisation} and ended_at is null
      and checked_on < ${uncheckedBefore(today)}`,
  );
  return count;
}

/** What a new landlord begins with, in this order. */
export async function addHelplines(tx: Tx, author: Author, lines: readonly Helpline[]): Promise<void> {
  for (const [index, helpline] of lines.entries())
    await insert(tx, author, newId<string>(), 1, { ...helpline, place: index + 1 });
}

/** @returns the id of the new line */
export async function addHelpline(tx: Tx, author: Author, entry: HelplineEntry): Promise<string> {
  const line = newId<string>();
  await insert(tx, author, line, 1, entry);
  await moveTo(tx, author.organisation, line, entry.place);
  await record(tx, author, { name: 'helpline.added', subjectId: line });
  return line;
}

/** Says of a line what holds from now on; what held before stays. @returns false where somebody else was first */
export async function changeHelpline(
  tx: Tx,
  author: Author,
  before: ListedHelpline,
  entry: HelplineEntry,
): Promise<boolean> {
  if (!(await end(tx, author, before, ''))) return false;
  await insert(tx, author, before.line, before.version + 1, entry);
  await moveTo(tx, author.organisation, before.line, entry.place);
  const fields = (['name', 'phone', 'says', 'hours'] as const).filter((name) => entry[name] !== before[name]);
  const checked = entry.checkedOn.toString();
  await record(tx, author, { name: 'helpline.changed', subjectId: before.line, data: { fields, checked } });
  return true;
}

/** Takes a line off the list. @returns false where somebody else was first */
export async function endHelpline(
  tx: Tx,
  author: Author,
  before: Pick<ListedHelpline, 'line' | 'version'>,
  why: string,
): Promise<boolean> {
  if (!(await end(tx, author, before, why))) return false;
  await record(tx, author, { name: 'helpline.ended', subjectId: before.line });
  return true;
}

/** Two who change the list at once take turns. */
async function end(
  tx: Tx,
  { organisation, staff, now }: Author,
  { line, version }: Pick<ListedHelpline, 'line' | 'version'>,
  why: string,
): Promise<boolean> {
  await inTurn(tx, organisation);
  const ended =
    await tx.run(sql`update helpline set ended_at = ${now}, ended_by = ${staff}, ended_why = ${why}
    where organisation_id = ${organisation} and line_id = ${line} and version = ${version} and ended_at is null`);
  return ended === 1;
}

async function insert(
  tx: Tx,
  { organisation, staff, now }: Author,
  line: string,
  version: number,
  { name, phone, says, hours, checkedOn, place }: HelplineEntry,
): Promise<void> {
  await tx.run(sql`insert into helpline (organisation_id, id, line_id, version, name, phone, says, hours, checked_on,
      place, made_at, made_by)
    values (${organisation}, ${newId()}, ${line}, ${version}, ${name}, ${phone}, ${says}, ${hours}, ${checkedOn},
      ${place}, ${now}, ${staff})`);
}

/** Puts a line in its place, and numbers the others on from there. */
async function moveTo(tx: Tx, organisation: OrganisationId, line: string, place: number): Promise<void> {
  await inTurn(tx, organisation);
  const others = (await listHelplines(tx, organisation)).map((each) => each.line).filter((id) => id !== line);
  const order = [...others.slice(0, place - 1), line, ...others.slice(place - 1)];
  await tx.run(sql`update helpline h set place = o.place
    from unnest(${order}::uuid[]) with ordinality as o (line_id, place)
    where h.organisation_id = ${organisation} and h.line_id = o.line_id and h.ended_at is null`);
}

async function inTurn(tx: Tx, organisation: OrganisationId): Promise<void> {
  await tx.run(
    sql`select id from helpline where organisation_id = ${organisation} and ended_at is null order by id for update`,
  );
}
