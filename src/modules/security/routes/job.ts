import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { parseForm, type Typed } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page } from '#kit/http/answers.ts';
import { type OpenContext, openRoute, type Route } from '#kit/http/route.ts';
import { judged, placeFiles } from '#modules/files/index.ts';
import { codeHash, tokenHash } from '#modules/sharing/index.ts';
import { answerForm, jobForm } from '../forms/link-form.ts';
import { type JobStep, mayAnswer, type Problem } from '../link.ts';
import { photoBytes, photosAtMost } from '../photos.ts';
import { answerJob, findLink, type Job, openJob } from '../store/open-job.ts';
import type { FoundLink } from '../store/standing-links.ts';
import { jobCodePage, jobOverPage, jobPage } from '../views/job.ts';

const params = z.object({ link: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
type At = OpenContext<z.infer<typeof params>>;
const title = 'A page';
/** Of one address; an office shares one. */
const perMinute = 20;
/** Of one link, whoever asks: five wrong codes shut it anyway, and whoever has the right one answers step by step. */
const ofOneLink = 12;
/** No answer to a code comes sooner, whatever it was worth: how long it takes tells nothing. */
const noSoonerThan = 300;

/** The same for a link that there is and one that there is not: asking says nothing. */
const asked = openRoute({
  method: 'GET',
  path: '/jobs/:link',
  params,
  may: 'public.visit',
  records: { nothing: 'Nothing is shown, and nobody knows yet whether there is such a link' },
  handle: async (ctx) => page(shown(() => jobCodePage({ values: {}, errors: {} }, pathOf(ctx)))),
});

const answered = openRoute({
  method: 'POST',
  path: '/jobs/:link',
  params,
  perMinute,
  may: 'public.visit',
  upload: { bytes: photoBytes, sealed: true },
  records: { nothing: 'Who opened it, what they answered and each wrong code is written down, in the case' },
  async handle(ctx) {
    const [answer] = await Promise.all([answerTo(ctx), wait(noSoonerThan)]);
    return answer;
  },
});

interface Given {
  readonly reader: string;
  readonly code: string;
}

async function answerTo(ctx: At): Promise<Answer> {
  const { secret } = ctx.services;
  const { link } = ctx.params;
  const token = tokenHash(secret, link);
  await ctx.bound(token.toString('base64'), ofOneLink);
  const parsed = parseForm(jobForm, ctx.body);
  if (!parsed.ok) return again(ctx, parsed.typed, parsed.errors);
  const { reader, code, step } = parsed.value;
  const found = await findLink(ctx.services, { token, code: codeHash(secret, link, code), reader });
  if (!found) return nothingOpens(ctx, reader);
  const job = await openJob(ctx.services, found, { reader, opens: step === 'open' });
  if (!job) return nothingOpens(ctx, reader);
  const given = { reader, code };
  if (step === 'open' || !mayAnswer(step, job.standing, job.itsDay)) return page(jobShown(ctx, given, job));
  return answers(ctx, { step, given, found, job, typed: parsed.typed });
}

interface Answering {
  readonly step: Exclude<JobStep, 'open'>;
  readonly given: Given;
  readonly found: FoundLink;
  readonly job: Job;
  readonly typed: Typed;
}

async function answers(ctx: At, { step, given, found, job, typed }: Answering): Promise<Answer> {
  const parsed = parseForm(answerForm(step), ctx.body);
  if (!parsed.ok)
    return invalid(jobShown(ctx, given, job, { values: { ...typed, step }, errors: parsed.errors }));
  const taken = step === 'done' ? await photosIn(ctx) : { taken: [] };
  if ('problem' in taken)
    return invalid(
      jobShown(ctx, given, job, { values: { ...typed, step }, errors: { files: taken.problem } }),
    );
  const { problem, words = '' } = parsed.value;
  const after = await answerJob(ctx.services, found, {
    ...{ step, reader: given.reader, words, ...(problem && { problem: problem as Problem }) },
    photos: taken.taken.length > 0 ? await placeFiles(ctx.services, found.organisation, taken.taken) : [],
  });
  return page(after ? jobShown(ctx, given, after) : shown(() => jobOverPage(step, job.call)));
}

/** Photos of what was fitted, judged by what their bytes say; none is needed. */
async function photosIn({ files }: At) {
  if (!files.some(({ field }) => field === 'files')) return { taken: [] };
  const found = await judged(files);
  if ('problem' in found) return found;
  if (found.taken.some(({ kind }) => kind !== 'picture'))
    return { problem: 'These are to be pictures. Nothing was added: choose them again' };
  return found.taken.length > photosAtMost
    ? { problem: `Choose at most ${photosAtMost} pictures. Nothing was added: choose them again` }
    : found;
}

function nothingOpens(ctx: At, reader: string): Answer {
  return again(
    ctx,
    { reader },
    { code: 'Nothing opens with this. Check the code, or ask whoever told you it' },
  );
}

function again(ctx: At, values: Typed, errors: Readonly<Record<string, string>>): Answer {
  const { reader = '' } = values;
  return invalid(shown(() => jobCodePage({ values: { reader, code: '' }, errors }, pathOf(ctx))));
}

function jobShown(ctx: At, given: Given, job: Job, form = { values: {} as Typed, errors: {} }): Page {
  return shown(() => jobPage(form, pathOf(ctx), given, job));
}

function shown(main: Page['main']): Page {
  return { title, main };
}

function pathOf({ params: { link } }: At): string {
  return `/jobs/${link}`;
}

/** What a contractor reads and answers, on the partner site. */
export const partnerRoutes: readonly Route[] = [asked, answered];
