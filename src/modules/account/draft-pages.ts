import type { Route } from '#kit/http/route.ts';

/** The page of the form that a draft belongs to; null where what it is about does not tell it. */
export type PageOf = (form: string, about: string | null) => string | null;

const anyId = ':about';

/**
 * Reads the routes the other way round: each form says which draft it keeps, so a draft tells its form. A form whose
 * address holds more than what its draft is about cannot be told from the draft. Where a search keeps the draft too,
 * the form itself has the shorter address.
 */
export function formPages(routes: readonly Route[]): PageOf {
  const shown = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const pages = new Map<string, string>();
  for (const route of routes) {
    if (!('draft' in route) || !route.draft || !shown.has(route.path)) continue;
    const parameters = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    if (parameters.length > 1) continue;
    const { form, about } = route.draft(Object.fromEntries(parameters.map((name) => [name, anyId])));
    const path = route.path.replace(/:\w+/, anyId);
    const shorter = path.length < (pages.get(form)?.length ?? Number.POSITIVE_INFINITY);
    if (shorter && (about === anyId || (about === null && parameters.length === 0))) pages.set(form, path);
  }
  return (form, about) => {
    const path = pages.get(form);
    if (path === undefined || path.includes(anyId) !== (about !== null)) return null;
    return about === null ? path : path.replace(anyId, about);
  };
}
