import { backLink } from '../components/back-link.ts';
import { type Breadcrumb, breadcrumbs } from '../components/breadcrumbs.ts';
import { notificationBadge } from '../components/notification-badge.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import type { Maybe, Options } from '../components/options.ts';
import { type ServiceNavigationItem, serviceNavigation } from '../components/service-navigation.ts';
import { skipLink } from '../components/skip-link.ts';
import { attributes, type Html, html } from '../html.ts';
import type { Paper } from '../http/answers.ts';
import { moreNavigation } from './more.ts';
import type { NavigationGroup, NavigationItem } from './navigation.ts';
import { sessionDialog } from './session-dialog.ts';

/** Addresses of a page's assets, as `kit/styles.ts` gives them. */
export type PageAssets = { readonly css: string; readonly js: string; readonly icon: string };

export type StaffPage = Options<{
  /** The whole title, neutral: “Case – Lintel”, never a person or the subject. */
  title: string;
  main: Html;
  assets: PageAssets;
  organisationName?: string;
  /** What this person's roles may open. */
  navigation?: readonly Maybe<NavigationItem>[];
  /** What else they may open, folded away behind “More”. */
  more?: readonly NavigationGroup[];
  /** The signed-in person's own name; with it come the account link and signing out. */
  signedInAs?: string;
  csrfToken?: string;
  /** It answers to a form that was sent: what was typed in it may be in no draft yet. */
  cameBack?: boolean;
  /** How long a session may rest, in seconds; a warning is shown two minutes before. */
  idleSeconds?: number;
  notificationsCount?: number;
  /** On every page, such as “Demonstration: all people are invented.” */
  banner?: Html | string;
  /** What the last action did. */
  flash?: { readonly kind: 'success' | 'important'; readonly text: string };
  breadcrumbs?: readonly Breadcrumb[];
  backLink?: { readonly href: string; readonly text?: string };
  /** Above the main part and as wide as the page: the identity bar and safe contact of a case. */
  beforeMain?: Html;
  /** Puts “Error: ” before the title, so that a screen reader says it first. */
  errorTitlePrefix?: boolean;
  paths?: StaffPaths;
  /** Where one is, for the way back after hiding the page. */
  path?: string;
  /** They may look for people and homes. */
  mayFind?: boolean;
  /** Nothing around the main part. */
  bare?: true;
  /** What may be printed of it; left out, nothing but where to look. */
  paper?: Paper;
}>;

export type StaffPaths = {
  readonly home: string;
  readonly account: string;
  readonly notifications: string;
  readonly signOut: string;
  readonly extendSession: string;
  readonly hide: string;
  readonly find: string;
};

const defaultPaths: StaffPaths = {
  home: '/',
  account: '/account',
  notifications: '/notifications',
  signOut: '/sign-out',
  extendSession: '/session/extension',
  hide: '/hidden/session',
  find: '/find',
};

