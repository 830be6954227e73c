import { z } from 'zod';
import { csvBytes } from '#kit/documents/csv.ts';
import { renderPdf, renderWord } from '#kit/documents/render.ts';
import { parseForm, type Typed } from '#kit/forms.ts';
import { render } from '#kit/html.ts';
import { type Answer, conflicting, file, invalid, page } from '#kit/http/answers.ts';
import { insist } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { turns } from '#kit/turns.ts';
import {
  aroundThem,
  type CaseContext,
  caseParams,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';
import { type Format, kindOf, type OwnCopyWays, ownCopyWays } from '../export.ts';
import { type Exported, exportDocument } from '../export-document.ts';
import { sheetHead, sheetRows } from '../export-sheet.ts';
import type { Deciding, OpenDecision, OpenDecisions } from '../for-others.ts';
import { exportFile, exportForm, exportQuery } from '../forms/export-form.ts';
import { redactor } from '../redaction.ts';
import { sentAs } from '../sent-as.ts';
import { exportsOf, recordExport } from '../store/exports.ts';
import { leavingBy, leftByDecision } from '../store/left-by-decision.ts';
import { weighConditions } from '../store/weigh-conditions.ts';
import { whomAbout } from '../views/entry-list.ts';
import { exportsPage, newExportPage } from '../views/export.ts';
import { exportPreview } from '../views/export-preview.ts';
import { sheetPage } from '../views/sheet.ts';
import type { Withholding } from '../withholding.ts';
import { loadExport, type ToExport } from './export-selection.ts';

/** Two are set at once, in processes of their own (render.ts); one more is read meanwhile, and no other. */
const documents = turns({ atOnce: 3, waiting: 7 });
/** Whole chronologies that are looked at, or set here: many may wait, as none takes long. */
const readings = turns({ atOnce: 3, waiting: 100 });
const kindAsked = z.looseObject({ format: z.enum(['pdf', 'word']) });

const title = 'Chronology as a file';
const common = { params: caseParams, may: 'chronology.export' } as const;

const made = staffRoute({
  ...common,
  method: 'GET',
  path: '/cases/:id/exports',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, found] = await Promise.all([
      loadCase(ctx, id),
      exportsOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Files'),
    ]);
    return page(inCase(model, title, () => exportsPage({ ...model, made: found })));
  },
});

const choose = (decisions: OpenDecisions) =>
  staffRoute({
    ...common,
    method: 'GET',
    path: '/cases/:id/exports/new',
    query: exportQuery,
    records: 'case.viewed',
    async handle(ctx) {
      const { id } = ctx.params;
      const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
      const { from, to, as } = ctx.query;
      const form = { values: { from, to, as }, errors: {} };
      const ways = await waysIn(ctx, model, decisions);
      return page(inCase(model, title, () => newExportPage({ ...model, ...ways, csrf: ctx.csrf, form })));
    },
  });

const preview = (decisions: OpenDecisions) =>
  staffRoute({
    ...common,
    method: 'POST',
    path: '/cases/:id/exports/new',
    records: 'case.viewed',
    once: false,
    turn: () => readings,
    async handle(ctx) {
      const model = await loadCase(ctx, ctx.params.id);
      const ways = await waysIn(ctx, model, decisions);
      const parsed = parseForm(exportForm(ctx.pack, ways.own, ways.open), ctx.body);
      if (!parsed.ok) return askedAgain(ctx, { ...model, ...ways }, parsed);
      const [loaded] = await Promise.all([
        loadExport(ctx, model, parsed.value),
        recordView(ctx, ctx.params.id, title),
      ]);
      const usual = loaded.withholdings.filter((each) => each.usual).map(({ id }) => id);
      const format = parsed.typed.as === 'paper' ? 'paper' : 'pdf';
      return page(previewOf(ctx, loaded, { leaveOut: usual, format }));
    },
  });

/** As it is agreed, and as whoever is at their home lets it be. */
async function waysIn(ctx: CaseContext, model: CaseModel, decisions: OpenDecisions): Promise<Ways> {
  const [around, stand] = await Promise.all([aroundThem(ctx, model), decisions(ctx, model.file)]);
  const open = stand.filter(({ entries }) => entries.length > 0);
  return { own: ownCopyWays(around, model.now, model.calendar), open };
}

interface Ways {
  readonly own: OwnCopyWays;
  readonly open: readonly OpenDecision[];
}

function askedAgain(
  ctx: CaseContext,
  model: CaseModel & Ways,
  { typed, errors }: { readonly typed: Typed; readonly errors: Readonly<Record<string, string>> },
): Answer {
  const form = { values: typed, errors };
  return invalid(inCase(model, title, () => newExportPage({ ...model, csrf: ctx.csrf, form })));
}

function previewOf(
  ctx: CaseContext,
  loaded: ToExport,
  typed: Typed,
  errors: Readonly<Record<string, string>> = {},
  changed = false,
) {
  const { model } = loaded;
  const form = { values: typed, errors };
  return inCase(model, title, () => exportPreview({ ...model, ...loaded, csrf: ctx.csrf, form, changed }));
}

