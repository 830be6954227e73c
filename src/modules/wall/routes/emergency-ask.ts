import { kept, type Typed, typedIn } from '#kit/forms.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import { searchRegister } from '#modules/register/index.ts';
import { mayTry, triesAtMost } from '../emergency.ts';
import { askForm } from '../forms/emergency-forms.ts';
import { paths } from '../paths.ts';
import { askInEmergency } from '../store/emergency-ask.ts';
import { askPage, type Found } from '../views/emergency-ask.ts';

const nothingSought: Found = { text: '', people: [], homes: [] };

/** What is not there and what a conflict stands in front of: one answer. */
const nothing = {
  reference: 'There is no such case. Check the reference, or find the person or the home.',
};

export const askRoutes: readonly Route[] = formPage({
  path: paths.ask,
  may: 'break-glass.use',
  records: ['break-glass.used', 'break-glass.refused'],
  shown: { records: { nothing: 'An empty form.' } },
  lookUp: {
    path: paths.search,
    records: 'register.searched',
    find: async (ctx, found: Found) => (found.text === '' ? lookUp(ctx, '') : found),
  },
  version: adds,
  draft: () => ({ form: 'emergency', about: null }),
  load: async (ctx): Promise<Found> => {
    const typed = typedIn(ctx.body);
    const text = sought(typed);
    return text === '' ? nothingSought : lookUp(ctx, text);
  },
  schema: () => askForm,
  view: (form, found) => ({ title: 'Emergency access', main: () => askPage(form, found) }),
  save: async (ctx, asked) => {
    const answer = await askInEmergency(ctx.tx, ctx, asked);
    switch (answer.outcome) {
      case 'granted':
        return { to: casePaths.overview(answer.caseId), said: 'You can see this case for 60 minutes' };
      case 'not_needed':
        return { to: casePaths.overview(answer.caseId), said: 'You can open this case anyway' };
      case 'limited': {
        const verdict = mayTry(triesAtMost);
        return { errors: { form: verdict.allowed ? '' : verdict.reason }, kept: true };
      }
      case 'nothing':
        return { errors: nothing, kept: true };
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
