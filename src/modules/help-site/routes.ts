import { z } from 'zod';
import { type FieldErrors, kept, parseForm, type Typed } from '#kit/forms.ts';
import { invalid, leave, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type OpenContext, openRoute, type Route } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { helpReport } from '#modules/disclosures/index.ts';
import { answerable } from '#modules/disclosures/pure.ts';
import { exitUrl, type Landlord, paths } from './organisation.ts';
import { addReport, closedDaysAhead, helplinesOf, landlordAt, landlords } from './store.ts';
import { type There, whoIsThere } from './there.ts';
import { homePage, landlordList } from './views/home.ts';
import { safetyPage } from './views/safety.ts';
import { tellUsPage } from './views/tell-us.ts';
import { thanksPage } from './views/thanks.ts';

const uuid = z.uuid();

const params = z.object({ landlord: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/) });
type At = OpenContext<z.infer<typeof params>>;

const tellsOfNobody = { nothing: 'A public page tells of nobody, and nobody is watched here' };
/** From one address; a library or a refuge shares one. */
const reportsPerMinute = 10;

/** A program that fills in what nobody sees is thanked as everybody is, and kept nowhere. */
const trapped = (typed: Typed) => kept(typed, 'website') !== '';

async function landlordOf(ctx: At): Promise<Landlord> {
  const landlord = await landlordAt(ctx.services.db, ctx.params.landlord, ctx.now);
  if (!landlord) throw notFound();
  return landlord;
}

async function thereAt({ services: { db, packs }, now }: At, { id, packId }: Landlord): Promise<There> {
  return whoIsThere(now, packs.calendarOf(packs.find(packId), await closedDaysAhead(db, id, now)));
}

const start = openRoute({
  method: 'GET',
  path: '/',
  may: 'public.visit',
  records: tellsOfNobody,
  async handle(ctx) {
    const all = await landlords(ctx.services.db, ctx.now);
    const [only] = all;
    if (only && all.length === 1) return redirect(paths.home(only.slug));
    return page({ title: 'Help', main: () => landlordList(all) });
  },
});

/** Leaving without JavaScript: whatever this site left in the browser goes, and the next one learns nothing of it. */
const exit = openRoute({
  method: 'GET',
  path: '/exit',
  may: 'public.visit',
  records: tellsOfNobody,
  handle: async () => leave(exitUrl),
});

const home = openRoute({
  method: 'GET',
  path: '/:landlord',
  params,
  may: 'public.visit',
  records: tellsOfNobody,
  async handle(ctx) {
    const landlord = await landlordOf(ctx);
    const [helplines, there] = await Promise.all([
      helplinesOf(ctx.services.db, landlord.id),
      thereAt(ctx, landlord),
    ]);
    const { customers } = ctx.services.packs.find(landlord.packId).words;
    return page(helpful(landlord, 'Help', () => homePage({ landlord, customers, helplines, there })));
  },
});

const safety = openRoute({
  method: 'GET',
  path: '/:landlord/safety',
  params,
  may: 'public.visit',
  records: tellsOfNobody,
  async handle(ctx) {
    const landlord = await landlordOf(ctx);
    return page(helpful(landlord, 'Help', safetyPage, paths.home(landlord.slug)));
  },
});

const tellUs = openRoute({
  method: 'GET',
  path: '/:landlord/tell-us',
  params,
  may: 'public.visit',
  records: tellsOfNobody,
  async handle(ctx) {
    return page(await formPage(ctx, await landlordOf(ctx), newId()));
  },
});

const told = openRoute({
  method: 'POST',
  path: '/:landlord/tell-us',
  params,
  perMinute: reportsPerMinute,
  may: 'public.visit',
  records: { nothing: 'The job that takes it records it; this role can add it and nothing else' },
  async handle(ctx) {
    const landlord = await landlordOf(ctx);
    const parsed = parseForm(helpReport, ctx.body);
    const id = uuid.safeParse(kept(parsed.typed, '_submission')).data ?? newId<string>();
    if (!parsed.ok && !trapped(parsed.typed))
      return invalid(await formPage(ctx, landlord, id, parsed.typed, parsed.errors));
    if (parsed.ok && !trapped(parsed.typed))
      await addReport(ctx.services.db, landlord.id, { id, receivedAt: ctx.now, report: parsed.value });
    const answer = !parsed.ok || trapped(parsed.typed) || answerable(parsed.value) ? '' : '?reply=no';
    return redirect(`${paths.thanks(landlord.slug)}${answer}`);
  },
});

const thanks = openRoute({
  method: 'GET',
  path: '/:landlord/thanks',
  params,
  query: z.object({ reply: z.literal('no').optional().catch(undefined) }),
  may: 'public.visit',
  records: tellsOfNobody,
  async handle(ctx) {
    const landlord = await landlordOf(ctx);
    const there = await thereAt(ctx, landlord);
    return page(
      helpful(
        landlord,
        'Thank you',
        () => thanksPage({ answerable: ctx.query.reply !== 'no', there }),
        paths.home(landlord.slug),
      ),
    );
  },
});

async function formPage(
  ctx: At,
  landlord: Landlord,
  submissionId: string,
  values: Typed = {},
  errors: FieldErrors = {},
): Promise<Page> {
  const { slug, packId } = landlord;
  const { words } = ctx.services.packs.find(packId);
  const form = { values, errors };
  const there = await thereAt(ctx, landlord);
  const main = () => tellUsPage({ form, action: paths.tellUs(slug), submissionId, words, there });
  return helpful(landlord, 'Help', main, paths.home(slug));
}

function helpful(landlord: Landlord, title: string, main: Page['main'], back?: string): Page {
  return {
    title,
    main,
    organisationName: landlord.name,
    ...(back && { backLink: { href: back, text: 'Back' } }),
  };
}

export const helpRoutes: readonly Route[] = [start, exit, home, safety, tellUs, told, thanks];
