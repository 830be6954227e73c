import { page } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import { closuresOf } from '../store/closures.ts';
import { hoursPage } from '../views/hours.ts';

export const hours = staffRoute({
  method: 'GET',
  path: paths.hours,
  may: 'policy.see',
  records: 'policy.viewed',
  async handle(ctx) {
    const { pack, services } = ctx;
    const { calendar } = ctx;
    const [closures] = await Promise.all([
      closuresOf(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'policy.viewed', data: { part: 'hours' } }),
    ]);
    const model = {
      rules: pack.calendar,
      policy: pack.title,
      bankHolidays: services.packs.bankHolidaysOf(pack),
      runOut: services.packs.bankHolidaysRunOut(pack, today(ctx)),
      today: today(ctx),
      own: {
        closures,
        calendar,
        mayPropose: may(ctx.who.roles, 'closure.propose').allowed,
        when: (at: Temporal.Instant) => momentInWords(at, calendar),
      },
    };
    return page({ title: 'Office hours', paper: 'page', main: () => hoursPage(model) });
  },
});
