import { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { decisionForm, undoingForm } from '../forms.ts';
import type { Match } from '../matches.ts';
import { decideMatch, findMatch, listMatches, undoMatch } from '../store/matches.ts';
import { matchesPage, undoingPage } from '../views/matches.ts';
import { hiddenFor } from './hidden.ts';

const openShown = 20;
const decidedShown = 50;
const matchesPath = '/register/matches';

const list = staffRoute({
  method: 'GET',
  path: matchesPath,
  may: 'register.manage',
  records: 'register.searched',
  async handle(ctx) {
    const [open, decided] = await Promise.all([
      listMatches(ctx.tx, ctx.organisation, 'open', openShown),
      listMatches(ctx.tx, ctx.organisation, 'decided', decidedShown),
    ]);
    await record(ctx.tx, ctx, { name: 'register.searched', data: { matches: open.length + decided.length } });
    const hidden = hiddenFor(ctx);
    return page({ title: 'Possible duplicates', main: () => matchesPage({ open, decided }, hidden) });
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

const undoing = staffRoute({
  method: 'GET',
  path: '/register/matches/:id/undoing',
  may: 'register.manage',
  records: 'register.searched',
  params: ids('id'),
  async handle(ctx) {
    const match = await known(ctx);
    if (match.decision === null) throw notFound();
    await record(ctx.tx, ctx, { name: 'register.searched', data: { matches: 1 } });
    const hidden = hiddenFor(ctx);
    return page({
      title: 'Take a decision back',
      main: () => undoingPage(match, freshForm, hidden),
      backLink,
    });
  },
});

const undo = staffRoute({
  method: 'POST',
  path: '/register/matches/:id/undoing',
  may: 'register.manage',
  records: 'people.match-undone',
  params: ids('id'),
  async handle(ctx) {
    const match = await known(ctx);
    const parsed = parseForm(undoingForm, ctx.body);
    if (!parsed.ok) {
      const state = { values: parsed.typed, errors: parsed.errors };
      const hidden = hiddenFor(ctx);
      return invalid({
        title: 'Take a decision back',
        main: () => undoingPage(match, state, hidden),
        backLink,
      });
    }
    const { _version, why } = parsed.value;
    if (!(await undoMatch(ctx.tx, ctx, match.id, _version, why))) throw new Fault('stale');
    return redirect(matchesPath, 'The decision is taken back');
  },
});

const backLink = { href: matchesPath, text: 'Possible duplicates' };

async function known(ctx: StaffContext<{ readonly id: string }>): Promise<Match> {
  const match = await findMatch(ctx.tx, ctx.organisation, ctx.params.id);
  if (!match) throw notFound();
  return match;
}

export const matchRoutes: readonly Route[] = [list, decide, undoing, undo];