/** What was looked at is what is made: where it has changed meanwhile, it is looked at again. */
const make = ({ open: decisions, keep }: Deciding) =>
  staffRoute({
    ...common,
    method: 'POST',
    path: '/cases/:id/exports',
    records: ['case.exported', 'leaving.conditions-weighed', ...Object.values(sentAs)],
    once: false,
    perMinute: 20,
    turn: (body) => (kindAsked.safeParse(body).success ? documents : readings),
    async handle(ctx) {
      const model = await loadCase(ctx, ctx.params.id);
      const ways = await waysIn(ctx, model, decisions);
      const parsed = parseForm(exportFile(ctx.pack, ways.own, ways.open), ctx.body);
      const asked = parsed.ok ? parsed : parseForm(exportForm(ctx.pack, ways.own, ways.open), ctx.body);
      if (!asked.ok) return askedAgain(ctx, { ...model, ...ways }, asked);
      const loaded = await loadExport(ctx, model, asked.value);
      if (!parsed.ok) return invalid(previewOf(ctx, loaded, parsed.typed, parsed.errors));
      if (parsed.typed._version !== loaded.version)
        return conflicting(previewOf(ctx, loaded, parsed.typed, {}, true));
      insist(loaded.verdict);
      const { format, leaveOut, decision, purpose } = parsed.value;
      const { shown, leftOut } = loaded.selection;
      const caseId = ctx.params.id;
      const entries = shown.map(({ id }) => id);
      const learners = loaded.learners[kindOf(format)];
      const subjectId = await recordExport(ctx.tx, ctx, {
        ...parsed.value,
        recipient: asked.value.purpose === 'person' ? asked.value.reaches : asked.value.recipient,
        ...leavingBy(decision),
        caseId,
        shown: entries,
        leftOut: leftOut.length,
        learners,
      });
      const leaving = { caseId, subjectId, entries };
      if (decision) await leftByDecision(ctx.tx, ctx, { ...leaving, decision });
      else await weighConditions(ctx.tx, ctx, { ...leaving, ownFile: purpose === 'file' });
      const exported = exportedOf(ctx, loaded, leaveOut);
      const left = { caseId, decision, subjectId, entries, assessments: [], learners };
      if (format !== 'paper') {
        if (!decision) return fileOf(exported, format, () => makers[format](exported));
        const plain = await makers[format](exported);
        await keep(ctx, { ...left, decision, way: 'taken', name: nameOf(exported, format), plain });
        return fileOf(exported, format, async () => plain);
      }
      const document = exportDocument(exported);
      const sheet = sheetPage(document, casePaths.entries(caseId));
      const plain = Buffer.from(render(sheet));
      if (decision)
        await keep(ctx, { ...left, decision, way: 'paper', name: `${exported.reference}.html`, plain });
      return page({ title: document.title, paper: 'sheet', main: () => sheet });
    },
  });

function exportedOf(ctx: CaseContext, loaded: ToExport, leaveOut: readonly string[]): Exported {
  const { model, asked, selection, withholdings, policies, period } = loaded;
  // To others goes no more than was decided: how they are reached and where they live is no part of an entry.
  const kept = ({ id, usual }: Withholding) => leaveOut.includes(id) || (asked.decision !== null && usual);
  const texts = withholdings.filter(kept).flatMap((each) => each.texts);
  return {
    reference: model.file.reference,
    purpose: asked.purpose,
    recipient: asked.recipient,
    entries: selection.shown,
    redactor: redactor(texts),
    whole: texts.length === 0,
    aboutWhom: (aboutId) => whomAbout(model, aboutId),
    policies,
    period,
    readerName: ctx.who.name,
    calendar: model.calendar,
    now: ctx.now,
  };
}

/**
 * Made after the commit, so that no connection waits for it. What leaves by a decision is kept as it leaves, so that
 * it is made before.
 */
function fileOf(exported: Exported, format: File, body: () => Promise<Buffer>): Answer {
  return file({ name: nameOf(exported, format), type: types[format], body });
}

/** The case's reference alone; the person's own copy is named as its heading is. */
function nameOf({ purpose, reference }: Exported, format: File): string {
  return `${purpose === 'person' ? 'my-notes' : reference}.${extensions[format]}`;
}

type File = Exclude<Format, 'paper'>;
const extensions: Readonly<Record<File, string>> = { pdf: 'pdf', word: 'docx', csv: 'csv' };
const types: Readonly<Record<File, string>> = {
  pdf: 'application/pdf',
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
};
const makers: Readonly<Record<File, (exported: Exported) => Promise<Buffer>>> = {
  pdf: (exported) => renderPdf(exportDocument(exported)),
  word: (exported) => renderWord(exportDocument(exported)),
  csv: async (exported) => csvBytes(sheetHead, sheetRows(exported)),
};

export const exportRoutes = (deciding: Deciding): readonly Route[] => [
  made,
  choose(deciding.open),
  preview(deciding.open),
  make(deciding),
];
