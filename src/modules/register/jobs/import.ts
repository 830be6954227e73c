import { createHash } from 'node:crypto';
import { Failure } from '#kit/failure.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { fileKinds } from '../columns.ts';
import type { DateOrder } from '../dates.ts';
import { type Finding, type ImportRun, plus } from '../import-run.ts';
import {
  beginImport,
  type EndState,
  endImport,
  importProblems,
  type NewImport,
  resumeImport,
} from '../store/imports.ts';
import { recallMappings } from '../store/mappings.ts';
import { problemsCsv } from '../store/report.ts';
import { examine, type Ready } from './columns.ts';
import { importFile, Superseded, type Work } from './file.ts';
import type { Source } from './source.ts';
import { type Recall, type Surveyed, survey } from './survey.ts';

export interface ImportOptions {
  readonly files: readonly Source[];
  /** Count what would happen, change nothing. */
  readonly dryRun: boolean;
  /** Which number of 03/04/2024 is the day, where a column of dates does not show it. */
  readonly dates?: DateOrder | undefined;
  readonly onProgress?: (rowsRead: number, rowsExpected: number) => void;
  /** Stops between two batches; the next run with the same files goes on from there. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Imports the landlord's homes, people, tenancies and residents by its own references. Running it again with the same
 * files changes nothing; a run that was stopped goes on where it ended. Each batch is one transaction.
 * @throws Failure in plain words where a file cannot be read at all; then nothing of it was changed
 */
export async function importRegister(
  db: Database,
  office: Office,
  options: ImportOptions,
): Promise<ImportRun> {
  const scope = { organisation: office.organisation, system: true } as const;
  const recall = await transact(db, scope, (tx) => recallMappings(tx, office.organisation));
  const surveyed = await surveyAll(options.files, recall);
  const { files, findings } = await examineAll(surveyed, options.dates ?? null);
  const asked = findings.filter(({ asks }) => asks);
  if (asked.length > 0)
    throw new Failure(
      asked.map(({ file, text }) => `${file}: ${text}`).join('\n'),
      'Name columns as docs/register-import.md does, say --dates day-first or month-first where dates are meant, or ' +
        'upload the files under Landlord, Register, Import the register: there columns are matched, and remembered.',
    );
  const begun: NewImport = { ...describe(surveyed), findings, dryRun: options.dryRun, state: 'running' };
  const run = await transact(
    db,
    scope,
    async (tx) => (await resumeImport(tx, office, begun)) ?? beginImport(tx, office, begun),
  );
  return workThrough(db, office, run, files, options);
}

/** In the order in which they were given. */
export async function surveyAll(sources: readonly Source[], recall: Recall): Promise<readonly Surveyed[]> {
  const files: Surveyed[] = [];
  for (const [place, source] of sources.entries()) files.push(await survey(source, place, recall));
  return files;
}

export interface AllExamined {
  /** Each refers to those before it, whatever order they were given in. */
  readonly files: readonly Ready[];
  readonly findings: readonly Finding[];
}

/** @param chosen the order of dates that whoever imports said */
export async function examineAll(files: readonly Surveyed[], chosen: DateOrder | null): Promise<AllExamined> {
  const ready: Ready[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const examined = await examine(file, chosen);
    findings.push(...examined.findings);
    if (examined.ready) ready.push(examined.ready);
  }
  return { files: ready.sort((one, other) => rank(one) - rank(other)), findings };
}

function rank({ header }: Surveyed): number {
  return 'problem' in header ? -1 : fileKinds.indexOf(header.kind);
}

export function describe(
  files: readonly Surveyed[],
): Pick<NewImport, 'fileNames' | 'contentHash' | 'expected'> {
  const hash = createHash('sha256');
  // In the order in which they are worked through: where a run stands is counted in it.
  for (const file of files.toSorted((one, other) => rank(one) - rank(other))) hash.update(file.hash);
  return {
    fileNames: files.map((file) => file.source.name),
    contentHash: hash.digest(),
    expected: files.reduce((sum, file) => sum + file.rows, 0),
  };
}

/** Works a run through from where it stands to its end, or to where it is stopped. */
export async function workThrough(
  db: Database,
  office: Office,
  run: ImportRun,
  files: readonly Ready[],
  options: Pick<ImportOptions, 'onProgress' | 'signal'> & { readonly pausesAs?: 'stopped' | 'waiting' },
): Promise<ImportRun> {
  const scope = { organisation: office.organisation, system: true } as const;
  let counts = run.counts;
  const work: Work = {
    db,
    office,
    importId: run.id,
    dryRun: run.dryRun,
    position: run,
    seen: { homes: new Map(), people: new Map() },
    homesSeen: new Map(),
    onBatch(batch) {
      counts = plus(counts, batch);
      options.onProgress?.(counts.read, run.expected);
    },
    signal: options.signal,
  };
  try {
    for (const [fileAt, file] of files.entries()) {
      if (!(await importFile(work, file, fileAt))) return await end(options.pausesAs ?? 'stopped');
    }
    return await end('finished');
  } catch (error) {
    if (error instanceof Superseded) throw error;
    // Anything else is no fault of the files: the run stands where it is, and goes on from there.
    if (error instanceof Failure) await end('failed', `${error.message} ${error.remedy}`.trim());
    throw error;
  }

  async function end(state: EndState, problem: string | null = null) {
    return transact(db, scope, async (tx) => {
      const ended = await endImport(tx, office, run.id, state, problem);
      if (ended && state === 'finished' && !run.dryRun)
        await record(tx, office, {
          name: 'register.imported',
          subjectId: run.id,
          data: { files: files.map((file) => file.header.kind), ...ended.counts },
        });
      return ended ?? { ...run, counts, state: 'stopped' as const };
    });
  }
}

/** Every problem of a run as CSV, for whoever corrects the files. */
export async function problemsOf(
  db: Database,
  organisation: OrganisationId,
  importId: string,
): Promise<string> {
  const found = await transact(db, { organisation, system: true }, (tx) =>
    importProblems(tx, organisation, importId, Number.MAX_SAFE_INTEGER),
  );
  return problemsCsv(found);
}
