import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { Failure } from '#kit/failure.ts';
import { file, invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import type { ImportRun } from '../import-run.ts';
import { unreadable } from '../jobs/columns.ts';
import { describe, surveyAll } from '../jobs/import.ts';
import { readableKind } from '../jobs/sheets.ts';
import { fileSource, type Source } from '../jobs/source.ts';
import {
  beginImport,
  confirmImport,
  endImport,
  findImport,
  importProblems,
  latestImports,
  type NewImport,
} from '../store/imports.ts';
import { recallMappings } from '../store/mappings.ts';
import { problemsCsv } from '../store/report.ts';
import { forgetUpload, keepUploads } from '../store/uploads.ts';
import { importPage, problemsShown } from '../views/import.ts';
import { importsPage } from '../views/imports.ts';
import { hiddenFor } from './hidden.ts';

const title = 'Import the register';
const megabyte = 1024 * 1024;
const problemsAtMost = 100_000;
const countsOnly = { nothing: 'Counts of rows and the names of files: nothing about anybody' } as const;

const form = staffRoute({
  method: 'GET',
  path: '/register/import',
  may: 'register.manage',
  records: countsOnly,
  async handle(ctx) {
    const main = await importsMain(ctx, freshForm);
    return page({ title, main });
  },
});

const upload = staffRoute({
  method: 'POST',
  path: '/register/import',
  may: 'register.manage',
  records: 'register.import-begun',
  upload: { bytes: 200 * megabyte },
  async handle(ctx) {
    if (ctx.files.length === 0) return refusedUpload(ctx, 'Choose at least one file');
    try {
      const sources = ctx.files.map(({ path, name }) => fileSource(path, name));
      const kinds = new Set<string>();
      for (const { path, name } of ctx.files) kinds.add(await readableKind(path, name));
      const begun = kinds.has('workbook') ? toRead(sources) : await looked(ctx, sources);
      const run = await beginImport(ctx.tx, ctx, { ...begun, dryRun: true });
      await keepUploads(ctx.tx, ctx.organisation, run.id, sources, begun.state === 'reading');
      await record(ctx.tx, ctx, { name: 'register.import-begun', subjectId: run.id, data: { check: true } });
      if (begun.state === 'asking') return redirect(`/register/imports/${run.id}/columns`);
      const said = begun.state === 'reading' ? 'The files are being read' : 'The files are being checked';
      return redirect(`/register/imports/${run.id}`, said);
    } catch (error) {
      if (error instanceof Failure) return refusedUpload(ctx, `${error.message} ${error.remedy}`);
      throw error;
    }
  },
});

type Begun = Omit<NewImport, 'dryRun'>;

/** A workbook is read by a job: it may take minutes, and nobody’s request waits for it. */
function toRead(sources: readonly Source[]): Begun {
  const fileNames = sources.map(({ name }) => name);
  return { fileNames, contentHash: Buffer.alloc(0), expected: 0, findings: [], state: 'reading' };
}

/** CSV streams by; what keeps its columns from being read is asked about at once. */
async function looked(ctx: StaffContext, sources: readonly Source[]): Promise<Begun> {
  const surveyed = await surveyAll(sources, await recallMappings(ctx.tx, ctx.organisation));
  const findings = surveyed.flatMap(unreadable);
  return { ...describe(surveyed), findings, state: findings.length > 0 ? 'asking' : 'waiting' };
}

const progress = staffRoute({
  method: 'GET',
  path: '/register/imports/:id',
  may: 'register.manage',
  records: countsOnly,
  params: ids('id'),
  async handle(ctx) {
    const run = await known(ctx);
    const problems = await importProblems(ctx.tx, ctx.organisation, run.id, problemsShown);
    const hidden = hiddenFor(ctx);
    return page({ title: 'Import', main: () => importPage(run, problems, hidden) });
  },
});

const problems = staffRoute({
  method: 'GET',
  path: '/register/imports/:id/problems.csv',
  may: 'register.manage',
  records: { nothing: 'Lines, fields and what is wrong with them: nothing that stands in them' },
  params: ids('id'),
  async handle(ctx) {
    const run = await known(ctx);
    const found = await importProblems(ctx.tx, ctx.organisation, run.id, problemsAtMost);
    return file({ name: 'import-problems.csv', type: 'text/csv; charset=utf-8', body: problemsCsv(found) });
  },
});

const confirm = staffRoute({
  method: 'POST',
  path: '/register/imports/:id/confirmation',
  may: 'register.manage',
  records: 'register.import-begun',
  params: ids('id'),
  async handle(ctx) {
    const run = await known(ctx);
    if (!(await confirmImport(ctx.tx, ctx, run.id))) throw new Fault('stale');
    await record(ctx.tx, ctx, { name: 'register.import-begun', subjectId: run.id, data: { check: false } });
    return redirect(`/register/imports/${run.id}`, 'The files are being imported');
  },
});

const stop = staffRoute({
  method: 'POST',
  path: '/register/imports/:id/stopping',
  may: 'register.manage',
  records: 'register.import-stopped',
  params: ids('id'),
  async handle(ctx) {
    const run = await known(ctx);
    if (!(await endImport(ctx.tx, ctx, run.id, 'stopped'))) throw new Fault('stale');
    // What was only sent cannot be gone on with: it is not kept for a day.
    if (run.state === 'reading') await forgetUpload(ctx.tx, ctx.organisation, run.id);
    await record(ctx.tx, ctx, { name: 'register.import-stopped', subjectId: run.id });
    return redirect(`/register/imports/${run.id}`, 'The import is stopped');
  },
});

async function importsMain(ctx: StaffContext, state: FormState) {
  const imports = await latestImports(ctx.tx, ctx.organisation);
  const hidden = hiddenFor(ctx);
  const when = (instant: Temporal.Instant) =>
    instant
      .toZonedDateTimeISO(ctx.pack.calendar.timeZone)
      .toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return () => importsPage(imports, state, hidden, when);
}

async function refusedUpload(ctx: StaffContext, problem: string) {
  return invalid({ title, main: await importsMain(ctx, { values: {}, errors: { files: problem } }) });
}

async function known(ctx: StaffContext<{ readonly id: string }>): Promise<ImportRun> {
  const run = await findImport(ctx.tx, ctx.organisation, ctx.params.id);
  if (!run) throw notFound();
  return run;
}

export const importRoutes: readonly Route[] = [form, upload, progress, problems, confirm, stop];
