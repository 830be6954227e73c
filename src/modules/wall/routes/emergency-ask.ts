import { z } from 'zod';
import { type FieldErrors, kept, parseForm, type Typed } from '#kit/forms.ts';
import { declined, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import { searchRegister } from '#modules/register/index.ts';
import { mayTry, triesAtMost } from '../emergency.ts';
import { askForm } from '../forms/emergency-forms.ts';
import { paths } from '../paths.ts';
import { askInEmergency } from '../store/emergency-ask.ts';
import { askPage, type Found } from '../views/emergency-ask.ts';

const nothingSought: Found = { text: '', people: [], homes: [] };

const fresh = staffRoute({
  method: 'GET',
  path: paths.ask,
  may: 'break-glass.use',
  records: { nothing: 'An empty form.' },
  handle: async (ctx) => page(shown(ctx, {}, {}, nothingSought)),
});

const toForm = staffRoute({
  method: 'GET',
  path: paths.search,
  may: 'break-glass.use',
  records: { nothing: 'It leads to the form.' },
  handle: async () => redirect(paths.ask),
});

const search = staffRoute({
  method: 'POST',
  path: paths.search,
  may: 'break-glass.use',
  records: 'register.searched',
  once: false,
  handle: async (ctx) => {
    const { typed } = parseForm(z.unknown(), ctx.body);
    return page(shown(ctx, typed, {}, await lookUp(ctx, sought(typed))));
  },
});

/** What is not there and what a conflict stands in front of: one answer. */
const nothing: FieldErrors = {
  reference: 'There is no such case. Check the reference, or find the person or the home.',
};

const ask = staffRoute({
  method: 'POST',
  path: paths.ask,
  may: 'break-glass.use',
  records: ['break-glass.used', 'break-glass.refused'],
  handle: async (ctx) => {
    const parsed = parseForm(askForm, ctx.body);
    const text = sought(parsed.typed);
    const found = text === '' ? nothingSought : await lookUp(ctx, text);
    if (!parsed.ok) return invalid(shown(ctx, parsed.typed, parsed.errors, found));
    const answer = await askInEmergency(ctx.tx, ctx, parsed.value);
    switch (answer.outcome) {
      case 'granted':
        return redirect(casePaths.overview(answer.caseId), 'You can see this case for 60 minutes');
      case 'not_needed':
        return redirect(casePaths.overview(answer.caseId), 'You can open this case anyway');
      case 'limited': {
        const verdict = mayTry(triesAtMost);
        const form = verdict.allowed ? '' : verdict.reason;
        return declined(shown(ctx, parsed.typed, { form }, found));
      }
      case 'nothing':
        return declined(shown(ctx, parsed.typed, nothing, found));
    }
  },
});

function sought(typed: Typed): string {
  return kept(typed, 'q').trim().slice(0, 100);
}

async function lookUp(ctx: StaffContext, text: string): Promise<Found> {
  const { people, homes } = await searchRegister(ctx.tx, ctx.organisation, text);
  // How many, never what was typed: that is a name.
  const data = { results: people.found.length + homes.found.length };
  await record(ctx.tx, ctx, { name: 'register.searched', data });
  return { text, people: people.found, homes: homes.found };
}

function shown({ csrf }: StaffContext, values: Typed, errors: FieldErrors, found: Found): Page {
  const form = { form: { values, errors }, action: paths.ask, csrf, submissionId: newId<string>() };
  return { title: 'Emergency access', main: () => askPage(form, found) };
}

export const askRoutes: readonly Route[] = [fresh, toForm, search, ask];
