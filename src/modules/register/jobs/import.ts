import { createHash } from 'node:crypto';
import { Failure } from '#kit/failure.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { type Database, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { fileKinds } from '../headers.ts';
import { type ImportRun, plus } from '../import-run.ts';
import {
  beginImport,
  type EndState,
  endImport,
  importProblems,
  type NewImport,
  resumeImport,
} from '../store/imports.ts';
import { problemsCsv } from '../store/report.ts';
import { importFile, Superseded, type Work } from './file.ts';
import { type Source, type Surveyed, survey } from './source.ts';

export interface ImportOptions {
  readonly files: readonly Source[];
  /** Count what would happen, change nothing. */
  readonly dryRun: boolean;
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
  const files = await surveyAll(options.files);
  const begun: NewImport = { ...describe(files), dryRun: options.dryRun, state: 'running' };
  const run = await transact(
    db,
    { organisation: office.organisation, system: true },
    async (tx) => (await resumeImport(tx, office, begun)) ?? beginImport(tx, office, begun),
  );
  return workThrough(db, office, run, files, options);
}

/** Each refers to those before it, whatever order they were named in. */
export async function surveyAll(sources: readonly Source[]): Promise<readonly Surveyed[]> {
  const files: Surveyed[] = [];
  for (const source of sources) files.push(await survey(source));
  return files.sort((one, other) => place(one) - place(other));
}

function place(file: Surveyed): number {
  return fileKinds.indexOf(file.header.kind);
}

export function describe(
  files: readonly Surveyed[],
): Pick<NewImport, 'fileNames' | 'contentHash' | 'expected'> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.hash);
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
  files: readonly Surveyed[],
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
    if (error instanceof Failure) await end('failed', error.message);
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
