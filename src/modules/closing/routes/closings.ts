import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { reopenCase } from '#modules/cases/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import { allowed, type CaseId, refused } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { closingKind, hurdles } from '../closing.ts';
import { closingForm, reopeningAskingDanger, signatureForm } from '../forms/closing-form.ts';
import { paths } from '../paths.ts';
import { closingOf, proposeClosing } from '../store/closings.ts';
import { decideClosing, withdrawClosing } from '../store/decisions.ts';
import { closingFacts } from '../store/facts.ts';
import { stillIn } from '../store/still.ts';
import { decisionPage, newClosingPage, reopeningPage } from '../views/closings.ts';
import { closingParams } from './params.ts';

const propose = caseFormPage({
  path: '/cases/:id/closings/new',
  params: caseParams,
  may: 'case.close',
  records: 'case.closing-proposed',
  title: 'Close this case',
  draft: ({ id }) => ({ form: 'closing', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    const { tx, organisation, now } = ctx;
    const [facts, planned] = await Promise.all([
      closingFacts(tx, ctx, file),
      stillIn(tx, organisation, file.id, now),
    ]);
    return { facts, planned, hurdles: hurdles(facts), open: !file.closedAt && file.state !== 'closing' };
  },
  schema: (_, __, { facts }) => closingForm(facts),
  view: newClosingPage,
  save: async (ctx, closing) => {
    const { id } = ctx.params;
    const { closed } = await proposeClosing(ctx.tx, ctx, { ...closing, caseId: id });
    return {
      to: paths.closing(id),
      said: closed ? 'The case is closed' : 'It waits for a manager’s signature',
    };
  },
});

type ClosingContext = StaffContext<{ readonly id: CaseId; readonly closing: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/closings/:closing',
  params: closingParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await closingShown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path: '/cases/:id/closings/:closing',
  params: closingParams,
  may: 'closing.sign',
  records: ['case.closing-signed', 'case.closing-declined'],
  handle: async (ctx) => {
    const parsed = parseForm(signatureForm, ctx.body);
    if (!parsed.ok) return invalid(await closingShown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const { id: caseId, closing: closingId } = ctx.params;
    const decided = { caseId, closingId, version, decision, why };
    await decideClosing(ctx.tx, ctx, decided);
    return redirect(paths.closing(caseId), 'The decision is saved');
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: '/cases/:id/closings/:closing/withdrawal',
  params: closingParams,
  may: 'case.close',
  records: 'case.closing-declined',
  handle: async (ctx) => {
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { id: caseId, closing: closingId } = ctx.params;
    await withdrawClosing(ctx.tx, ctx, { caseId, closingId, version: parsed.value._version });
    return redirect(paths.closing(caseId), 'The case goes on');
  },
});

async function closingShown(
  ctx: ClosingContext,
  form: Parameters<typeof decisionPage>[1]['form'] = { values: {}, errors: {} },
) {
  const { id, closing: closingId } = ctx.params;
  const [model, closing] = await Promise.all([
    loadCase(ctx, id),
    closingOf(ctx.tx, ctx.organisation, id, closingId),
    recordView(ctx, id, 'Closing'),
  ]);
  if (!closing) throw notFound();
  const role = may(ctx.who.roles, 'closing.sign');
  const signing = { by: ctx.staff, sight: sightOf(model.file), decision: 'signed' } as const;
  const verdict = role.allowed ? mayDecide(closingKind, closing, signing) : role;
  const [facts, planned] = await Promise.all([
    closingFacts(ctx.tx, ctx, model.file),
    stillIn(ctx.tx, ctx.organisation, id, ctx.now),
  ]);
  const fields = {
    form,
    action: paths.closingDecision(id, closing.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: closing.version,
  };
  return inCase(model, 'Closing', () =>
    decisionPage(model, fields, { closing, planned, hurdles: hurdles(facts), may: verdict }),
  );
}

const reopening = caseFormPage({
  path: '/cases/:id/reopening',
  params: caseParams,
  may: 'case.work',
  records: 'case.reopened',
  title: 'Open again',
  draft: ({ id }) => ({ form: 'reopening', about: id }),
  version: endsOnce,
  load: async (_, loading) => {
    const { file } = await loading;
    return file.closedAt ? allowed : refused('This case is open.', 'records');
  },
  schema: () => reopeningAskingDanger,
  view: reopeningPage,
  save: async (ctx, { dangerNow, ...again }) => {
    const { id } = ctx.params;
    await reopenCase(ctx.tx, ctx, { ...again, caseId: id });
    const danger = await answerDanger(ctx.tx, ctx, {
      ...{ caseId: id, how: 'reopened', askedAt: ctx.now, asked: dangerNow },
    });
    if (danger) return danger;
    return { to: `/cases/${id}`, said: 'The case is open again' };
  },
});

export const closingRoutes: readonly Route[] = [...propose, show, decide, withdraw, ...reopening];
