import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { moveForm } from '../forms/move-forms.ts';
import { paths } from '../paths.ts';
import { awayOf } from '../store/away.ts';
import { wishToMove } from '../store/moves.ts';
import { placesOf } from '../store/places.ts';
import { movesOf } from '../store/rows.ts';
import { newMovePage } from '../views/forms.ts';
import { movePage } from '../views/move.ts';
import { movesPage } from '../views/of-case.ts';
import { moveParams, title } from './params.ts';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/moves',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, moves, places, away] = await Promise.all([
      loadCase(ctx, id),
      movesOf(ctx.tx, ctx.organisation, id),
      placesOf(ctx.tx, ctx.organisation, id),
      awayOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    return page(inCase(model, title, () => movesPage(model, { moves, places, away })));
  },
});

const begin = caseFormPage({
  path: '/cases/:id/moves/new',
  params: caseParams,
  may: 'case.work',
  records: 'move.wished',
  title,
  draft: ({ id }) => ({ form: 'move', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => moveForm(today(ctx)),
  fresh: (ctx) => dayFields('wished', today(ctx)),
  view: (model, form) => newMovePage(model, form),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    const moveId = await wishToMove(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.move(caseId, moveId), said: 'Saved' };
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/moves/:move',
  params: moveParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id, move: moveId } = ctx.params;
    const [model, moves] = await Promise.all([
      loadCase(ctx, id),
      movesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const move = moves.find((each) => each.id === moveId);
    if (!move) throw notFound();
    return page(inCase(model, title, () => movePage(model, move)));
  },
});

export const caseRoutes: readonly Route[] = [ofCase, ...begin, show];
