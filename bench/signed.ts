import { sessionCookie } from '#kit/http/begin.ts';
import { tokenOf } from './load/systems.ts';
import type { Scenario } from './scenarios.ts';

/** What a signed-in browser sends with every request. */
export interface Signed {
  readonly cookies: string;
  readonly csrf: string;
  /** Whose landlord’s. */
  readonly organisation: string;
}

export function asSent(
  { path, form, system }: ReturnType<Scenario['request']>,
  { cookies, csrf, organisation }: Signed,
) {
  if (system)
    return {
      method: 'GET' as const,
      path,
      headers: { authorization: `Bearer ${tokenOf(organisation, system)}` },
    };
  if (!form) return { method: 'GET' as const, path, headers: { cookie: cookies } };
  return {
    method: 'POST' as const,
    path,
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  };
}

/** Signs a browser in by its session: fetches a page and keeps its cookies and its proof of origin. */
export async function browse(url: string, session: string): Promise<Signed> {
  const response = await fetch(`${url}/cases`, { headers: { cookie: `${sessionCookie}=${session}` } });
  const body = await response.text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1];
  if (response.status !== 200 || !csrf) throw new Error(`The first page answered ${response.status}`);
  const given = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return {
    cookies: [`${sessionCookie}=${session}`, ...given].join('; '),
    csrf,
    organisation: session.split('.')[0] ?? '',
  };
}
