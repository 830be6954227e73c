import type { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import {
  askingForm,
  dealingForm,
  doubtForm,
  meantForm,
  readingForm,
  withdrawalForm,
} from '../forms/step-forms.ts';
import { paths } from '../paths.ts';
import { mayRead } from '../standing.ts';
import { askAgain, dealWith, decideDoubt, readWords, sayMeant, withdraw } from '../store/acts.ts';
import { wouldBe } from '../store/openings.ts';
import { returnsOf } from '../store/returns.ts';
import { messageOf, stepsOf } from '../store/rows.ts';
import { type MessageModel, messagePage } from '../views/one.ts';
import {
  askingPage,
  dealingPage,
  doubtPage,
  meantPage,
  readingPage,
  withdrawalPage,
} from '../views/step-forms.ts';

interface Params {
  readonly id: CaseId;
  readonly message: string;
}
const params = ids('id', 'message') as unknown as z.ZodType<Params>;

type OfMessage = Pick<MessageModel, 'message' | 'steps' | 'returns' | 'sending' | 'unread' | 'others'>;

async function loadMessage(ctx: StaffContext<Params>, loading: Promise<CaseModel>): Promise<OfMessage> {
  await loading;
  const { id, message: messageId } = ctx.params;
  const [message, steps, returns] = await Promise.all([
    messageOf(ctx.tx, ctx.organisation, id, messageId),
    stepsOf(ctx.tx, ctx.organisation, messageId),
    returnsOf(ctx.tx, ctx.organisation, messageId),
  ]);
  if (!message) throw notFound();
  const now = await wouldBe(ctx, message);
  const { sending = null, unread = [], others = [] } = now ?? {};
  return { message, steps, returns, sending, unread, others };
}

const one = staffRoute({
  method: 'GET',
  path: '/cases/:id/messages/:message',
  params,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const model = await loadCase(ctx, ctx.params.id);
    const facts = await loadMessage(ctx, Promise.resolve(model));
    await recordView(ctx, ctx.params.id, 'Messages');
    return page(inCase(model, 'Message', () => messagePage({ ...model, ...facts })));
  },
});

/** What every form about one message shares. */
const about = { params, may: 'case.work', version: endsOnce, load: loadMessage } as const;
const which = ({ params: { id, message } }: StaffContext<Params>) => ({ caseId: id, message });
const back = ({ params: { id, message } }: StaffContext<Params>, said: string) => ({
  to: paths.message(id, message),
  said,
});

const withdrawal = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/withdrawal',
  records: 'message.withdrawn',
  title: 'Withdraw a message',
  draft: ({ message }) => ({ form: 'message-withdrawal', about: message }),
  schema: () => withdrawalForm,
  view: (model, form, facts) => withdrawalPage({ ...model, ...facts }, form),
  save: async (ctx, { why }) => {
    await withdraw(ctx.tx, ctx, which(ctx), why);
    return back(ctx, 'It is withdrawn');
  },
});

const askingAgain = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/asking-again',
  records: 'message.asked-again',
  title: 'Ask again',
  draft: ({ message }) => ({ form: 'message-asking', about: message }),
  schema: () => askingForm,
  view: (model, form, facts) => askingPage({ ...model, ...facts }, form),
  save: async (ctx) => {
    await askAgain(ctx.tx, ctx, which(ctx));
    return back(ctx, 'It is decided anew in a moment');
  },
});

const reading = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/reading',
  records: 'message.words-read',
  title: 'Read what must not be done',
  draft: ({ message }) => ({ form: 'message-reading', about: message }),
  schema: () => readingForm,
  // Other words than those that were shown are read again.
  version: (_, { unread }) => fingerprint(unread),
  view: (model, form, facts, ctx) =>
    readingPage({ ...model, ...facts }, form, mayRead(facts.message, ctx.staff)),
  save: async (ctx, _, __, { unread }) => {
    await readWords(ctx.tx, ctx, which(ctx), unread);
    return back(ctx, 'Saved. It is decided anew in a moment');
  },
});

const meaning = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/beside-others',
  records: 'message.meant',
  title: 'Is it meant beside others?',
  draft: ({ message }) => ({ form: 'message-meant', about: message }),
  schema: () => meantForm,
  // What is said is of those that were shown: another that left meanwhile is shown first.
  version: (_, { others }) => fingerprint(others.map(({ id }) => id)),
  view: (model, form, facts) => meantPage({ ...model, ...facts }, form),
  save: async (ctx, { why }, _, { others }) => {
    await sayMeant(ctx.tx, ctx, which(ctx), { others: others.map(({ id }) => id), why });
    return back(ctx, 'Saved. It is decided anew in a moment');
  },
});

const doubt = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/doubt',
  records: ['message.sent', 'message.asked-again', 'message.withdrawn'],
  title: 'Did it leave?',
  draft: ({ message }) => ({ form: 'message-doubt', about: message }),
  schema: () => doubtForm,
  view: (model, form, facts) => doubtPage({ ...model, ...facts }, form),
  save: async (ctx, value) => {
    await decideDoubt(ctx.tx, ctx, which(ctx), value);
    return back(ctx, 'Saved');
  },
});

const dealing = caseFormPage({
  ...about,
  path: '/cases/:id/messages/:message/dealing',
  records: 'message.dealt-with',
  title: 'What did you do about it?',
  draft: ({ message }) => ({ form: 'message-dealing', about: message }),
  schema: () => dealingForm,
  view: (model, form, facts) => dealingPage({ ...model, ...facts }, form),
  save: async (ctx, { done }) => {
    await dealWith(ctx.tx, ctx, which(ctx), done);
    return back(ctx, 'Saved');
  },
});

export const oneMessageRoutes: readonly Route[] = [
  one,
  ...withdrawal,
  ...askingAgain,
  ...reading,
  ...meaning,
  ...doubt,
  ...dealing,
];
