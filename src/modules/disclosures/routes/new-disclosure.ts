import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { discardDraft, listStaff } from '#modules/account/index.ts';
import { may } from '#rules/may.ts';
import { disclosureForm } from '../forms.ts';
import { contactDue, promiseWords } from '../promise-words.ts';
import { receiptOf } from '../store/read.ts';
import { receiveDisclosure } from '../store/receive.ts';
import type { Offered } from '../views/colleagues.ts';
import { newDisclosure } from '../views/new-disclosure.ts';
import { receiptPage } from '../views/receipt.ts';
import { begun, draftQuery } from './drafts.ts';

const path = '/disclosures/new';
const draftName = 'disclosure';
const draft = () => ({ form: draftName, about: null });

function formPage(
  ctx: StaffContext,
  colleagues: readonly Offered[],
  values: Typed,
  errors: FieldErrors,
  offer?: Html,
) {
  const submissionId = newId<string>();
  return {
    title: 'New record',
    main: () =>
      newDisclosure({
        form: { values, errors },
        csrf: ctx.csrf,
        submissionId,
        words: ctx.pack.words,
        colleagues,
        draftOffer: offer,
      }),
  };
}

export const disclosureFormRoute = staffRoute({
  method: 'GET',
  path,
  query: draftQuery,
  may: 'disclosure.record',
  records: { nothing: 'An empty form tells of nobody' },
  async handle(ctx) {
    const { typed, offer } = await begun(
      ctx,
      { form: draftName, about: null, path },
      ctx.query.draft === 'continue',
    );
    const colleagues = await listStaff(ctx.tx, ctx.organisation);
    return page(formPage(ctx, colleagues, typed ?? {}, {}, offer));
  },
});

export const disclosureRoute = staffRoute({
  method: 'POST',
  path,
  may: 'disclosure.record',
  records: 'disclosure.received',
  draft,
  async handle(ctx) {
    const calendar = ctx.services.packs.calendarOf(ctx.pack);
    const colleagues = await listStaff(ctx.tx, ctx.organisation);
    const moment = { now: ctx.now, timeZone: calendar.rules.timeZone };
    const offered = colleagues.map(({ id }) => id);
    const parsed = parseForm(disclosureForm(moment, offered), ctx.body);
    if (!parsed.ok) return invalid(formPage(ctx, colleagues, parsed.typed, parsed.errors));
    const { receipt } = await receiveDisclosure(ctx.tx, ctx, {
      pack: ctx.pack,
      calendar,
      value: parsed.value,
    });
    await discardDraft(ctx, draftName, null);
    return redirect(`/disclosures/receipts/${receipt}`);
  },
});

/** What its recorder may still see, whoever else they are: the reference, by when contact is due, what to say. */
export const receiptRoute = staffRoute({
  method: 'GET',
  path: '/disclosures/receipts/:receipt',
  params: ids('receipt'),
  may: 'disclosure.record',
  records: { nothing: 'It shows a reference and a time, and nothing of what was told' },
  async handle(ctx) {
    const receipt = await receiptOf(ctx.tx, ctx.organisation, ctx.staff, ctx.params.receipt);
    if (!receipt) throw notFound();
    const calendar = ctx.services.packs.calendarOf(ctx.pack);
    const due = contactDue(ctx.pack, calendar, receipt.receivedAt);
    const mayTriage = receipt.mayRead && may(ctx.who.roles, 'disclosure.triage').allowed;
    return page({
      title: 'Saved',
      main: () =>
        receiptPage({
          reference: receipt.reference,
          words: ctx.pack.words,
          due: due && promiseWords(due, ctx.now, calendar),
          triageAt: mayTriage ? `/disclosures/${receipt.disclosureId}/triage` : null,
        }),
    });
  },
});
