import { page } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { adds, type FormPage, formPage } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import type { Services } from '#kit/services.ts';
import { refused } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { type AskedTest, carrierTestForm } from '../forms/carrier-test.ts';
import { paths } from '../paths.ts';
import { carrierStandings } from '../store/carrier-standing.ts';
import { askForTest, testsOf, testsWithinTheHour } from '../store/carrier-tests.ts';
import { messagesStanding } from '../store/messages-standing.ts';
import { carrierTestPage } from '../views/carrier-test.ts';
import { carriersPage } from '../views/carriers.ts';

/** Of one administrator, within an hour. */
const mostTests = 5;

const seen = staffRoute({
  method: 'GET',
  path: paths.carriers,
  may: 'carrier.manage',
  records: 'carriers.viewed',
  async handle(ctx) {
    const { tx, organisation, calendar, services } = ctx;
    const [standings, counts, tests] = await Promise.all([
      carrierStandings(tx, organisation),
      messagesStanding(tx, organisation),
      testsOf(tx, ctx),
      record(tx, ctx, { name: 'carriers.viewed' }),
    ]);
    const when = (at: Temporal.Instant) => momentInWords(at, calendar);
    const day = (at: Temporal.Instant) => dateInWords(at.toZonedDateTimeISO(calendar.rules.timeZone));
    return page({
      title: 'Messages that leave',
      main: () => carriersPage({ names: namesOf(services), standings, counts, tests, when, day }),
    });
  },
});

const test: FormPage<unknown, unknown, Partial<Record<'text' | 'email', string>>, AskedTest> = {
  path: paths.carrierTest,
  may: 'carrier.manage',
  records: 'carrier.test-asked',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'carrier-test', about: null }),
  load: async (ctx) => namesOf(ctx.services),
  schema: () => carrierTestForm,
  view: (form, names, ctx) => ({
    title: 'Send a test message',
    backLink: { href: paths.carriers, text: 'Messages that leave' },
    main: () => carrierTestPage(form, names, ctx.who.email),
  }),
  async save(ctx, { channel, phone }) {
    if ((await testsWithinTheHour(ctx.tx, ctx)) >= mostTests)
      throw new Fault(
        'refused',
        refused('You had five test messages sent within the hour. Wait for a while.', 'records'),
      );
    await askForTest(ctx.tx, ctx, channel, phone);
    return { to: paths.carriers, said: 'It leaves within a few seconds. Load this page again' };
  },
};

function namesOf({ carriers }: Services): Partial<Record<'text' | 'email' | 'replies', string>> {
  return {
    ...(carriers.text && { text: carriers.text.name }),
    ...(carriers.email && { email: carriers.email.name }),
    ...(carriers.replies && { replies: carriers.replies.name }),
  };
}

export const carrierRoutes: readonly Route[] = [seen, ...formPage(test)];
