import { Failure } from '#kit/failure.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { asTyped, columnsForm } from '../columns-form.ts';
import type { DateOrder } from '../dates.ts';
import { guessOf, type Header, readHeader } from '../headers.ts';
import type { ImportRun } from '../import-run.ts';
import { survey } from '../jobs/survey.ts';
import { uploadedSources } from '../jobs/uploads.ts';
import { previewOf } from '../preview.ts';
import { checkAgain, findImport } from '../store/imports.ts';
import { keepMapping, recallMappings } from '../store/mappings.ts';
import { uploadedPart } from '../store/uploads.ts';
import { type ColumnsFile, type ColumnsModel, columnsPage } from '../views/columns.ts';

interface Loaded extends ColumnsModel {
  readonly run: ImportRun;
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
}

/** What the columns of uploaded files become: said in the page, and remembered for files with the same headings. */
export const columnsRoutes = formPage({
  path: '/register/imports/:id/columns',
  params: ids('id'),
  may: 'register.manage',
  draft: ({ id }) => ({ form: 'import-columns', about: id }),
  records: 'register.columns-matched',
  shown: {
    records: 'register.import-viewed',
    record: (ctx, { run }) => record(ctx.tx, ctx, { name: 'register.import-viewed', subjectId: run.id }),
  },
  version: { none: 'What is said now stands; the files are checked again before anything changes.' },
  load: loaded,
  fresh: (_, { typed }) => typed,
  schema: (_, { files }) => columnsForm(files),
  view: (form, model) => ({
    title: 'Columns of the files',
    main: () => columnsPage(form, model),
    backLink: { href: `/register/imports/${model.run.id}`, text: 'Import' },
  }),
  async save(ctx, mappings, { run, files }) {
    if (!(await checkAgain(ctx.tx, ctx, run.id))) throw new Fault('stale');
    for (const [at, file] of files.entries()) {
      const mapping = mappings[at];
      if (mapping) await keepMapping(ctx.tx, ctx, file.headings, mapping);
    }
    await record(ctx.tx, ctx, { name: 'register.columns-matched', subjectId: run.id });
    return { to: `/register/imports/${run.id}`, said: 'The files are being checked' };
  },
});

/** Only the beginnings of the files are read: their headings and first rows. */
async function loaded(ctx: StaffContext<{ readonly id: string }>): Promise<Loaded> {
  const { tx, organisation, params } = ctx;
  const run = await findImport(tx, organisation, params.id);
  if (!run) throw notFound();
  const open = run.dryRun && !['reading', 'waiting', 'running'].includes(run.state);
  const closed = { run, files: [], open: false, typed: {} };
  if (!open) return closed;
  const recall = await recallMappings(tx, organisation);
  const sources = uploadedSources((at) => uploadedPart(tx, organisation, at), run.id, run.fileNames);
  const files: ColumnsFile[] = [];
  let typed = {};
  try {
    for (const [place, source] of sources.entries()) {
      const { headings, first, mapping } = await survey(source, place, recall, 'beginning');
      const said = mapping ?? guessOf(headings);
      const header = readHeader(headings, said);
      typed = { ...typed, ...asTyped(place, said, mapping?.kind === null) };
      files.push({
        place,
        name: source.name,
        headings,
        first,
        asked: run.findings.filter(({ file, asks }) => asks && file === source.name).map(({ text }) => text),
        preview: 'problem' in header ? null : previewOf(withDates(header, said.dates), first, today(ctx)),
      });
    }
  } catch (error) {
    if (error instanceof Failure) return closed;
    throw error;
  }
  return { run, files, open, typed };
}

/** Its dates in the order that was said; else what a whole column shows is not known here. */
function withDates(header: Header, order: DateOrder | null): Header {
  return order
    ? { ...header, dates: new Map([...header.columns.keys()].map((name) => [name, order])) }
    : header;
}
