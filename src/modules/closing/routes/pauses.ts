import { notFound } from '#kit/http/errors.ts';
import type { Route } from '#kit/http/route.ts';
import { caseParams, formPage } from '#modules/cases/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { allowed, refused } from '#rules/facts.ts';
import { pauseEndingForm, pauseForm } from '../forms/pause-form.ts';
import { paths } from '../paths.ts';
import { pauseCase, pausesOf, resumeCase } from '../store/pauses.ts';
import { endPausePage, newPausePage } from '../views/pauses.ts';
import { pauseParams } from './params.ts';

const pause = formPage({
  path: '/cases/:id/pauses/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.paused',
  title: 'Pause',
  draft: ({ id }) => ({ form: 'pause', about: id }),
  load: async (_, { file }) => {
    if (file.closedAt) return refused('This case is closed.', 'V3.4');
    return file.pausedAt ? refused('This case rests already.', 'V3.4') : allowed;
  },
  schema: (ctx, { calendar }) => pauseForm(atTheOffice(ctx.now, calendar).toPlainDate()),
  view: newPausePage,
  save: async (ctx, pause, { calendar, pack }) => {
    const { id } = ctx.params;
    await pauseCase(ctx.tx, ctx, { ...pause, pack, calendar, caseId: id });
    return { to: paths.closing(id), said: 'The case rests until the day that was agreed' };
  },
});

const ending = formPage({
  path: '/cases/:id/pauses/:pause/ending',
  params: pauseParams,
  may: 'case.work',
  records: 'case.resumed',
  title: 'End the pause',
  load: async (ctx) => {
    const pauses = await pausesOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = pauses.find(({ id, endedAt }) => id === ctx.params.pause && endedAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => pauseEndingForm,
  view: endPausePage,
  save: async (ctx, ended, { calendar, pack }) => {
    const { id, pause: pauseId } = ctx.params;
    await resumeCase(ctx.tx, ctx, { ...ended, pack, calendar, caseId: id, pauseId });
    return { to: paths.closing(id), said: 'The case goes on' };
  },
});

export const pauseRoutes: readonly Route[] = [...pause, ...ending];
