import type { z } from 'zod';
import { changedMeanwhile } from '#kit/components/form.ts';
import { csvText } from '#kit/documents/csv.ts';
import { file, page } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { labelOf } from '#rules/words.ts';
import {
  checkForm,
  itemForm,
  moveForm,
  retirementForm,
  stockCorrectionForm,
  stockQuery,
} from '../forms/stock-forms.ts';
import { kindOf } from '../kinds.ts';
import { paths } from '../paths.ts';
import { lentKinds, mayMove, stockStates } from '../stock.ts';
import { addItem, moveItem, type StockItem, type StockStep, stockItem, strikeMove } from '../store/stock.ts';
import { loanSeen, stockCounts, stockList, stockRows } from '../store/stock-list.ts';
import { itemFacts, itemPage, stockPage } from '../views/stock.ts';
import { checkPage, itemCorrectionPage, itemMovePage, newItemPage } from '../views/stock-forms.ts';

interface ItemParams {
  readonly item: string;
}
const params = ids('item') as z.ZodType<ItemParams>;
type ItemContext = StaffContext<ItemParams>;

const list = staffRoute({
  method: 'GET',
  path: paths.stock,
  query: stockQuery,
  may: 'case.work',
  records: 'stock.viewed',
  async handle(ctx) {
    const [found, counts] = await Promise.all([
      stockList(ctx.tx, ctx.organisation, ctx.query),
      stockCounts(ctx.tx, ctx.organisation),
      record(ctx.tx, ctx, { name: 'stock.viewed', data: { page: ctx.query.page } }),
    ]);
    const model = { ...found, counts, query: ctx.query, today: today(ctx) };
    return page({ title: 'Stock', main: () => stockPage(model) });
  },
});

const asFile = staffRoute({
  method: 'GET',
  path: `${paths.stock}.csv`,
  query: stockQuery,
  may: 'case.work',
  records: 'stock.exported',
  async handle(ctx) {
    const items = await stockRows(ctx.tx, ctx.organisation, ctx.query);
    await record(ctx.tx, ctx, { name: 'stock.exported', data: { rows: items.length } });
    const rows = items.map((each) => [
      each.number,
      kindOf(each.kind).label,
      each.about,
      labelOf(stockStates, each.state),
      each.since.toString(),
      each.byName ?? '',
      each.testOn?.toString() ?? '',
    ]);
    const head = ['Number', 'What', 'Make and model', 'Where it stands', 'Since', 'By', 'Test on'];
    return file({ name: 'stock.csv', type: 'text/csv; charset=utf-8', body: csvText(head, rows) });
  },
});

const adding = formPage({
  path: paths.newItem,
  may: 'case.work',
  records: 'stock.added',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'stock-item', about: null }),
  load: async () => null,
  schema: (ctx) => itemForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: (form) => ({
    title: 'Add to stock',
    backLink: { href: paths.stock, text: 'Stock' },
    main: () => newItemPage(form, lentKinds),
  }),
  async save(ctx, { happened, ...item }) {
    const id = await addItem(ctx.tx, ctx, { ...item, happenedOn: happened });
    if (id === null) return { errors: { number: 'Another item has this number' } };
    return { to: paths.item(id), said: 'It is added. Check it before it goes to anybody' };
  },
});

async function loaded(ctx: ItemContext): Promise<StockItem> {
  const item = await stockItem(ctx.tx, ctx.organisation, ctx.params.item);
  if (!item) throw notFound();
  return item;
}

const viewed = {
  records: 'stock.viewed' as const,
  record: (ctx: StaffContext, item: StockItem) =>
    record(ctx.tx, ctx, { name: 'stock.viewed', subjectId: item.id }),
};

const one = staffRoute({
  method: 'GET',
  path: paths.item(':item'),
  params,
  may: 'case.work',
  records: 'stock.viewed',
  async handle(ctx) {
    const item = await loaded(ctx);
    const [offer] = await Promise.all([
      loanSeen(ctx.tx, ctx.organisation, item.id),
      record(ctx.tx, ctx, { name: 'stock.viewed', subjectId: item.id }),
    ]);
    const { calendar } = ctx;
    return page({
      title: 'Stock',
      backLink: { href: paths.stock, text: 'Stock' },
      main: () => itemPage({ item, offer, calendar, today: today(ctx) }),
    });
  },
});

const inFrame = (item: StockItem, main: () => ReturnType<typeof itemPage>) => ({
  title: 'Stock',
  backLink: { href: paths.item(item.id), text: item.number },
  main,
});

