import type { z } from 'zod';
import type { Route } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { idsInPaths, type Kind, wordsInPaths } from './parameters.ts';
import { markedReference, marker, type Scope, scopes } from './secrets.ts';
import type { Fields } from './visit.ts';
import type { World } from './world.ts';

/** One request that can be made of a route. */
export interface Address {
  readonly route: Route;
  readonly url: string;
  /** What is searched for, where the request is a search: in its body. */
  readonly sent?: Fields;
  /** The same request about what does not exist, and whose secret it is that the first one asks about. */
  readonly twin?: { readonly url: string; readonly scope: Scope };
}

const named = (scope: Scope) => marker(scope, 'person', 'given_name').slice(0, -4);
/** Cut short, so that an echo of what was typed is no answer. */
const typedNames: readonly string[] = [
  'zq',
  named('hidden'),
  marker('hidden', 'disclosure', 'person_name').slice(0, -4),
  ...(['C', 'D'] as const).map((letter) => markedReference('hidden', letter).slice(0, -5)),
  named('register'),
  named('elsewhere'),
  marker('register', 'property', 'address_lines').slice(0, -4),
  named('register').replace('g', 'q'),
  '07700 900123',
];
/** What may be asked after the question mark, in words and by what somebody chose. */
const queries: Readonly<Record<string, readonly string[]>> = {
  as: ['paper'],
  asAt: ['2026-11-18T09:30'],
  audience: ['nobody'],
  children: ['seen'],
  mark: ['late'],
  order: ['oldest'],
  source: ['person'],
  about: ['nothing'],
  at: ['2026-11-18T09:00:00Z'],
  channel: ['phone'],
  clause: ['V4.1a'],
  danger: ['yes'],
  day: ['2026-11-19'],
  draft: ['continue'],
  due: ['overdue'],
  ended: ['yes'],
  from: ['2026-11-01'],
  instrument: ['4'],
  kind: ['note', 'safe_phone', 'money'],
  landlord: ['one', 'other'],
  lead: ['unallocated'],
  level: ['high', 'none'],
  next: ['/cases'],
  of: ['please-call.en', 'nothing'],
  overdue: ['yes'],
  page: ['2', '9999'],
  period: ['quarter'],
  pictures: ['yes'],
  policy: ['livv-2024', 'nothing'],
  receipt: ['nothing'],
  reply: ['no'],
  role: ['da_worker'],
  route: ['phone'],
  said: ['nothing'],
  show: ['triaged'],
  sort: ['opened', 'contact'],
  standing: ['to_decide'],
  stands: ['to_do', 'to_hear'],
  state: ['closed', 'triaged', 'issued'],
  to: ['2026-11-30'],
  week: ['2026-11-19'],
};

/** Which field of a search takes words: they are sent in its body, for what is typed stands in no address. */
const searches: Readonly<Record<string, string>> = {
  '/cases/:id/entries': 'text',
  '/cases/:id/home/search': 'search',
  '/cases/:id/people/search': 'q',
  '/concerns/new/search': 'search',
  '/court-steps/search': 'search',
  '/disclosures/:id/triage/search': 'search',
  '/emergency-access/readers': 'reference',
  '/emergency-access/search': 'q',
  '/find': 'q',
  '/markers': 'q',
  '/people': 'q',
  '/staff': 'text',
};

/** Looks that are sent with choices instead of words. */
const previews: Readonly<Record<string, readonly Fields[]>> = {
  '/cases/:id/exports/new': [[['purpose', 'file']]],
};

const idsInQueries: Readonly<Record<string, Kind>> = {
  again: 'consent',
  contact: 'contact',
  corrects: 'share',
  over: 'way',
  person: 'person',
  property: 'home',
};

/** Ids of things that are nowhere. */
const nowhere = new Map<string, string>();
export function absent(kind: string): string {
  const id = nowhere.get(kind) ?? newId<string>();
  nowhere.set(kind, id);
  return id;
}

/** Every request that a route admits: about what is hidden, open, another landlord's, and nothing at all. */
export function addressesOf(route: Route, world: World): readonly Address[] {
  const paths = pathsOf(route, world);
  const asked = route.method === 'GET' ? queriesOf(route, world) : [''];
  return paths.flatMap(({ url, twin }) =>
    asked.map((query) => ({
      route,
      url: url + query,
      ...(twin && { twin: { url: twin.url + query, scope: twin.scope } }),
    })),
  );
}

