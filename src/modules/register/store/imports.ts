import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Author } from '#kit/record.ts';
import { id as idOf, instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import type { LineProblem } from '../check-result.ts';
import type { Counts, Finding, ImportRun, ReportedProblem } from '../import-run.ts';

export const importRow = z.object({
  id: z.uuid(),
  started_at: instant,
  file_names: z.array(z.string()),
  dry_run: z.boolean(),
  state: z.enum(['reading', 'asking', 'waiting', 'running', 'finished', 'stopped', 'failed']),
  file_at: z.number(),
  row_at: z.number(),
  rows_expected: z.number(),
  rows_read: z.number(),
  rows_added: z.number(),
  rows_changed: z.number(),
  rows_same: z.number(),
  rows_refused: z.number(),
  problem: z.string().nullable(),
  findings: z.array(z.object({ file: z.string(), text: z.string(), asks: z.boolean() })),
  finished_at: instant.nullable(),
});
export const importColumns = sql`id, started_at, file_names, dry_run, state, file_at, row_at, rows_expected,
  rows_read, rows_added, rows_changed, rows_same, rows_refused, problem, findings, finished_at`;

export interface NewImport {
  readonly fileNames: readonly string[];
  readonly contentHash: Buffer;
  readonly expected: number;
  readonly dryRun: boolean;
  readonly state: 'reading' | 'asking' | 'waiting' | 'running';
  readonly findings: readonly Finding[];
}

export async function beginImport(tx: Tx, author: Author, begun: NewImport): Promise<ImportRun> {
  const found = await tx.one(
    importRow,
    sql`insert into register_import (organisation_id, id, started_at, started_by, file_names, content_hash,
        rows_expected, dry_run, state, findings)
      values (${author.organisation}, ${newId()}, ${author.now}, ${author.staff}, ${begun.fileNames},
        ${begun.contentHash}, ${begun.expected}, ${begun.dryRun}, ${begun.state},
        ${JSON.stringify(begun.findings)}::jsonb)
      returning ${importColumns}`,
  );
  return asRun(found);
}

/** Takes up the same files where they were stopped, if they were; whoever still worked on them finds out and ends. */
export async function resumeImport(tx: Tx, author: Author, begun: NewImport): Promise<ImportRun | null> {
  const found = await tx.maybe(
    importRow,
    sql`update register_import set state = 'running', alive_at = ${author.now}, problem = null,
        findings = ${JSON.stringify(begun.findings)}::jsonb where id = (
        select id from register_import where organisation_id = ${author.organisation}
          and content_hash = ${begun.contentHash} and dry_run = ${begun.dryRun}
          and state in ('running', 'stopped', 'failed')
          and not exists (select from register_import_part p
            where p.organisation_id = ${author.organisation} and p.import_id = register_import.id)
        order by started_at desc limit 1)
      and organisation_id = ${author.organisation} returning ${importColumns}`,
  );
  return found && asRun(found);
}

/** The uploaded import to go on with, the oldest first, with the administrator who began it. */
export async function claimUpload(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<{ readonly run: ImportRun; readonly startedBy: StaffId | null } | null> {
  const found = await tx.maybe(
    importRow.extend({ started_by: idOf<StaffId>().nullable() }),
    sql`update register_import set state = 'running', alive_at = ${now}
      where organisation_id = ${organisation} and id = (
        select i.id from register_import i where i.organisation_id = ${organisation}
          and i.state in ('waiting', 'running') and exists (select from register_import_part p
            where p.organisation_id = ${organisation} and p.import_id = i.id)
        order by i.started_at limit 1)
      returning ${importColumns}, started_by`,
  );
  return found && { run: asRun(found), startedBy: found.started_by };
}

/** After a check without fault: the same files again, this time to be kept. False: there is nothing to confirm. */
export async function confirmImport(tx: Tx, author: Author, id: string): Promise<boolean> {
  const confirmed =
    await tx.run(sql`update register_import set dry_run = false, state = 'waiting', file_at = 0,
      row_at = 0, rows_read = 0, rows_added = 0, rows_changed = 0, rows_same = 0, rows_refused = 0, problem = null,
      finished_at = null, started_at = ${author.now}, started_by = ${author.staff}
    where organisation_id = ${author.organisation} and id = ${id} and dry_run and state = 'finished'
      and exists (select from register_import_part p
        where p.organisation_id = ${author.organisation} and p.import_id = ${id})`);
  if (confirmed === 0) return false;
  await forgetProblems(tx, author.organisation, id);
  return true;
}

/** The columns were matched: the same files are checked again. False: they are gone, or worked through already. */
export async function checkAgain(tx: Tx, author: Author, id: string): Promise<boolean> {
  const again =
    await tx.run(sql`update register_import set state = 'waiting', file_at = 0, row_at = 0, rows_read = 0,
      rows_added = 0, rows_changed = 0, rows_same = 0, rows_refused = 0, problem = null, finished_at = null,
      findings = '[]'
    where organisation_id = ${author.organisation} and id = ${id} and dry_run
      and state in ('asking', 'finished', 'stopped', 'failed')
      and exists (select from register_import_part p
        where p.organisation_id = ${author.organisation} and p.import_id = ${id})`);
  if (again === 0) return false;
  await forgetProblems(tx, author.organisation, id);
  return true;
}

async function forgetProblems(tx: Tx, organisation: OrganisationId, id: string): Promise<void> {
  await tx.run(sql`delete from register_import_error
    where organisation_id = ${organisation} and import_id = ${id}`);
}

export async function findImport(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
): Promise<ImportRun | null> {
  const found = await tx.maybe(
    importRow,
    sql`select ${importColumns} from register_import where organisation_id = ${organisation} and id = ${id}`,
  );
  return found && asRun(found);
}

export async function latestImports(tx: Tx, organisation: OrganisationId): Promise<readonly ImportRun[]> {
  const found = await tx.rows(
    importRow,
    sql`select ${importColumns} from register_import where organisation_id = ${organisation}
      order by started_at desc limit 20`,
  );
  return found.map(asRun);
}

/** How many files are done, and how many rows of the next. */
export interface Position {
  readonly fileAt: number;
  readonly rowAt: number;
}

export interface Advance {
  readonly from: Position;
  readonly to: Position;
  /** The place of the file among those that were given. */
  readonly place: number;
  readonly counts: Counts;
  readonly problems: readonly LineProblem[];
}

/** Keeps how far a run came, with the batch itself. False: somebody stopped it or another program took over. */
export async function advanceImport(
  tx: Tx,
  author: Author,
  id: string,
  { from, to, place, counts, problems }: Advance,
): Promise<boolean> {
  const moved = await tx.run(sql`update register_import set file_at = ${to.fileAt}, row_at = ${to.rowAt},
      alive_at = ${author.now}, rows_read = rows_read + ${counts.read}, rows_added = rows_added + ${counts.added},
      rows_changed = rows_changed + ${counts.changed}, rows_same = rows_same + ${counts.same},
      rows_refused = rows_refused + ${counts.refused}
    where organisation_id = ${author.organisation} and id = ${id} and state = 'running'
      and file_at = ${from.fileAt} and row_at = ${from.rowAt}`);
  if (moved === 0) return false;
  if (problems.length === 0) return true;
  await tx.run(sql`insert into register_import_error (organisation_id, import_id, file_at, line,
      field, problem, refused)
    select ${author.organisation}, ${id}, ${place}, line, field, problem, refused
    from json_to_recordset(${JSON.stringify(problems)}::json) as i (line integer, field text, problem text,
      refused boolean)
    on conflict do nothing`);
  return true;
}

/** Lets the planner know how large the register has become: until then it plans for the size of yesterday. */
export async function measureRegister(tx: Tx): Promise<void> {
  await tx.run(sql`select lintel.measure_register()`);
}

/** `waiting` goes on by itself, `asking` when somebody has answered, `stopped` and `failed` when somebody says so. */
export type EndState = 'finished' | 'stopped' | 'failed' | 'waiting' | 'asking';

/** Ends a run, or this part of it. */
export async function endImport(
  tx: Tx,
  author: Author,
  id: string,
  state: EndState,
  problem: string | null = null,
): Promise<ImportRun | null> {
  const found = await tx.maybe(
    importRow,
    sql`update register_import set state = ${state}, problem = ${problem},
        finished_at = ${state === 'finished' ? author.now : null}
      where organisation_id = ${author.organisation} and id = ${id}
        and state in ('reading', 'asking', 'waiting', 'running')
      returning ${importColumns}`,
  );
  return found && asRun(found);
}

/** Keeps what was seen of the files. */
export async function keepFindings(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
  findings: readonly Finding[],
): Promise<void> {
  await tx.run(sql`update register_import set findings = ${JSON.stringify(findings)}::jsonb
    where organisation_id = ${organisation} and id = ${id} and findings <> ${JSON.stringify(findings)}::jsonb`);
}

const fileNameRow = z.object({
  file_name: z.string(),
  line: z.number(),
  field: z.string(),
  problem: z.string(),
  refused: z.boolean(),
});

/** What was wrong, in the order of the files; at most `limit` lines. */
export async function importProblems(
  tx: Tx,
  organisation: OrganisationId,
  id: string,
  limit: number,
): Promise<readonly ReportedProblem[]> {
  const found = await tx.rows(
    fileNameRow,
    sql`select i.file_names[e.file_at + 1] as file_name, e.line, e.field, e.problem, e.refused
      from register_import_error e
      join register_import i on i.organisation_id = e.organisation_id and i.id = e.import_id
      where e.organisation_id = ${organisation} and e.import_id = ${id}
      order by e.file_at, e.line, e.field limit ${limit}`,
  );
  return found.map(({ file_name, ...rest }) => ({ fileName: file_name, ...rest }));
}

export function asRun(found: z.infer<typeof importRow>): ImportRun {
  return {
    id: found.id,
    startedAt: found.started_at,
    fileNames: found.file_names,
    dryRun: found.dry_run,
    state: found.state,
    fileAt: found.file_at,
    rowAt: found.row_at,
    expected: found.rows_expected,
    counts: {
      read: found.rows_read,
      added: found.rows_added,
      changed: found.rows_changed,
      same: found.rows_same,
      refused: found.rows_refused,
    },
    problem: found.problem,
    findings: found.findings,
    finishedAt: found.finished_at,
  };
}
