import { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { type Author, record } from '#kit/record.ts';
import { decisionForm, undoingForm } from '../forms.ts';
import type { Match } from '../matches.ts';
import { countOpenMatches, decideMatch, findMatch, listMatches, undoMatch } from '../store/matches.ts';
import { matchesPage, undoingPage } from '../views/matches.ts';
import { hiddenFor } from './hidden.ts';

const openShown = 20;
const decidedShown = 50;
const matchesPath = '/register/matches';
const matchesQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

const list = staffRoute({
  method: 'GET',
  path: matchesPath,
  may: 'register.manage',
  records: 'register.searched',
  query: matchesQuery,
  async handle(ctx) {
    const total = await countOpenMatches(ctx.tx, ctx.organisation);
    const number = Math.min(ctx.query.page, Math.max(1, Math.ceil(total / openShown)));
    const [open, decided] = await Promise.all([
      listMatches(ctx.tx, ctx.organisation, 'open', openShown, number),
      number === 1 ? listMatches(ctx.tx, ctx.organisation, 'decided', decidedShown) : [],
    ]);
    await record(ctx.tx, ctx, { name: 'register.searched', data: { matches: open.length + decided.length } });
    const hidden = hiddenFor(ctx);
    const model = { open, decided, total, page: number, pageSize: openShown };
    return page({ title: 'Possible duplicates', main: () => matchesPage(model, hidden) });
  },
});

const decide = staffRoute({
  method: 'POST',
  path: '/register/matches/:id/decision',
  may: 'register.manage',
  records: ['people.linked', 'people.kept-apart'],
  params: ids('id'),
  async handle(ctx) {
    const match = await known(ctx);
    const parsed = parseForm(decisionForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { _version, decision } = parsed.value;
    if (!(await decideMatch(ctx.tx, ctx, match.id, _version, decision))) throw new Fault('stale');
    return redirect(
      matchesPath,
      decision === 'linked' ? 'The records are linked' : 'The records are kept apart',
    );
  },
});

const undoing = formPage({
  path: '/register/matches/:id/undoing',
  params: ids('id'),
  may: 'register.manage',
  records: 'people.match-undone',
  shown: {
    records: 'register.searched',
    record: (ctx: Pick<StaffContext, 'tx' | keyof Author>) =>
      record(ctx.tx, ctx, { name: 'register.searched', data: { matches: 1 } }),
  },
  draft: ({ id }) => ({ form: 'match-undoing', about: id }),
  load: async (ctx) => {
    const match = await known(ctx);
    if (match.decision === null) throw notFound();
    return match;
  },
  schema: () => undoingForm,
  version: ({ version }) => version,
  view: (form, match) => ({
    title: 'Take a decision back',
    main: () => undoingPage(match, form),
    backLink,
  }),
  save: async (ctx, { _version, why }, match) => {
    if (!(await undoMatch(ctx.tx, ctx, match.id, _version, why))) throw new Fault('stale');
    return { to: matchesPath, said: 'The decision is taken back' };
  },
});

const backLink = { href: matchesPath, text: 'Possible duplicates' };

async function known(ctx: StaffContext<{ readonly id: string }>): Promise<Match> {
  const match = await findMatch(ctx.tx, ctx.organisation, ctx.params.id);
  if (!match) throw notFound();
  return match;
}

export const matchRoutes: readonly Route[] = [list, decide, ...undoing];