/** A whole page of the staff site. */
export function staffPage(page: StaffPage): Html {
  const { csrfToken, idleSeconds } = page;
  const paths = page.paths ?? defaultPaths;
  const bodyAttributes = attributes({
    class: `govuk-template__body lintel-prints-${page.paper ?? 'nothing'}`,
    'data-session-idle-seconds': page.signedInAs && idleSeconds,
    'data-session-extend-url': page.signedInAs && idleSeconds && paths.extendSession,
    'data-came-back': page.cameBack,
  });
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${page.errorTitlePrefix && 'Error: '}${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#12343b">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
${csrfToken && html`<meta name="csrf-token" content="${csrfToken}">`}
<link rel="icon" href="${page.assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${page.assets.css}">
<script type="module" src="${page.assets.js}"></script>
</head>
<body${bodyAttributes}>
${skipLink({ text: 'Skip to main content', href: '#main' })}
${
  page.banner &&
  !page.bare &&
  html`<div class="lintel-banner" role="note"><div class="govuk-width-container">${page.banner}</div>
  </div>`
}
${page.bare ? bareTop(page, paths) : header(page, paths)}
${!page.bare && navigation(page)}
<div class="govuk-width-container">
${page.breadcrumbs && breadcrumbs({ items: page.breadcrumbs, collapseOnMobile: true })}
${page.backLink && html`<nav aria-label="Back">${backLink(page.backLink)}</nav>`}
</div>
${page.beforeMain}
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main">
${page.flash && flash(page.flash)}
${page.main}
</main>
</div>
${!page.bare && footer(page.organisationName)}
${!page.paper && insteadOnPaper}
${page.signedInAs && idleSeconds && csrfToken && sessionDialog(paths.signOut, csrfToken)}
</body>
</html>
`;
}

/** What a sheet says that was printed in passing: nothing of the page, and where to look. */
const insteadOnPaper = html`<p class="lintel-instead">This page is not printed. Look it up on the screen, each time
  anew: on paper it is old at once, and anybody can read it. What may leave the office is made on the screen, after the
  question who would learn what.</p>`;

function header(page: StaffPage, paths: StaffPaths): Html {
  const { organisationName, signedInAs, csrfToken, notificationsCount = 0 } = page;
  const account =
    signedInAs &&
    html`<ul class="lintel-header__account">
${page.mayFind && html`<li>${find(page, paths)}</li>`}
<li>${hide(page, paths)}</li>
<li><a class="lintel-header__link" href="${paths.notifications}"
>Notifications${notificationBadge({ count: notificationsCount, visuallyHiddenText: 'unread' })}</a></li>
<li class="lintel-header__who"><a class="lintel-header__link" href="${paths.account}">${signedInAs}</a></li>
<li><form method="post" action="${paths.signOut}"><input type="hidden" name="_csrf" value="${csrfToken}"><button
class="lintel-header__link lintel-header__sign-out" type="submit">Sign out</button></form></li>
</ul>`;
  return html`<header class="lintel-header"><div class="govuk-width-container lintel-header__inner">
<a class="lintel-header__home" href="${paths.home}">${mark}<span class="lintel-header__name">Lintel</span></a>
${organisationName && html`<span class="lintel-header__organisation">${organisationName}</span>`}
${account}
</div></header>`;
}

/** Nothing but the way to hide the page, where somebody is signed in. */
function bareTop(page: StaffPage, paths: StaffPaths): Html | undefined {
  if (!page.signedInAs) return undefined;
  return html`<div class="lintel-bare" role="region" aria-label="Hide this page">${hide(page, paths)}</div>`;
}

/** One field for whatever somebody knows; folded away, so that no name stays on the screen, and sent in the body. */
function find({ csrfToken }: StaffPage, paths: StaffPaths): Html {
  return html`<details class="lintel-find"><summary class="lintel-header__link">Find</summary>
    <form method="post" action="${paths.find}" role="search" aria-label="Find"><input type="hidden" name="_csrf"
    value="${csrfToken}"><label class="govuk-visually-hidden" for="quick-find">Name, address, phone or
    reference</label><input class="govuk-input lintel-find__field" id="quick-find" name="q" type="search" dir="auto"
    autocomplete="off" spellcheck="false" placeholder="Name, address, phone, reference"><button
    class="lintel-find__go" type="submit">Find</button></form></details>`;
}

/** An empty page at once, for whoever is come upon. */
function hide({ path, csrfToken }: StaffPage, paths: StaffPaths): Html {
  return html`<form method="post" action="${paths.hide}" data-hide><input
    type="hidden" name="_csrf" value="${csrfToken}"><input
    type="hidden" name="path" value="${path ?? paths.home}"><button
    class="lintel-header__link lintel-header__hide" type="submit" aria-describedby="hide-says">Hide</button><span
    class="govuk-visually-hidden" id="hide-says">Shows an empty page at once. With a keyboard: Escape.</span></form>`;
}

/** A lintel over a doorway, as in the icon. */
const mark = html`<svg class="lintel-header__mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"
  focusable="false"><path fill="currentColor" d="M2 5h28v6H2zM6 13h5v15H6zM21 13h5v15h-5z"/></svg>`;

function navigation({ navigation: items, more = [] }: StaffPage): Html | undefined {
  const shown = items?.map(
    (item): Maybe<ServiceNavigationItem> =>
      item && {
        href: item.href,
        current: item.current,
        active: item.active,
        html: html`${item.text}${notificationBadge({ count: item.count ?? 0, visuallyHiddenText: 'waiting' })}`,
      },
  );
  return shown?.length
    ? serviceNavigation({
        navigation: shown,
        navigationLabel: 'Main',
        menuButtonText: 'Menu',
        ...(more.length > 0 && { slots: { navigationEnd: moreNavigation(more) } }),
      })
    : undefined;
}

function flash({ kind, text }: NonNullable<StaffPage['flash']>): Html {
  return kind === 'success'
    ? notificationBanner({ type: 'success', text })
    : notificationBanner({ text, role: 'alert' });
}

function footer(organisationName: string | undefined): Html {
  return html`<footer class="lintel-footer"><div class="govuk-width-container">
    <p class="lintel-footer__text"
    >Lintel${organisationName && ` for ${organisationName}`}. What you open and change here is recorded.</p></div>
    </footer>`;
}
