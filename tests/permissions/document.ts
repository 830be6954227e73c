import type { ApiRoute } from '#kit/http/api.ts';
import type { Callback } from '#kit/http/callbacks.ts';
import type { Route } from '#kit/http/route.ts';
import { type Role, roles } from '#rules/facts.ts';
import { type Action, actions, explain, may } from '#rules/may.ts';
import { purposeNames, purposes } from '#rules/purposes.ts';

interface Sites {
  readonly staff: readonly Route[];
  readonly help: readonly Route[];
  readonly api: readonly ApiRoute[];
  readonly callbacks: readonly Callback[];
}

/** Who may do what, and which address asks for it, as a page: computed from the table that decides it. */
export function permissionsPage({ staff, help, api, callbacks }: Sites): string {
  return [
    '# Permissions',
    '',
    'This page is made from `src/rules/may.ts`, `src/rules/office-may.ts` and the routes of the program, ' +
      'and a test holds it to them. After a change, write it anew with ' +
      '`UPDATE=1 npx node --test tests/permissions.test.ts`.',
    '',
    'A tick means that somebody with this role may do it at all. Whether they may do it to *this* case is decided ' +
      'by the case wall in PostgreSQL: people and roles that need to know, never anybody with a conflict, whatever ' +
      'else they are. Whoever has several roles may do what any of them may. `system` is the program itself and is ' +
      'never given to anybody.',
    '',
    '## What each role may do',
    '',
    ...table(
      ['Action', 'Purpose', ...roles.map(named), 'Whoever may not is told'],
      actions.map((action) => [
        code(action),
        code(explain(action).basis),
        ...roles.map(mark(action)),
        told(action),
      ]),
    ),
    '',
    '`own.account` and `concern.report` are for everybody who is signed in; `public.visit` is for everybody. ' +
      '`holds.ask` is for other systems, by a token.',
    '',
    '## What it rests on',
    '',
    'Each landlord’s policy says these in a clause of its own, which is shown with a refusal.',
    '',
    ...table(
      ['Purpose', 'Meaning'],
      purposeNames.map((purpose) => [code(purpose), purposes[purpose]]),
    ),
    '',
    '## The staff site',
    '',
    'The roles that see cases, and administrators, get no further than their second factor until they have given it.',
    '',
    ...routeTable(staff),
    '',
    '## What other systems ask',
    '',
    'They have no session and no role: a token of their own, which says what it is for ([holds](holds-api.md)).',
    '',
    ...routeTable(api),
    '',
    '## What services tell us',
    '',
    'They prove with each request that they are the service ([operations](operations.md#what-became-of-a-message)); ' +
      'whoever does not gets the same empty answer.',
    '',
    ...routeTable(callbacks),
    '',
    '## The help site',
    '',
    'It connects to the database as a role of its own, which reads the names of landlords and their ' +
      'helplines, and adds a report: nothing else.',
    '',
    ...routeTable(help),
    '',
  ].join('\n');
}

function routeTable(routes: readonly (Route | ApiRoute | Callback)[]): readonly string[] {
  return table(
    ['Route', 'Action', 'Recorded when it succeeds'],
    routes.map((route) => [
      code(`${route.method} ${route.path}`),
      `${code(route.may)}${'beforeSecondFactor' in route ? ', before the second factor' : ''}`,
      recorded(route),
    ]),
  );
}

function recorded({ records }: Pick<Route | ApiRoute | Callback, 'records'>): string {
  if (typeof records === 'string') return code(records);
  if ('nothing' in records) return `Nothing: ${records.nothing}`;
  return records.map(code).join(' or ');
}

function mark(action: Action): (role: Role) => string {
  return (role) => (may([role], action).allowed ? '✓' : '');
}

/** What is said on the page that refuses. */
function told(action: Action): string {
  return explain(action).otherwise;
}

function named(role: Role): string {
  return role.replace('da_', 'DA ').replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function code(text: string): string {
  return `\`${text}\``;
}
