import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { keepFromOthers, letterNow } from '#modules/outgoing/index.ts';
import { senderOf } from '#modules/wordings/index.ts';
import { momentInWords } from '#rules/moment.ts';
import { againForm, noReturnAddress, outcomeForm } from '../forms.ts';
import { mayPrintAgain, maySayOutcome } from '../paper.ts';
import { paths } from '../paths.ts';
import { findPaper, type Paper, papersOfBatch, printLetters, sayOutcome } from '../store/papers.ts';
import { batchPage } from '../views/batch.ts';
import { againPage, outcomePage } from '../views/paper.ts';
import { asFile } from './to-print.ts';

const backLink = { href: paths.letters, text: 'Letters' };
const params = ids('paper');
type PaperContext = StaffContext<{ readonly paper: string }>;
const whenIn = (ctx: StaffContext) => (at: Temporal.Instant) => momentInWords(at, ctx.calendar);

const batch = staffRoute({
  method: 'GET',
  path: paths.batch(':batch'),
  params: ids('batch'),
  may: 'letter.print',
  records: 'letters.viewed',
  handle: async (ctx) => {
    const papers = await papersOfBatch(ctx.tx, ctx.organisation, ctx.params.batch);
    if (papers.length === 0) throw notFound();
    await record(ctx.tx, ctx, { name: 'letters.viewed', data: { part: 'batch' } });
    return page({ title: 'Letters', backLink, main: () => batchPage(papers, whenIn(ctx)) });
  },
});

/** The paper, and its letter as it stands now: what has become unsafe is not posted. */
async function load(ctx: PaperContext) {
  const paper = await findPaper(ctx.tx, ctx.organisation, ctx.params.paper);
  const message = paper && (await keepFromOthers(ctx.tx, ctx.organisation, paper.messageId));
  const letter = message ? await letterNow(ctx, message) : null;
  if (!paper || !letter) throw notFound();
  const against = paper.outcome === null ? letter.against : [];
  return { paper: { ...paper, stopped: paper.stopped || against.length > 0 } satisfies Paper, letter };
}

const outcome = formPage({
  path: paths.paper(':paper'),
  takenAt: paths.outcome(':paper'),
  params,
  may: 'letter.print',
  records: ['message.sent', 'message.destroyed'],
  shown: {
    records: 'letters.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'letters.viewed', data: { part: 'paper' } }),
  },
  draft: ({ paper }) => ({ form: 'letter-outcome', about: paper }),
  load,
  schema: () => outcomeForm,
  version: ({ paper, letter }) => fingerprint([paper.outcome, paper.stopped, letter.against]),
  view: (form, model, ctx) => ({
    title: 'Letter',
    backLink,
    main: () => outcomePage({ ...model, when: whenIn(ctx), pack: ctx.pack }, form),
  }),
  async save(ctx, { outcome: as, why }, { paper }) {
    insist(maySayOutcome(paper, as));
    if (!(await sayOutcome(ctx.tx, ctx, paper, as, why))) return { second: true };
    return {
      to: paths.batch(paper.batchId),
      said: as === 'posted' ? 'It is in the post' : 'Destroyed. It may be printed again',
    };
  },
});

const again = formPage({
  path: paths.again(':paper'),
  params,
  may: 'letter.print',
  records: 'message.printed',
  shown: {
    records: 'letters.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'letters.viewed', data: { part: 'again' } }),
  },
  draft: ({ paper }) => ({ form: 'letter-again', about: paper }),
  load,
  schema: () => againForm,
  version: ({ paper, letter }) => fingerprint([paper.outcome, letter.against, letter.learners]),
  view: (form, model, ctx) => ({
    title: 'Print a letter again',
    backLink,
    main: () => againPage({ ...model, when: whenIn(ctx), pack: ctx.pack }, form),
  }),
  async save(ctx, { why }, { paper, letter }) {
    insist(mayPrintAgain(paper));
    const [first] = letter.against;
    if (first) return { errors: { why: `It may not leave now: ${first.reason}` } };
    const sender = await senderOf(ctx.tx, ctx.organisation);
    if (!sender) return { errors: { why: noReturnAddress } };
    const printed = await printLetters(ctx.tx, ctx, paper.batchId, [letter], {
      chosen: 'by_itself',
      again: why,
    });
    if (printed.length === 0) return { second: true };
    return asFile(ctx, printed, sender.returnAddress);
  },
});

export const paperRoutes: readonly Route[] = [batch, ...outcome, ...again];
