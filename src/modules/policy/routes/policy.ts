import { page } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import { reviewReasons } from '../store/review-reasons.ts';
import { policyStanding } from '../store/standing.ts';
import { policyPage } from '../views/policy.ts';
import { shelfOf } from './shelf.ts';

export const policy = staffRoute({
  method: 'GET',
  path: paths.policy,
  may: 'policy.see',
  records: 'policy.viewed',
  async handle(ctx) {
    const [standing, reasons] = await Promise.all([
      policyStanding(ctx.tx, ctx),
      reviewReasons(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'policy.viewed' }),
    ]);
    const { calendar } = ctx;
    const model = {
      ...standing,
      today: today(ctx),
      reasons,
      mayCall: may(ctx.who.roles, 'policy.call-for-review').allowed,
      mayPropose: may(ctx.who.roles, 'policy.propose').allowed,
      packOf: shelfOf(ctx),
      when: (at: Temporal.Instant) => momentInWords(at, calendar),
    };
    return page({ title: 'Policy', paper: 'page', main: () => policyPage(model) });
  },
});
