import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds, type Saved } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import {
  caseFormPage,
  caseParams,
  inCase,
  loadCase,
  recordView,
  triggerReview,
} from '#modules/case-file/index.ts';
import { type CaseModel, casePaths as paths } from '#modules/case-file/pure.ts';
import { suspectHonour } from '#modules/needs/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { answersOf, audienceOf } from '../audience.ts';
import { audienceForm, entryForm, type WrittenEntry } from '../forms/entry-form.ts';
import { audienceDecisions, decideAudience } from '../store/audiences.ts';
import { conditionsOf } from '../store/conditions.ts';
import { addEntry, entryOf } from '../store/entries.ts';
import { audiencePage, entryPage } from '../views/entry.ts';
import { newEntryPage } from '../views/new-entry.ts';

const entryParams = ids('id', 'entry') as z.ZodType<{ readonly id: CaseId; readonly entry: string }>;
type EntryContext = StaffContext<{ readonly id: CaseId; readonly entry: string }>;

const schemaIn = (ctx: StaffContext, { calendar, people }: CaseModel) =>
  entryForm(
    calendar.rules.timeZone,
    ctx.now,
    people.map(({ id }) => id),
  );

const newEntry = caseFormPage({
  path: '/cases/:id/entries/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.entry-recorded',
  title: 'New entry',
  draft: ({ id }) => ({ form: 'entry', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, model) => schemaIn(ctx, model),
  fresh: (ctx, { calendar }) => {
    const { timeZone } = calendar.rules;
    return {
      ...momentFields('happened', ctx.now, timeZone),
      ...momentFields('known', ctx.now, timeZone),
      // A quick note needs its words alone.
      kind: 'note',
      source: 'record',
    };
  },
  view: newEntryPage,
  save: (ctx, entry) => added(ctx, ctx.params.id, entry, null),
});

const correction = caseFormPage({
  path: '/cases/:id/entries/:entry/correction',
  params: entryParams,
  may: 'case.work',
  records: 'case.entry-corrected',
  title: 'Correct an entry',
  draft: ({ entry }) => ({ form: 'correction', about: entry }),
  version: adds,
  load: (ctx) => findEntry(ctx),
  schema: (ctx, model) => schemaIn(ctx, model),
  fresh: (_, { calendar }, entry) => {
    const { timeZone } = calendar.rules;
    const { kind, source, aboutId, disclosableTo } = entry;
    return {
      ...momentFields('happened', entry.happenedAt, timeZone),
      ...momentFields('known', entry.knownAt, timeZone),
      kind,
      source,
      aboutId: aboutId ?? '',
      audience: answersOf(disclosableTo),
    };
  },
  view: (model, form, entry) => newEntryPage(model, form, entry),
  save: (ctx, entry) => added(ctx, ctx.params.id, entry, ctx.params.entry),
});

async function added(
  ctx: StaffContext,
  caseId: CaseId,
  { happened, known, honour, ...entry }: WrittenEntry,
  correctsId: string | null,
): Promise<Saved> {
  const written = { ...entry, caseId, happenedAt: happened, knownAt: known, correctsId };
  const subjectId = await addEntry(ctx.tx, ctx, written);
  if (honour) await suspectHonour(ctx.tx, ctx, { caseId, why: 'Something in the chronology suggests it' });
  if (entry.kind === 'incident' && correctsId === null) {
    const told = { trigger: 'incident', at: known, subjectId } as const;
    await triggerReview(ctx.tx, ctx, { caseId, ...told });
  }
  return { to: paths.entries(caseId), said: 'Added to the chronology' };
}

const oneEntry = staffRoute({
  method: 'GET',
  path: '/cases/:id/entries/:entry',
  params: entryParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, entry, decisions, conditions] = await Promise.all([
      loadCase(ctx, id),
      findEntry(ctx),
      audienceDecisions(ctx.tx, ctx.organisation, id, ctx.params.entry),
      conditionsOf(ctx.tx, ctx.organisation, id, ctx.params.entry),
      recordView(ctx, id, 'Entry'),
    ]);
    const packThen = ctx.services.packs.all.find((pack) => pack.id === entry.packId) ?? null;
    return page(
      inCase(model, 'Entry', () => entryPage({ ...model, entry, decisions, conditions, packThen })),
    );
  },
});

const audience = caseFormPage({
  path: '/cases/:id/entries/:entry/audience',
  params: entryParams,
  may: 'case.work',
  records: 'entry.disclosable-changed',
  title: 'Who may see an entry',
  draft: ({ entry }) => ({ form: 'audience', about: entry }),
  load: (ctx) => findEntry(ctx),
  schema: () => audienceForm,
  fresh: (_, __, entry) => ({ audience: answersOf(entry.disclosableTo) }),
  version: (_, entry) => entry.audienceNumber,
  view: (model, form, entry, _, meanwhile) => audiencePage(model, form, entry, meanwhile),
  async save(ctx, { audience: answers, reason }, _, entry) {
    const { id: caseId, entry: entryId } = ctx.params;
    const disclosableTo = audienceOf(answers, entry.source);
    const decision = { caseId, entryId, after: entry.audienceNumber, disclosableTo, reason };
    if (!(await decideAudience(ctx.tx, ctx, decision))) throw new Fault('stale');
    return { to: paths.entry(caseId, entryId), said: 'Saved' };
  },
});

async function findEntry(ctx: EntryContext) {
  const entry = await entryOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.entry);
  if (!entry) throw notFound();
  return entry;
}

export const entryRoutes: readonly Route[] = [...newEntry, ...correction, oneEntry, ...audience];
