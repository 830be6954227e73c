import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, type Saved } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { momentFields } from '#kit/typed-moment.ts';
import {
  type CaseContext,
  caseFormPage,
  caseParams,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { levelLabel, type ReceivedValue } from '#modules/risk-level/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { receivedForm } from '../forms/received-form.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { receivedIn, recordReceived } from '../store/received-assessments.ts';
import { newReceivedPage, receivedPage } from '../views/received-assessment.ts';
import { receivedParams } from './params.ts';

const newReceived = caseFormPage({
  path: '/cases/:id/risk/received/new',
  params: caseParams,
  may: 'case.work',
  records: ['risk.received', 'risk.received-unweighed'],
  title: 'Received',
  draft: ({ id }) => ({ form: 'received', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, { calendar }) => receivedForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('received', ctx.now, calendar.rules.timeZone),
  view: (model, form) => newReceivedPage(model, form, null),
  save: (ctx, value, model) => recorded(ctx, ctx.params.id, value, model, null),
});

const correction = caseFormPage({
  path: '/cases/:id/risk/received/:received/correction',
  params: receivedParams,
  may: 'case.work',
  records: ['risk.received', 'risk.received-unweighed'],
  title: 'Correct',
  draft: ({ received }) => ({ form: 'received-correction', about: received }),
  version: endsOnce,
  load: async (ctx) => {
    const received = await known(ctx);
    if (received.correctedById) throw notFound();
    return received;
  },
  schema: (ctx, { calendar }) => receivedForm(calendar.rules.timeZone, ctx.now),
  fresh: (_, { calendar }, received) => ({
    ...momentFields('received', received.receivedAt, calendar.rules.timeZone),
    ...(received.assessedOn && dayFields('assessed', received.assessedOn)),
    tool: received.tool,
    toolName: received.toolName,
    receivedFrom: received.receivedFrom,
    scoreStated: received.scoreStated,
    levelStated: received.levelStated,
    levelWords: received.levelWords,
    words: received.words,
    handling: received.handling,
  }),
  view: (model, form, received) => newReceivedPage(model, form, received),
  save: (ctx, value, model) => recorded(ctx, ctx.params.id, value, model, ctx.params.received),
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/received/:received',
  params: receivedParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const model = await loadCase(ctx, ctx.params.id);
    const [received] = await Promise.all([known(ctx), recordView(ctx, ctx.params.id, 'Received')]);
    return page(inCase(model, 'Received', () => receivedPage(model, received)));
  },
});

async function known(ctx: StaffContext<{ readonly id: CaseId; readonly received: string }>) {
  const received = await receivedIn(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.received);
  if (!received) throw notFound();
  return received;
}

async function recorded(
  ctx: CaseContext,
  caseId: CaseId,
  value: ReceivedValue,
  { pack, calendar }: CaseModel,
  correctsId: string | null,
): Promise<Saved> {
  const about = { pack, calendar, caseId, correctsId };
  const { id, raisedTo } = await recordReceived(ctx.tx, ctx, { ...value, ...about });
  const raised = raisedTo && `. The level of risk is ${levelLabel(raisedTo).toLowerCase()} now`;
  return { to: paths.received(caseId, id), said: `Recorded as it was received${raised ?? ''}` };
}

export const receivedRoutes: readonly Route[] = [...newReceived, ...correction, show];
