import { parseForm } from '#kit/forms.ts';
import { type Answer, page } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { type CaseContext, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { may } from '#rules/may.ts';
import {
  type ChronologyQuery,
  chronologyQuery,
  chronologySearch,
  filterOf,
} from '../forms/chronology-query.ts';
import { entriesOf } from '../store/entries.ts';
import { chronologyPage } from '../views/chronology.ts';
import type { ChronologyModel } from '../views/model.ts';

const chronology = staffRoute({
  method: 'GET',
  path: '/cases/:id/entries',
  params: caseParams,
  query: chronologyQuery,
  may: 'case.see',
  records: 'case.viewed',
  handle: (ctx) => entriesPage(ctx, ctx.query, ''),
});

const search = staffRoute({
  method: 'POST',
  path: '/cases/:id/entries',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  once: false,
  async handle(ctx) {
    const asked = parseForm(chronologySearch, ctx.body);
    if (!asked.ok) throw new Fault('unreadable');
    const { text, ...query } = asked.value;
    return entriesPage(ctx, query, text);
  },
});

async function entriesPage(ctx: CaseContext, query: ChronologyQuery, text: string): Promise<Answer> {
  const model = await loadEntries(ctx, { query, text, part: 'Chronology' });
  return page(inCase(model, 'Chronology', () => chronologyPage(model)));
}

interface Asked {
  readonly query: ChronologyQuery;
  readonly text: string;
  /** In the record of views. */
  readonly part: string;
}

async function loadEntries(ctx: CaseContext, { query, text, part }: Asked): Promise<ChronologyModel> {
  const { id } = ctx.params;
  const { timeZone } = ctx.pack.calendar;
  const { order, page } = query;
  const [model, found] = await Promise.all([
    loadCase(ctx, id),
    entriesOf(ctx.tx, ctx.organisation, id, {
      ...filterOf(query, timeZone, text),
      order,
      page,
    }),
    recordView(ctx, id, part),
  ]);
  const mayExport = may(ctx.who.roles, 'chronology.export');
  return { ...model, ...found, query, text, csrf: ctx.csrf, mayExport };
}

export const chronologyRoutes: readonly Route[] = [chronology, search];
