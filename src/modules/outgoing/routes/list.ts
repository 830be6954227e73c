import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { refused } from '#rules/facts.ts';
import type { SendingChannel } from '#rules/may-send.ts';
import { messageForm } from '../forms/message-form.ts';
import { keyOf } from '../openings.ts';
import { paths } from '../paths.ts';
import { madeOf, wordingsFor, wrongOver } from '../store/made.ts';
import { openingsIn } from '../store/openings.ts';
import { type Other, othersLately } from '../store/others-lately.ts';
import { queueMessage } from '../store/queue.ts';
import { messagesOf } from '../store/rows.ts';
import { saidLately } from '../store/said-lately.ts';
import { messagesPage } from '../views/list.ts';
import { newMessagePage } from '../views/message-form.ts';
import { severalAtOnce, theSameWords } from '../words.ts';

const list = staffRoute({
  method: 'GET',
  path: '/cases/:id/messages',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, messages] = await Promise.all([
      loadCase(ctx, id),
      messagesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Messages'),
    ]);
    return page(inCase(model, 'Messages', () => messagesPage({ ...model, messages })));
  },
});

const newMessage = caseFormPage({
  path: '/cases/:id/messages/new',
  params: caseParams,
  may: 'case.work',
  records: 'message.queued',
  title: 'Write a message',
  draft: ({ id }) => ({ form: 'message', about: id }),
  load: async (ctx, loading) => {
    const model = await loading;
    const lately = (channel: SendingChannel) => othersLately(ctx.tx, ctx, { caseId: ctx.params.id, channel });
    const [openings, wordings, ...others] = await Promise.all([
      ...([openingsIn(ctx, model), wordingsFor(ctx, model)] as const),
      ...([lately('text'), lately('post')] as const),
    ]);
    return { openings, wordings, others: others.flat() };
  },
  schema: (_, __, { openings, wordings }) =>
    messageForm(
      openings,
      wordings.inUse.map(({ of }) => of),
      (written, route) => {
        const over = openings.find((each) => keyOf(each) === keyOf(route));
        return over ? wrongOver(written, over, wordings) : {};
      },
    ),
  fresh: () => ({ useful: '2', language: 'en' }),
  // What was shown of who would learn it is what is kept: where that changed meanwhile, it is looked at again.
  version: (_, { openings }) => fingerprint(openings.map((each) => [keyOf(each), each.learners])),
  view: newMessagePage,
  save: async (
    ctx,
    { route, says, askedForBy, days, again, together, beside, ...written },
    _,
    { openings, wordings },
  ) => {
    const caseId = ctx.params.id;
    const chosen = openings.find((each) => route !== null && keyOf(each) === keyOf(route));
    if (!chosen) throw new Fault('refused', refused('This way is not agreed.', 'safe-contact'));
    const { channel, over, learners } = chosen;
    const made = madeOf(written, channel, wordings);
    if ('errors' in made) return made;
    const message = { caseId, channel, says, ...made };
    const same = await saidLately(ctx.tx, ctx, { ...message, over });
    // The one whose words go again is asked about by that.
    const others = (await othersLately(ctx.tx, ctx, { caseId, channel })).filter(({ id }) => id !== same?.id);
    const why = together.trim();
    const errors = {
      ...(same && !again && { again: theSameWords(same, ctx) }),
      ...(others.length > 0 &&
        (why === '' || !shownAll(beside, others)) && { together: severalAtOnce(channel, others.length) }),
    };
    if (Object.keys(errors).length > 0) return { errors };
    const id = await queueMessage(ctx.tx, ctx, {
      ...{ ...message, over, askedForBy, learners, repeatsId: same?.id ?? null },
      ...(others.length > 0 && { beside: { others: others.map((each) => each.id), why } }),
      usefulUntil: today(ctx).add({ days }),
    });
    return { to: paths.message(caseId, id), said: 'It is at the door' };
  },
});

/** What is said is of those that stood on the page: a draft or a second tab may not know of the last. */
function shownAll(beside: string, others: readonly Other[]): boolean {
  const shown = beside.split(' ');
  return others.every(({ id }) => shown.includes(id));
}

export const messageRoutes: readonly Route[] = [list, ...newMessage];