const check = formPage({
  path: paths.itemMove(':item', 'check'),
  params,
  may: 'case.work',
  records: ['stock.checked', 'stock.found-faulty'],
  shown: viewed,
  draft: ({ item }: ItemParams) => ({ form: 'stock-check', about: item }),
  load: loaded,
  schema: (ctx) => checkForm(today(ctx)),
  fresh: (ctx, { kind }) => ({
    ...dayFields('happened', today(ctx)),
    ...dayFields('test', today(ctx).add({ days: kindOf(kind).testDays ?? 90 })),
  }),
  version: ({ revision }) => revision,
  now: (item) => changedMeanwhile(itemFacts(item)),
  view: (form, item, _, meanwhile) => inFrame(item, () => checkPage(form, item, meanwhile)),
  async save(ctx, { works, charged, emptied, words, happened, test }, item) {
    const fine = [works, charged, emptied].every((each) => each !== 'no');
    if (fine && emptied === 'with_them' && item.state !== 'issued')
      return { errors: { emptied: 'It is with nobody: say whether anything is on it' } };
    insist(mayMove(item.state, fine ? 'checked' : 'faulty'));
    const answers = { works, charged, emptied };
    const said = { happenedOn: happened, words, answers, testOn: fine ? test : null };
    await moveItem(ctx.tx, ctx, item, { step: fine ? 'checked' : 'faulty', ...said });
    return { to: paths.item(item.id), said: 'Saved', warns: !fine };
  },
});

interface Moving {
  readonly at: 'return' | 'loss' | 'retirement';
  readonly heading: string;
  readonly says: string;
}

/** What happens to the thing itself. What they say of it belongs to their case. */
function moving({ at, heading, says }: Moving): readonly Route[] {
  const step = at === 'retirement' ? 'retired' : at === 'loss' ? 'lost' : 'returned';
  return formPage({
    path: paths.itemMove(':item', at),
    params,
    may: 'case.work',
    records:
      at === 'retirement'
        ? 'stock.retired'
        : at === 'loss'
          ? 'stock.lost'
          : ['stock.returned', 'stock.found'],
    shown: viewed,
    draft: ({ item }: ItemParams) => ({ form: `stock-${at}`, about: item }),
    load: loaded,
    schema: (ctx) => (at === 'return' ? moveForm : retirementForm)(today(ctx)),
    fresh: (ctx) => dayFields('happened', today(ctx)),
    version: ({ revision }) => revision,
    now: (item) => changedMeanwhile(itemFacts(item)),
    view: (form, item, _, meanwhile) =>
      inFrame(item, () => itemMovePage(form, { heading, says, facts: meanwhile ?? itemFacts(item) })),
    async save(ctx, { words, happened }, item) {
      if (at === 'loss' && item.state === 'issued')
        return {
          errors: { words: 'It is with somebody: say so in their case, where they are asked about it' },
        };
      const found = at === 'return' && item.state === 'lost';
      await moveItem(ctx.tx, ctx, item, { step: found ? 'found' : step, happenedOn: happened, words });
      return { to: paths.item(item.id), said: 'Saved' };
    },
  });
}

const correction = formPage({
  path: paths.itemMove(':item', 'correction'),
  params,
  may: 'case.work',
  records: 'stock.corrected',
  shown: viewed,
  draft: ({ item }: ItemParams) => ({ form: 'stock-correction', about: item }),
  load: loaded,
  schema: () => stockCorrectionForm,
  version: endsOnce,
  view: (form, item) => inFrame(item, () => itemCorrectionPage(form, item)),
  async save(ctx, { reason, step: stepId }, item) {
    const last = item.steps.findLast(({ struck }) => !struck);
    if (last?.step === 'issued')
      return { errors: { reason: 'It was issued in a case: correct the delivery there' } };
    if (last?.step === 'regained' || (last?.step === 'lost' && item.steps.some(wasIssued)))
      return {
        errors: {
          reason: 'It was with somebody: their case says that they have it again, or that it came back',
        },
      };
    await strikeMove(ctx.tx, ctx, item, { stepId, reason: reason.trim(), on: today(ctx) });
    return { to: paths.item(item.id), said: 'Saved' };
  },
});

/** It has ever been with somebody. */
function wasIssued({ step, struck }: StockStep): boolean {
  return step === 'issued' && !struck;
}

export const stockRoutes: readonly Route[] = [
  list,
  asFile,
  ...adding,
  one,
  ...check,
  ...moving({
    at: 'return',
    heading: 'It came back',
    says: 'Nobody else has it before somebody has emptied and checked it.',
  }),
  ...moving({
    at: 'loss',
    heading: 'It is gone from the cupboard',
    says: 'It was with nobody when it went.',
  }),
  ...moving({ at: 'retirement', heading: 'It is used no more', says: 'Empty it before it is thrown away.' }),
  ...correction,
];
