import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { calledOffSince, plannedStill } from '#modules/diary/index.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { pauseEndingForm, pauseForm } from '../forms/pause-form.ts';
import { paths } from '../paths.ts';
import { mayRest } from '../pausing.ts';
import { pauseCase, pausesOf, resumeCase } from '../store/pauses.ts';
import { endPausePage, newPausePage } from '../views/pauses.ts';
import { pauseParams } from './params.ts';

const pause = caseFormPage({
  path: '/cases/:id/pauses/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.paused',
  title: 'Pause',
  draft: ({ id }) => ({ form: 'pause', about: id }),
  version: adds,
  load: async ({ tx, organisation, now }, { file }) => {
    const { ahead } = await plannedStill(tx, organisation, file.id, now);
    return { may: mayRest(file), ahead };
  },
  schema: (ctx, { calendar }, { ahead }) =>
    pauseForm(
      today(ctx),
      ahead.map(({ id, startsAt }) => ({ id, on: atTheOffice(startsAt, calendar).toPlainDate() })),
    ),
  view: newPausePage,
  save: async (ctx, pause) => {
    const { id } = ctx.params;
    await pauseCase(ctx.tx, ctx, { ...pause, caseId: id });
    return { to: paths.closing(id), said: 'The case rests until the day that was agreed' };
  },
});

const ending = caseFormPage({
  path: '/cases/:id/pauses/:pause/ending',
  params: pauseParams,
  may: 'case.work',
  records: 'case.resumed',
  title: 'End the pause',
  draft: ({ pause }) => ({ form: 'pause-ending', about: pause }),
  version: endsOnce,
  load: async (ctx) => {
    const pauses = await pausesOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = pauses.find(({ id, endedAt }) => id === ctx.params.pause && endedAt === null);
    if (!found) throw notFound();
    const { tx, organisation, now, params } = ctx;
    const [{ ahead }, cancelled] = await Promise.all([
      plannedStill(tx, organisation, params.id, now),
      calledOffSince(tx, organisation, params.id, found.pausedAt),
    ]);
    return { pause: found, ahead, cancelled };
  },
  schema: () => pauseEndingForm,
  view: endPausePage,
  save: async (ctx, ended) => {
    const { id, pause: pauseId } = ctx.params;
    await resumeCase(ctx.tx, ctx, { ...ended, caseId: id, pauseId });
    return { to: paths.closing(id), said: 'The case goes on' };
  },
});

export const pauseRoutes: readonly Route[] = [...pause, ...ending];
