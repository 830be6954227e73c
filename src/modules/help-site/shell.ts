import { type Html, html } from '#kit/html.ts';
import type { Page } from '#kit/http/answers.ts';
import { helpPage } from '#kit/layout/help.ts';
import type { PageAssets } from '#kit/layout/staff.ts';
import { exitUrl, paths } from './organisation.ts';

/** What the document needs to know of a request. */
interface Dress {
  readonly path: string;
  readonly status: number;
}

/** The document around a page of the help site. Its title is one word that could be anybody's. */
export function helpShell(page: Page, dress: Dress, assets: PageAssets): Html {
  const slug = slugOf(dress.path);
  return helpPage({
    title: page.title,
    main: page.main(),
    assets,
    exitUrl,
    errorTitlePrefix: dress.status === 422,
    ...(page.organisationName && { organisationName: page.organisationName }),
    ...(page.backLink && { backLink: page.backLink }),
    ...(page.organisationName && slug && { safetyPath: paths.safety(slug) }),
    footer: html`<p>In an emergency call 999.</p>`,
  });
}

function slugOf(path: string): string | null {
  return /^\/([a-z][a-z0-9-]{1,40})(?:\/|$)/.exec(path)?.[1] ?? null;
}
