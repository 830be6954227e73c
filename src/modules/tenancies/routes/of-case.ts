import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { page } from '#kit/http/answers.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import {
  caseDecision,
  caseFormPage,
  caseParams,
  decisionModel,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayGoAhead } from '#rules/may-go-ahead.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { goesAheadFacts } from '../facts.ts';
import { answerDecisionForm, findingForm } from '../forms/finding-form.ts';
import { paths } from '../paths.ts';
import { changesOf } from '../store/changes.ts';
import { checksOf, oneCheck } from '../store/checks.ts';
import { decideAnswer, isOvertaken, loadAnswer } from '../store/decide.ts';
import { findOutInCase } from '../store/find-out.ts';
import { answerKind } from '../told.ts';
import { decisionPage, findingPage, ofCasePage } from '../views/of-case.ts';

const title = 'Changes of the tenancy';

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/tenancy-events',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, checks, changes] = await Promise.all([
      loadCase(ctx, id),
      checksOf(ctx.tx, ctx.organisation, id),
      changesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    return page(inCase(model, title, () => ofCasePage(model, checks, changes)));
  },
});

interface CheckParams {
  readonly id: CaseId;
  readonly check: string;
}

const finding = caseFormPage({
  path: '/cases/:id/tenancy-events/:check/finding',
  params: ids('id', 'check') as z.ZodType<CheckParams>,
  may: 'case.work',
  records: ['tenancy-event.checked', 'tenancy-event.answer-proposed'],
  title,
  draft: ({ check }) => ({ form: 'tenancy-event-finding', about: check }),
  version: (_, check) => check.revision,
  load: async (ctx, loading) => {
    await loading;
    return oneCheck(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.check);
  },
  schema: () => findingForm,
  view: findingPage,
  save: async (ctx, found, { file }, check) => {
    const { id: caseId, check: checkId } = ctx.params;
    const { answer } = found;
    const gate = mayGoAhead({ ...goesAheadFacts(check, file), found });
    if (answer === 'goes_ahead' && !gate.allowed) return { errors: { answer: `Not yet. ${gate.reason}` } };
    if (answer !== null && check.answers.some(({ decision }) => decision === null))
      return { errors: { answer: 'An answer waits for a manager already: take that one back first' } };
    const answerId = await findOutInCase(ctx.tx, ctx, { caseId, checkId, ...found });
    return {
      to: paths.ofCase(caseId),
      said: answerId === null ? 'Saved. It stays held' : 'A manager is asked',
    };
  },
});

interface AnswerParams {
  readonly id: CaseId;
  readonly answer: string;
}
type Context = StaffContext<AnswerParams>;

const decision = caseDecision({
  path: '/cases/:id/tenancy-events/answers/:answer',
  params: ids('id', 'answer') as z.ZodType<AnswerParams>,
  may: 'tenancy-event.decide',
  records: ['tenancy-event.answer-approved', 'tenancy-event.answer-declined'],
  withdrawal: 'tenancy-event.answer-withdrawn',
  form: answerDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, answer: answerId } = ctx.params;
    await decideAnswer(ctx.tx, ctx, { caseId, answerId, version, decision, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, answer: answerId } = ctx.params;
    await decideAnswer(ctx.tx, ctx, { caseId, answerId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: Context, form: FormState) {
  const { id, answer: answerId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { check, proposal } = await loadAnswer(ctx.tx, ctx, id, answerId);
  const role = may(ctx.who.roles, 'tenancy-event.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(answerKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.decision(id, proposal.id), proposal);
  const overtaken = isOvertaken(check, proposal, model.file);
  return inCase(model, title, () => decisionPage(model, fields, { check, proposal, overtaken }, verdict));
}

export const caseRoutes: readonly Route[] = [show, ...finding, ...decision];
