import { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import type { CaseId } from '#rules/facts.ts';
import { type EntryKind, entryKinds } from '../chronology.ts';
import { entryForm, type WrittenEntry } from '../forms/entry-form.ts';
import { paths } from '../paths.ts';
import { addEntry, entriesOf, entryOf } from '../store/entries.ts';
import { triggerReview } from '../store/review-triggers.ts';
import { chronologyPage, newEntryPage } from '../views/chronology.ts';
import { type CaseContext, inCase, loadCase, recordView } from './case-page.ts';
import { formPage, type Saved } from './form-page.ts';
import { caseParams, entryParams } from './params.ts';

const kinds = entryKinds.map((kind) => kind.value) as readonly EntryKind[];

const listed = z.object({
  kind: z
    .enum(kinds as [EntryKind, ...EntryKind[]])
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
const searched = listed.extend({ text: z.string().trim().max(100).catch('') });

const chronology = staffRoute({
  method: 'GET',
  path: '/cases/:id/entries',
  params: caseParams,
  query: listed,
  may: 'case.see',
  records: 'case.viewed',
  handle: (ctx) => entriesPage(ctx, { ...ctx.query, text: '' }),
});

const search = staffRoute({
  method: 'POST',
  path: '/cases/:id/entries',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  once: false,
  async handle(ctx) {
    const asked = parseForm(searched, ctx.body);
    if (!asked.ok) throw new Fault('unreadable');
    return entriesPage(ctx, asked.value);
  },
});

async function entriesPage(ctx: CaseContext, asked: z.infer<typeof searched>): Promise<Answer> {
  const { id } = ctx.params;
  const [model, found] = await Promise.all([
    loadCase(ctx, id),
    entriesOf(ctx.tx, ctx.organisation, id, asked),
    recordView(ctx, id, 'Chronology'),
  ]);
  const { csrf } = ctx;
  return page(
    inCase(model, 'Chronology', () =>
      chronologyPage({ ...model, ...found, ...asked, csrf, kind: asked.kind ?? '' }),
    ),
  );
}

const newEntry = formPage({
  path: '/cases/:id/entries/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.entry-recorded',
  title: 'New entry',
  draft: ({ id }) => ({ form: 'entry', about: id }),
  load: async () => null,
  schema: (ctx, { calendar }) => entryForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => {
    const { timeZone } = calendar.rules;
    return { ...momentFields('happened', ctx.now, timeZone), ...momentFields('known', ctx.now, timeZone) };
  },
  view: newEntryPage,
  save: (ctx, entry) => added(ctx, ctx.params.id, entry, null),
});

const correction = formPage({
  path: '/cases/:id/entries/:entry/correction',
  params: entryParams,
  may: 'case.work',
  records: 'case.entry-corrected',
  title: 'Correct an entry',
  draft: ({ entry }) => ({ form: 'correction', about: entry }),
  load: async (ctx) => {
    const entry = await entryOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.entry);
    if (!entry) throw notFound();
    return entry;
  },
  schema: (ctx, { calendar }) => entryForm(calendar.rules.timeZone, ctx.now),
  fresh: (_, { calendar }, { happenedAt, knownAt, kind, source }) => {
    const { timeZone } = calendar.rules;
    return {
      ...momentFields('happened', happenedAt, timeZone),
      ...momentFields('known', knownAt, timeZone),
      kind,
      source,
    };
  },
  view: (model, form, entry) => newEntryPage(model, form, entry),
  save: (ctx, entry) => added(ctx, ctx.params.id, entry, ctx.params.entry),
});

async function added(
  ctx: StaffContext,
  caseId: CaseId,
  { happened, known, ...entry }: WrittenEntry,
  correctsId: string | null,
): Promise<Saved> {
  const { pack, services } = ctx;
  const written = { ...entry, caseId, happenedAt: happened, knownAt: known, correctsId };
  const subjectId = await addEntry(ctx.tx, ctx, written);
  if (entry.kind === 'incident' && correctsId === null) {
    const calendar = services.packs.calendarOf(pack);
    const told = { trigger: 'incident', at: known, subjectId } as const;
    await triggerReview(ctx.tx, ctx, { pack, calendar, caseId, ...told });
  }
  return { to: paths.entries(caseId), said: 'Added to the chronology' };
}

export const chronologyRoutes: readonly Route[] = [chronology, search, ...newEntry, ...correction];
