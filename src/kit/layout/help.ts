import type { Options } from '../components/options.ts';
import { attributes, type Html, html } from '../html.ts';
import type { PageAssets } from './staff.ts';

export type HelpPage = Options<{
  /** The whole title, neutral: nothing that a glance at a tab gives away. */
  title: string;
  main: Html;
  assets: PageAssets;
  organisationName?: string;
  backLink?: { readonly href: string; readonly text?: string };
  /** Where leaving leads; without JavaScript the server's `/exit` leads there. */
  exitUrl?: string;
  /** Where the safety information about this device is. */
  safetyPath?: string;
  errorTitlePrefix?: boolean;
  banner?: Html | string;
  /** Ends the page; contact details of the organisation, for example. */
  footer?: Html;
}>;

const weather = 'https://www.bbc.co.uk/weather';

/**
 * A whole page of the public help site: no cookie, nothing from elsewhere, small, and a way out that
 * comes first for the keyboard and stays in view.
 */
export function helpPage(page: HelpPage): Html {
  const exit = page.exitUrl ?? weather;
  return html`<!DOCTYPE html>
<html lang="en-GB"${attributes({ 'data-exit-url': exit })}>
<head>
<meta charset="utf-8">
<title>${page.errorTitlePrefix && 'Error: '}${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="${page.assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${page.assets.css}">
<script src="${page.assets.js}"></script>
</head>
<body>
<section class="leave" aria-label="Leaving"><a class="leave__link" href="/exit" rel="nofollow noreferrer"
data-exit>Leave this page now</a><span class="leave__keys" data-exit-keys hidden>or press Shift 3 times</span>
<noscript><span class="leave__keys">Back shows this page again: close the tab as well</span></noscript></section>
<header class="top"><a class="skip" href="#main">Skip to main content</a>
${page.banner && html`<p class="banner">${page.banner}</p>`}<p
  class="top__name">${page.organisationName ?? 'Help'}</p></header>
<div class="page">
${
  page.backLink &&
  html`<nav aria-label="Back"><a class="back"
  href="${page.backLink.href}">${page.backLink.text ?? 'Back'}</a></nav>`
}
<main id="main">
${page.main}
</main>
</div>
<footer class="end"><div class="page">${page.footer}
<p>Leaving does not clear your browser's history.${
    page.safetyPath &&
    html` <a href="${page.safetyPath}"
rel="noreferrer">How to stay safer on this device</a>`
  }</p></div></footer>
</body>
</html>
`;
}
