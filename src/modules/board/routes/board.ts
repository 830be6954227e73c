import { bankHolidaysWarning } from '#kit/components/bank-holidays-warning.ts';
import { csvText } from '#kit/documents/csv.ts';
import { html } from '#kit/html.ts';
import { file, invalid, page } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { noneClosed } from '../closures.ts';
import { boardHeads, boardRows } from '../csv.ts';
import { besideRows } from '../csv-beside.ts';
import type { Query } from '../period-query.ts';
import { closuresIn } from '../store/closures.ts';
import { laxerThresholds } from '../store/laxer-thresholds.ts';
import { boardPage } from '../views/board.ts';
import { type Asked, askedFor, loadBoard, query } from './load.ts';

type BoardContext = StaffContext<unknown, Query>;

export const board = staffRoute({
  method: 'GET',
  path: '/board',
  query,
  may: 'board.see',
  records: 'board.viewed',
  handle: async (ctx) => {
    const asked = askedFor(ctx);
    const [model, closed, laxer] = await Promise.all([
      loadBoard(ctx, asked),
      closuresBeside(ctx, asked),
      laxerBeside(ctx, asked),
      record(ctx.tx, ctx, { name: 'board.viewed' }),
    ]);
    const maySimulate = may(ctx.who.roles, 'policy.simulate').allowed;
    const { packs } = ctx.services;
    const warning = bankHolidaysWarning(packs.bankHolidaysRunOut(ctx.pack, today(ctx)));
    const shown = {
      title: 'Policy board',
      paper: 'page' as const,
      main: () => html`${warning}${boardPage({ ...model, pack: ctx.pack, maySimulate, closed, laxer })}`,
    };
    return model.ok ? page(shown) : invalid(shown);
  },
});

export const boardExport = staffRoute({
  method: 'GET',
  path: '/board.csv',
  query,
  may: 'board.see',
  records: 'board.exported',
  perMinute: 30,
  handle: async (ctx) => {
    const asked = askedFor(ctx);
    const [{ board: figures, period, viewer, since }, closed] = await Promise.all([
      loadBoard(ctx, asked),
      closuresBeside(ctx, asked),
    ]);
    const data = { from: period.from.toString(), to: period.to.toString() };
    await record(ctx.tx, ctx, { name: 'board.exported', data });
    const body = csvText(boardHeads, [
      ...boardRows(figures, period, viewer),
      ...besideRows(figures, period, viewer, { pack: ctx.pack, since, closed }),
    ]);
    return file({
      name: `policy-board-${period.from}-${period.to}.csv`,
      type: 'text/csv; charset=utf-8',
      body,
    });
  },
});

async function closuresBeside(ctx: BoardContext, { choice, beside }: Asked) {
  return (await beside).closures ? closuresIn(ctx.tx, ctx, choice.period) : noneClosed;
}

async function laxerBeside(ctx: BoardContext, { beside }: Asked) {
  return (await beside).laxerThresholds ? laxerThresholds(ctx.tx, ctx) : [];
}
