import { type Html, html } from '#kit/html.ts';
import type { Page } from '#kit/http/answers.ts';
import type { Dress } from '#kit/http/site.ts';
import type { PageAssets } from '#kit/layout/staff.ts';

/** A page of the partner site: it names no landlord and no subject, and nobody finds it. */
export function partnerShell(page: Page, { status }: Pick<Dress, 'status'>, assets: PageAssets): Html {
  return html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${status === 422 && 'Error: '}${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow, noarchive">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.css}">
</head>
<body>
<header class="top"><a class="skip" href="#main">Skip to main content</a></header>
<div class="page"><main id="main">
${page.main()}
</main></div>
</body>
</html>
`;
}
