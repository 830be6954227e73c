import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import { senderOf } from '../store/sender.ts';
import { senderProposalsOf } from '../store/sender-proposals.ts';
import { wordingsOf } from '../store/wordings.ts';
import { wordingsPage } from '../views/list.ts';

const list = staffRoute({
  method: 'GET',
  path: paths.wordings,
  may: 'wording.see',
  records: 'wordings.viewed',
  async handle(ctx) {
    const [wordings, sender, proposals] = await Promise.all([
      wordingsOf(ctx.tx, ctx.organisation),
      senderOf(ctx.tx, ctx.organisation),
      senderProposalsOf(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'wordings.viewed' }),
    ]);
    const model = {
      wordings,
      sender,
      waitingSenders: proposals.filter(({ decision }) => decision === null),
      mayPropose: may(ctx.who.roles, 'wording.propose').allowed,
      mayManage: may(ctx.who.roles, 'wording.manage').allowed,
      when: (at: Temporal.Instant) => momentInWords(at, ctx.calendar),
    };
    return page({ title: 'Wordings', paper: 'page', main: () => wordingsPage(model) });
  },
});

export const listRoutes: readonly Route[] = [list];
