import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { ringAbout } from '#modules/danger/index.ts';
import { may } from '#rules/may.ts';
import { disclosureForm } from '../forms.ts';
import { contactDue, promiseWords } from '../promise-words.ts';
import { disclosureOf, receiptOf } from '../store/read.ts';
import { newDisclosure } from '../views/new-disclosure.ts';
import { receiptPage } from '../views/receipt.ts';
import { tellingRoutes } from './telling.ts';
import { toldContactOffered } from './told-contact.ts';

const newDisclosureRoutes = tellingRoutes({
  path: '/disclosures/new',
  title: 'New record',
  draft: 'disclosure',
  may: 'disclosure.record',
  records: 'disclosure.received',
  schema: (_ctx, now, colleagues) => disclosureForm(now, colleagues),
  view: (ctx, telling) => newDisclosure({ ...telling, words: ctx.pack.words }),
  after: (receipt) => `/disclosures/receipts/${receipt}`,
});

/** What its recorder may still see, whoever else they are: the reference, by when contact is due, what to say. */
const receiptRoute = staffRoute({
  method: 'GET',
  path: '/disclosures/receipts/:receipt',
  params: ids('receipt'),
  may: 'disclosure.record',
  records: { nothing: 'It shows a reference and a time, and nothing of what was told' },
  async handle(ctx) {
    const receipt = await receiptOf(ctx.tx, ctx.organisation, ctx.staff, ctx.params.receipt);
    if (!receipt) throw notFound();
    const calendar = ctx.calendar;
    const due = contactDue(ctx.pack, calendar, receipt.receivedAt);
    const ring = receipt.danger ? await ringAbout(ctx, [receipt]) : undefined;
    const mayTriage = receipt.mayRead && may(ctx.who.roles, 'disclosure.triage').allowed;
    const told = mayTriage ? await disclosureOf(ctx.tx, ctx.organisation, receipt.disclosureId) : null;
    return page({
      title: 'Saved',
      main: () =>
        receiptPage({
          reference: receipt.reference,
          words: ctx.pack.words,
          due: due && promiseWords(due, ctx.now, calendar),
          ring,
          triageAt: mayTriage ? `/disclosures/${receipt.disclosureId}/triage` : null,
          toldAt:
            told && toldContactOffered(told, [], []).allowed ? `/disclosures/${told.id}/told-contact` : null,
        }),
    });
  },
});

export const disclosureRoutes: readonly Route[] = [...newDisclosureRoutes, receiptRoute];
