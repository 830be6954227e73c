import type { DraftAt, DraftOf } from '#kit/drafts/drafts.ts';
import type { Route } from '#kit/http/route.ts';

/** The page of the form that a draft belongs to; null where nothing tells it. */
export type PageOf = (draft: DraftAt) => string | null;

const anyId = ':about';

interface Form {
  /** Where it is shown, as its route declares it. */
  readonly path: string;
  readonly draft: (params: unknown) => DraftOf;
}

/**
 * A draft keeps the address of its form, which is believed only where a form stands there that keeps this very draft.
 * Of one that keeps none the routes are read the other way round: each form says which draft it keeps, and where its
 * address holds no more than what the draft is about, the draft tells it.
 */
export function formPages(routes: readonly Route[]): PageOf {
  const shown = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const forms = routes.flatMap((route): readonly Form[] => {
    if (!('draft' in route) || !route.draft) return [];
    const path = route.form?.shownAt ?? route.path;
    return shown.has(path) ? [{ path, draft: route.draft }] : [];
  });
  const [keptAt, told] = [pagesThatKeep(forms), pagesTold(forms)];
  return ({ page, ...draft }) => (keptAt(page, draft) ? page : told(draft));
}

function pagesThatKeep(forms: readonly Form[]): (page: string, draft: DraftOf) => boolean {
  const patterns = forms.map(({ path, draft }) => ({
    draft,
    pattern: new RegExp(`^${path.replaceAll(/:([a-z]+)/g, '(?<$1>[0-9a-z-]+)')}$`),
  }));
  return (page, { form, about }) =>
    patterns.some(({ draft, pattern }) => {
      const params = pattern.exec(page);
      const keeps = params && draft(params.groups ?? {});
      return keeps?.form === form && keeps.about === about;
    });
}

/** Where a search keeps the draft too, the form itself has the shorter address. */
function pagesTold(forms: readonly Form[]): (draft: DraftOf) => string | null {
  const pages = new Map<string, string>();
  for (const { path: declared, draft } of forms) {
    const parameters = [...declared.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    if (parameters.length > 1) continue;
    const { form, about } = draft(Object.fromEntries(parameters.map((name) => [name, anyId])));
    const path = declared.replace(/:\w+/, anyId);
    const shorter = path.length < (pages.get(form)?.length ?? Number.POSITIVE_INFINITY);
    if (shorter && (about === anyId || (about === null && parameters.length === 0))) pages.set(form, path);
  }
  return ({ form, about }) => {
    const path = pages.get(form);
    if (path === undefined || path.includes(anyId) !== (about !== null)) return null;
    return about === null ? path : path.replace(anyId, about);
  };
}