/** A search looks, although it is sent: with every name that somebody may type. */
export function searchesOf(route: Route, world: World): readonly Address[] {
  const field = searches[route.path];
  const sent = field ? typedNames.map((name): Fields => [[field, name]]) : previews[route.path];
  if (route.method === 'GET' || !sent) return [];
  return pathsOf(route, world).flatMap((path) => sent.map((fields) => ({ route, ...path, sent: fields })));
}

/** Is sent, and does no more than show something? */
function isSearch({ method, records }: Route): boolean {
  if (method === 'GET' || (typeof records === 'object' && 'nothing' in records)) return false;
  return [records].flat().every((event) => /\.(?:searched|seen|viewed)$/.test(event));
}

/** What is missing here for a route to be walked; none can be added to Lintel that nobody walks. */
export function unknownIn(routes: readonly Route[]): readonly string[] {
  return routes.flatMap((route) => [
    ...parametersOf(route.path)
      .filter((prefix) => !(prefix in idsInPaths) && !(prefix in wordsInPaths))
      .map((prefix) => `${route.method} ${route.path}: say in tests/leaks/parameters.ts what ${prefix} is`),
    ...keysOf(route.query)
      .filter((key) => !(key in queries) && !(key in idsInQueries))
      .map(
        (key) => `${route.method} ${route.path}: say in tests/leaks/addresses.ts what to ask with ?${key}=`,
      ),
    ...(isSearch(route) && !(route.path in searches) && !(route.path in previews)
      ? [`${route.method} ${route.path}: say in tests/leaks/addresses.ts which field is searched for`]
      : []),
  ]);
}

/** `/cases/:id` and `/cases/:id/people/:person` of `/cases/:id/people/:person/ending`. */
function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/:\w+/g)].map((found) => path.slice(0, found.index + found[0].length));
}

function pathsOf(route: Route, world: World): readonly Omit<Address, 'route'>[] {
  const prefixes = parametersOf(route.path);
  if (prefixes.length === 0) return [{ url: route.path }];
  const [first = ''] = prefixes;
  const words = wordsInPaths[first];
  if (words)
    return words.map((word) => ({
      url: route.path.replace(/:\w+/, word === 'planted' ? world.calendar : word),
    }));
  const kinds = prefixes.map((prefix) => idsInPaths[prefix] ?? 'case');
  const fill = (ids: readonly string[]) => {
    const left = [...ids];
    return route.path.replace(/:\w+/g, () => left.shift() ?? '');
  };
  const missing = kinds.map(absent);
  const paths = scopes.flatMap((scope) => {
    const ids = idsOf(world, scope, kinds);
    return ids ? [{ url: fill(ids), twin: { url: fill(missing), scope } }] : [];
  });
  return [...paths, ...mixed(world, kinds, fill)];
}

/** What is hidden, asked for by way of a case that is open to whoever asks. */
function mixed(world: World, kinds: readonly Kind[], fill: (ids: readonly string[]) => string) {
  const own = idsOf(world, 'open', kinds);
  if (!own || kinds.length < 2) return [];
  return (['hidden', 'elsewhere'] as const).flatMap((scope) => {
    const theirs = idsOf(world, scope, kinds);
    if (!theirs) return [];
    const by = (last: readonly string[]) => fill([...own.slice(0, -1), ...last.slice(-1)]);
    return [{ url: by(theirs), twin: { url: by(kinds.map(absent)), scope } }];
  });
}

function idsOf(world: World, scope: Scope, kinds: readonly Kind[]): readonly string[] | null {
  const things = world.planted.get(scope);
  const ids = kinds.map((kind) => things?.[kind]);
  return ids.every((id) => id !== undefined) ? ids : null;
}

function queriesOf(route: Route, world: World): readonly string[] {
  const asked = keysOf(route.query).flatMap((key) =>
    valuesFor(key, world).map((value) => `?${new URLSearchParams({ [key]: value })}`),
  );
  return ['', ...asked];
}

function valuesFor(key: string, world: World): readonly string[] {
  const kind = idsInQueries[key];
  if (kind === undefined) return queries[key] ?? [];
  return scopes.flatMap((scope) => world.planted.get(scope)?.[kind] ?? []);
}

/** The names in a schema of a query, however it is wrapped. */
function keysOf(schema: z.ZodType | undefined): readonly string[] {
  if (!schema) return [];
  const { def } = schema as unknown as { def: Record<string, unknown> };
  if (def.shape) return Object.keys(def.shape);
  const parts = ['left', 'right', 'in', 'out', 'innerType'].map((part) => def[part] as z.ZodType | undefined);
  return parts.flatMap(keysOf);
}
