import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { calledOffSince, plannedStill } from '#modules/diary/index.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import { refused } from '#rules/facts.ts';
import { pauseEndingForm, pauseForm } from '../forms/pause-form.ts';
import { paths } from '../paths.ts';
import { mayRest, reachedSince } from '../pausing.ts';
import { proposePause } from '../store/pause-proposals.ts';
import { pauseCase, pausesOf, resumeCase } from '../store/pauses.ts';
import { restFacts } from '../store/rest-facts.ts';
import { endPausePage, newPausePage } from '../views/pauses.ts';
import { pauseParams } from './params.ts';

const pause = caseFormPage({
  path: '/cases/:id/pauses/new',
  params: caseParams,
  may: 'case.work',
  records: ['case.paused', 'case.pause-proposed'],
  title: 'Pause',
  draft: ({ id }) => ({ form: 'pause', about: id }),
  version: adds,
  load: async ({ tx, organisation, now }, loading) => {
    const { file } = await loading;
    const [{ ahead }, { needsTwo, waiting }] = await Promise.all([
      plannedStill(tx, organisation, file.id, now),
      restFacts(tx, organisation, file),
    ]);
    const alone = mayRest(file);
    const decided = refused('A pause is waiting for a manager’s decision already.', 'own-pace');
    return { may: alone.allowed && waiting ? decided : alone, ahead, needsTwo };
  },
  schema: (ctx, { calendar }, { ahead }) =>
    pauseForm(
      today(ctx),
      ahead.map(({ id, startsAt }) => ({ id, on: atTheOffice(startsAt, calendar).toPlainDate() })),
    ),
  view: newPausePage,
  save: async (ctx, pause, _, { needsTwo }) => {
    const { id } = ctx.params;
    const rest = { ...pause, caseId: id };
    if (needsTwo.length === 0) {
      await pauseCase(ctx.tx, ctx, rest);
      return { to: paths.closing(id), said: 'The case rests until the day that was agreed' };
    }
    await proposePause(ctx.tx, ctx, rest);
    const said = 'It waits for a manager’s decision. The case goes on until then';
    return { to: paths.closing(id), said, warns: true };
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
  load: async (ctx, loading) => {
    const { file } = await loading;
    const pauses = await pausesOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = pauses.find(({ id, endedAt }) => id === ctx.params.pause && endedAt === null);
    if (!found) throw notFound();
    const { tx, organisation, now, params } = ctx;
    const [{ ahead }, cancelled] = await Promise.all([
      plannedStill(tx, organisation, params.id, now),
      calledOffSince(tx, organisation, params.id, found.pausedAt),
    ]);
    return { pause: found, ahead, cancelled, reached: reachedSince(file.lastContactAt, found.pausedAt) };
  },
  schema: (_, __, { reached }) => pauseEndingForm(reached),
  view: endPausePage,
  save: async (ctx, ended) => {
    const { id, pause: pauseId } = ctx.params;
    await resumeCase(ctx.tx, ctx, { ...ended, caseId: id, pauseId });
    return { to: paths.closing(id), said: 'The case goes on' };
  },
});

export const pauseRoutes: readonly Route[] = [...pause, ...ending];
