import { notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { agreedIn } from '#modules/agreement/index.ts';
import { nameOfWay } from '#modules/agreement/pure.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { capitalised } from '#rules/words.ts';
import { backForm, lossForm, noWay } from '../forms/stock-forms.ts';
import { paths } from '../paths.ts';
import { mayBeWithThem } from '../stock.ts';
import { type Loan, loansOf, recordLoss, takeBack } from '../store/loans.ts';
import type { Offer } from '../store/rows.ts';
import { backPage, lossPage } from '../views/loans.ts';
import { loadOffer, type OfferParams, offerParams } from './params.ts';

/** A way of contact that is agreed now, and might lead to what was lost. */
interface LeadingWay {
  readonly value: string;
  readonly label: string;
}

interface LoanFacts {
  readonly offer: Offer;
  readonly loan: Loan;
  readonly ways: readonly LeadingWay[];
  /** The version of the first way. */
  readonly first: string | null;
}

async function loadLoan(ctx: StaffContext<OfferParams>): Promise<LoanFacts> {
  const [offer, loans, agreed] = await Promise.all([
    loadOffer(ctx),
    loansOf(ctx.tx, ctx.organisation, ctx.params.offer),
    agreedIn(ctx.tx, ctx.organisation, ctx.params.id),
  ]);
  const loan = loans.find(({ out }) => out);
  if (!loan) throw notFound();
  const further = agreed?.further.filter(({ endedAt }) => endedAt === null) ?? [];
  const ways = agreed
    ? [
        ...(agreed.channel === 'none'
          ? []
          : [{ value: agreed.id, label: capitalised(nameOfWay(agreed, 'first')) }]),
        ...further.map(({ id, name }) => ({ value: id, label: capitalised(name) })),
      ]
    : [];
  return { offer, loan, ways, first: agreed?.id ?? null };
}

function leadsTo(chosen: string, { first }: LoanFacts) {
  if (chosen === noWay || chosen === '') return null;
  return chosen === first ? { safeContactId: chosen } : { agreedWayId: chosen };
}

const loss = caseFormPage({
  path: '/cases/:id/support/:offer/loss',
  params: offerParams,
  may: 'case.work',
  records: ['support.lost', 'support.lost-asked-about', 'stock.lost'],
  title: 'Offers',
  draft: ({ offer }) => ({ form: 'offer-loss', about: offer }),
  version: (_, { loan }: LoanFacts) => loan.item.revision + loan.losses.length,
  load: loadLoan,
  schema: (ctx, _, { ways }) =>
    lossForm(
      today(ctx),
      ways.map(({ value }) => value),
    ),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: lossPage,
  save: async (ctx, { feared, leads, happened, way, words }, _, facts) => {
    const { id: caseId, offer: offerId } = ctx.params;
    const lost = { caseId, offerId, feared, happenedOn: happened, way, words, leads: leadsTo(leads, facts) };
    await recordLoss(ctx.tx, ctx, lost);
    const to = paths.offer(caseId, offerId);
    return mayBeWithThem(feared)
      ? { to, said: 'Saved. Look at the danger and at how they are reached now', warns: true }
      : { to, said: 'Saved' };
  },
});

const back = caseFormPage({
  path: '/cases/:id/support/:offer/return',
  params: offerParams,
  may: 'case.work',
  records: 'support.came-back',
  title: 'Offers',
  draft: ({ offer }) => ({ form: 'offer-return', about: offer }),
  version: endsOnce,
  load: loadLoan,
  schema: (ctx, _, { loan }) => backForm(today(ctx), loan.item.state === 'lost'),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: backPage,
  save: async (ctx, { where, happened, words }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    await takeBack(ctx.tx, ctx, { caseId, offerId, words, happenedOn: happened, withThem: where === 'them' });
    return { to: paths.offer(caseId, offerId), said: 'Saved' };
  },
});

export const loanRoutes: readonly Route[] = [...loss, ...back];
