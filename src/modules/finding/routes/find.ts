import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { findCases } from '#modules/cases/index.ts';
import { findTold } from '#modules/disclosures/index.ts';
import { personNames, searchRegister } from '#modules/register/index.ts';
import { may } from '#rules/may.ts';
import { findForm } from '../forms/find-form.ts';
import { type FindModel, findPage } from '../views/find.ts';

const nothing = { typed: '', problem: null, found: null } as const;

const asked = staffRoute({
  method: 'GET',
  path: '/find',
  may: 'register.search',
  records: { nothing: 'An empty search.' },
  handle: async ({ csrf, pack, calendar }) => page(shown({ ...nothing, csrf, pack, calendar })),
});

/** One field on every page. What is typed comes in the body, and how much was found is recorded, never what. */
const find = staffRoute({
  method: 'POST',
  path: '/find',
  may: 'register.search',
  records: 'register.searched',
  once: false,
  async handle(ctx): Promise<Answer> {
    const { tx, organisation, csrf, pack, calendar } = ctx;
    const parsed = parseForm(findForm, ctx.body);
    const { q = '' } = parsed.typed;
    const typed = typeof q === 'string' ? q : '';
    const common = { csrf, pack, calendar, typed };
    if (!parsed.ok) return invalid(shown({ ...nothing, ...common, problem: parsed.errors.q ?? null }));
    const seesCases = may(ctx.who.roles, 'case.see').allowed;
    const triages = may(ctx.who.roles, 'disclosure.triage').allowed;
    const [register, cases, told] = await Promise.all([
      searchRegister(tx, organisation, parsed.value.q),
      seesCases ? findCases(tx, organisation, parsed.value.q) : null,
      triages ? findTold(tx, organisation, parsed.value.q) : null,
    ]);
    const known = await personNames(
      tx,
      organisation,
      [...(cases ?? []), ...(told ?? [])].flatMap(({ personId }) => personId ?? []),
    );
    const people = register.people.found;
    const homes = register.homes.found;
    const results = people.length + homes.length + (cases?.length ?? 0) + (told?.length ?? 0);
    await record(tx, ctx, { name: 'register.searched', data: { results } });
    if (register.kind !== 'found')
      return invalid(shown({ ...nothing, ...common, problem: 'Type a name, or more digits' }));
    return page(
      shown({ ...common, problem: null, found: { people, homes, cases, told, known, how: register.how } }),
    );
  },
});

function shown(model: FindModel): Page {
  return { title: 'Find', main: () => findPage(model) };
}

export const routes: readonly Route[] = [asked, find];
