import { z } from 'zod';
import { file, invalid, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { dueMomentInWords, dueRuleOf } from '#rules/closed-since.ts';
import type { EventName } from '#rules/event.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Clause } from '#rules/pack.ts';
import type { Measured } from '../board.ts';
import { trendChart } from '../chart.ts';
import type { OpenPromise } from '../drill-down.ts';
import { toLookInto } from '../happenings.ts';
import { monthsOfYear, monthsWithAnything, type Year, yearsOf } from '../months.ts';
import { type Days, periodQuery } from '../period.ts';
import type { Query } from '../period-query.ts';
import { loadDrillDown } from '../store/drill-down.ts';
import { loadHappenings } from '../store/happenings.ts';
import { loadMonths } from '../store/months.ts';
import { clausePage } from '../views/clause.ts';
import { loadBoard, query, viewerOf } from './load.ts';

const params = z.object({ clause: z.string().max(20) });
type ClauseContext = StaffContext<z.infer<typeof params>, Query>;

export const clause = staffRoute({
  method: 'GET',
  path: '/board/:clause',
  params,
  query,
  may: 'board.see',
  records: 'board.viewed',
  handle: async (ctx) => {
    const { id } = clauseOf(ctx);
    const model = await loadBoard(ctx);
    const line = model.board.headings.flatMap(({ lines }) => lines).find((each) => each.clause.id === id);
    if (!line) throw notFound();
    const ids = line.commitments.map(({ commitment }) => commitment.id);
    const [years, open] = await Promise.all([
      loadYears(ctx),
      model.viewer === 'sees-cases'
        ? lookInto(ctx, { ids, names: line.commitments.flatMap(behind), period: model.period })
        : null,
      record(ctx.tx, ctx, { name: 'board.viewed', data: { clause: id } }),
    ]);
    const responsible = ctx.pack.responsibilities.filter((each) => each.clause === id);
    const calendar = ctx.calendar;
    const when = (at: Temporal.Instant) => momentInWords(at, calendar);
    const due = ({ commitment: promised, dueAt }: OpenPromise) => {
      const found = line.commitments.find(({ commitment }) => commitment.id === promised);
      return dueMomentInWords(dueAt, calendar, dueRuleOf(found?.commitment));
    };
    const shown = {
      title: `Policy board: ${id}`,
      paper: 'page' as const,
      backLink: { href: `/board${periodQuery(model.period)}`, text: 'Policy board' },
      main: () => clausePage({ ...model, line, years, open, responsible, when, due }),
    };
    return model.ok ? page(shown) : invalid(shown);
  },
});

const behind = ({ commitment }: Measured) => toLookInto(commitment.measure);

/** What is behind the figures, for whoever may see cases. */
async function lookInto(
  { tx, organisation, pack }: ClauseContext,
  {
    ids,
    names,
    period,
  }: { readonly ids: readonly string[]; readonly names: readonly EventName[]; readonly period: Days },
) {
  const { timeZone } = pack.calendar;
  const [promises, happened] = await Promise.all([
    loadDrillDown(tx, organisation, ids, period, timeZone),
    loadHappenings(tx, organisation, names, period, timeZone),
  ]);
  return { ...promises, happened };
}

export const trend = staffRoute({
  method: 'GET',
  path: '/board/:clause/trend.svg',
  params,
  within: ({ clause }) => `/board/${clause}`,
  query,
  may: 'board.see',
  records: { nothing: 'It is a picture in a page whose viewing is recorded, with the same figures.' },
  handle: async (ctx) => {
    clauseOf(ctx);
    const { of } = ctx.query;
    const years = await loadYears(ctx);
    const year = of === undefined ? years[0] : years.find(({ commitment }) => commitment.id === of);
    if (!year) throw notFound();
    return file({ name: null, type: 'image/svg+xml', body: await trendChart(year) });
  },
});

function clauseOf({ pack, params: asked }: ClauseContext): Clause {
  const found = pack.clauses.find(({ id }) => id === asked.clause);
  if (!found) throw notFound();
  return found;
}

async function loadYears(ctx: ClauseContext): Promise<readonly Year[]> {
  const commitments = ctx.pack.commitments.filter(({ clauses }) => clauses.includes(ctx.params.clause));
  const year = monthsOfYear(today(ctx));
  const viewer = viewerOf(ctx);
  const ids = new Set(commitments.map(({ id }) => id));
  const all = await loadMonths(ctx.tx, ctx.organisation, viewer, year, today(ctx));
  const tallies = all.filter(({ commitment }) => ids.has(commitment));
  return yearsOf(commitments, tallies, monthsWithAnything(year, tallies), viewer);
}
