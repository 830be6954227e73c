import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { refused } from '#rules/facts.ts';
import { messageForm } from '../forms/message-form.ts';
import { keyOf } from '../openings.ts';
import { paths } from '../paths.ts';
import { madeOf, wordingsFor, wrongOver } from '../store/made.ts';
import { openingsIn } from '../store/openings.ts';
import { queueMessage } from '../store/queue.ts';
import { messagesOf } from '../store/rows.ts';
import { saidLately, writtenWithinAnHour } from '../store/said-lately.ts';
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
    const [openings, wordings] = await Promise.all([openingsIn(ctx, model), wordingsFor(ctx, model)]);
    return { openings, wordings };
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
    { route, says, askedForBy, days, again, together, ...written },
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
    if (same && !again) return { errors: { again: theSameWords(same, ctx) } };
    const others = same || channel === 'post' ? 0 : await writtenWithinAnHour(ctx.tx, ctx, caseId);
    if (others > 0 && together.trim() === '') return { errors: { together: severalAtOnce(others) } };
    const id = await queueMessage(ctx.tx, ctx, {
      ...{ ...message, over, askedForBy, learners, repeatsId: same?.id ?? null },
      togetherWhy: others > 0 ? together.trim() : '',
      usefulUntil: today(ctx).add({ days }),
    });
    return { to: paths.message(caseId, id), said: 'It is at the door' };
  },
});

export const messageRoutes: readonly Route[] = [list, ...newMessage];
