import { z } from 'zod';
import { parseForm, type Typed } from '#kit/forms.ts';
import { invalid, page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { today } from '#rules/calendar.ts';
import type { Pack } from '#rules/pack.ts';
import { dueInWords, promisesOf } from './change.ts';
import { forecast } from './forecast.ts';
import { freshWhatIf, type WhatIf, whatIfForm } from './forms/what-if-form.ts';
import { stageOf } from './replay.ts';
import { pastPromises } from './store.ts';
import { timelineOf } from './timeline.ts';
import { enoughPromises } from './views/too-early.ts';
import { type WhatIfModel, whatIfPage } from './views/what-if.ts';

const named = { title: 'What if', backLink: { href: '/board', text: 'Policy board' } };

/** A policy whose terms are filled in: a link leads here from where it is proposed. */
const query = z.object({ policy: z.string().max(100).optional() });

const ask = staffRoute({
  method: 'GET',
  path: '/board/what-if',
  may: 'policy.simulate',
  records: 'board.viewed',
  query,
  async handle(ctx) {
    const [model] = await Promise.all([
      modelOf(ctx, null, undefined, ctx.query.policy),
      record(ctx.tx, ctx, { name: 'board.viewed', data: { part: 'what if' } }),
    ]);
    return page({ ...named, main: () => whatIfPage(model()) });
  },
});

const answer = staffRoute({
  method: 'POST',
  path: '/board/what-if',
  may: 'policy.simulate',
  records: 'what-if.run',
  once: false,
  perMinute: 12,
  async handle(ctx) {
    const parsed = parseForm(whatIfForm(ctx.pack, othersOf(ctx)), ctx.body);
    if (!parsed.ok) {
      const model = await modelOf(ctx, null, { typed: parsed.typed, errors: parsed.errors });
      return invalid({ ...named, main: () => whatIfPage(model()) });
    }
    const model = await modelOf(ctx, parsed.value, { typed: parsed.typed, errors: {} });
    const { due, told } = parsed.value.change;
    await record(ctx.tx, ctx, { name: 'what-if.run', data: { promises: Object.keys(due), told } });
    return page({ ...named, main: () => whatIfPage(model()) });
  },
});

interface Filled {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** Loads last year; what is reckoned from it is reckoned after the commit, when no connection is held. */
async function modelOf(
  ctx: StaffContext,
  asked: WhatIf | null,
  filled?: Filled,
  policy?: string,
): Promise<() => WhatIfModel> {
  const { pack, calendar, now, csrf, tx } = ctx;
  const to = today(ctx);
  const from = to.subtract({ years: 1 });
  const began = from.toZonedDateTime(calendar.rules.timeZone).toInstant();
  const [promises, workers] = await Promise.all([
    pastPromises(tx, began, now),
    listStaff(tx, ctx.organisation, { roles: ['da_worker'] }),
  ]);
  const others = othersOf(ctx);
  const other = others.find(({ id }) => id === policy);
  const { typed, errors } = filled ?? { typed: freshWhatIf(workers.length, other), errors: {} };
  return () => {
    const model = { pack, others, csrf, submissionId: newId<string>(), from, to, ended: promises.length };
    const form = { values: typed, errors };
    if (!asked || promises.length < enoughPromises) return { ...model, form, result: null };
    const history = { from: began, to: now, promises };
    const stage = stageOf(pack, calendar, history, timelineOf(began, now, calendar), {
      ...asked.assumed,
      colleagues: Math.max(1, workers.length),
    });
    const result = {
      forecast: forecast(stage, asked.change, asked.assumed),
      changed: inWords(pack, asked, workers.length),
    };
    return { ...model, form, result };
  };
}

function othersOf({ services, pack }: StaffContext): readonly Pack[] {
  return services.packs.all.filter(({ id }) => id !== pack.id);
}

/** What would be different, each as the end of a sentence that begins with "if". */
function inWords(pack: Pack, { change, assumed }: WhatIf, colleagues: number): readonly string[] {
  const terms = promisesOf(pack).flatMap(({ id, title }) => {
    const due = change.due[id];
    return due ? [`“${title}” were due ${dueInWords(due)}`] : [];
  });
  const share = Math.round(Math.abs(change.told - 1) * 100);
  const told = share === 0 ? [] : [`${share}% ${change.told > 1 ? 'more' : 'less'} were told`];
  const team =
    assumed.colleagues === Math.max(1, colleagues)
      ? []
      : [`${assumed.colleagues} colleagues shared the work`];
  return [...terms, ...told, ...team];
}

export const routes: readonly Route[] = [ask, answer];
