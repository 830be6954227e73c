import { z } from 'zod';
import type { DocumentModel } from '#kit/documents/model.ts';
import { line, parseForm, type Typed } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type OpenContext, openRoute, type Route } from '#kit/http/route.ts';
import { noClosedDays } from '#rules/closed-days.ts';
import { momentInWords } from '#rules/moment.ts';
import { markedFor } from '../document.ts';
import { codeHash, tokenHash } from '../store/links.ts';
import { openLink } from '../store/open-link.ts';
import { opened } from '../store/send.ts';
import { codePage, documentPage, purposePage } from '../views/partner.ts';

const params = z.object({ link: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
type At = OpenContext<z.infer<typeof params>>;
const title = 'A page';
/** Of one address; an office shares one. */
const perMinute = 20;
/** Of one link, whoever asks. */
const ofOneLink = 6;

const form = z.object({
  reader: line(100).refine((name) => name.length > 1, 'Enter your name'),
  code: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.replaceAll(/[\s-]/g, '') : ''),
    z.string().regex(/^\d{8}$/, 'Enter the eight figures of the code'),
  ),
  step: z.enum(['code', 'purpose']).catch('code'),
  confirmed: z.preprocess((typed) => typed === 'yes', z.boolean()),
});

/** The same for a link that there is and one that there is not: asking says nothing. */
const asked = openRoute({
  method: 'GET',
  path: '/:link',
  params,
  may: 'public.visit',
  records: { nothing: 'Nothing is shown, and nobody knows yet whether there is such a link' },
  handle: async (ctx) => page(shown(() => codePage({ values: {}, errors: {} }, pathOf(ctx)))),
});

const answered = openRoute({
  method: 'POST',
  path: '/:link',
  params,
  perMinute,
  may: 'public.visit',
  records: { nothing: 'Who opened it, when, and each wrong code is written beside the link, in the case' },
  async handle(ctx) {
    const { secret } = ctx.services;
    const token = tokenHash(secret, ctx.params.link);
    await ctx.bound(token.toString('base64'), ofOneLink);
    const parsed = parseForm(form, ctx.body);
    if (!parsed.ok) return again(ctx, parsed.typed, parsed.errors);
    const { reader, code, step, confirmed } = parsed.value;
    const reads = step === 'purpose' && confirmed;
    const found = await openLink(ctx.services.db, {
      ...{ token, code: codeHash(secret, ctx.params.link, code), reader, reads, now: ctx.now },
    });
    if (!found) return again(ctx, { reader }, { code: nothingOpens });
    if (!reads) return beforeReading(ctx, { reader, code }, found, step === 'purpose');
    const plain = found.sealed && opened(secret, found.sentId, found.sealed);
    if (!plain) throw notFound();
    const document = JSON.parse(plain.toString()) as DocumentModel;
    const marked = markedFor(document, reader, atTheTime(ctx));
    return page(shown(() => documentPage(marked)));
  },
});

const nothingOpens = 'Nothing opens with this. Check the code, or ask whoever told you it';

function again(ctx: At, values: Typed, errors: Readonly<Record<string, string>>): Answer {
  return invalid(shown(() => codePage({ values: { ...values, code: '' }, errors }, pathOf(ctx))));
}

function beforeReading(
  ctx: At,
  given: { readonly reader: string; readonly code: string },
  found: Parameters<typeof purposePage>[3],
  refused: boolean,
): Answer {
  const errors = refused ? { confirmed: 'Confirm what it is for, or close this page' } : {};
  const shownPage = shown(() => purposePage({ values: {}, errors }, pathOf(ctx), given, found));
  return refused ? invalid(shownPage) : page(shownPage);
}

function shown(main: Page['main']): Page {
  return { title, main };
}

function pathOf({ params: { link } }: At): string {
  return `/${link}`;
}

/** On the clock that every landlord here keeps. */
function atTheTime({ now, services: { packs } }: At): string {
  const [pack] = packs.all;
  if (!pack) throw new Error('There is no policy on the shelf');
  return momentInWords(now, packs.calendarOf(pack, noClosedDays));
}

export const partnerRoutes: readonly Route[] = [asked, answered];
