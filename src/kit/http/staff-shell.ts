import { type Action, may } from '#rules/may.ts';
import type { Html } from '../html.ts';
import { type PageAssets, staffPage } from '../layout/staff.ts';
import type { Services } from '../services.ts';
import type { Page } from './answers.ts';
import type { Dress } from './site.ts';

export interface Destination {
  readonly href: string;
  readonly text: string;
  readonly may: Action;
  /** Its heading below “More”; left out, it stands in the main bar. */
  readonly under?: (typeof headings)[number];
}

const headings = ['Work', 'Team', 'Landlord', 'Settings'] as const;
/** So many fit beside one another on a desk; whoever may open no more needs no “More”. */
const barHolds = 6;

const paths = {
  home: '/',
  account: '/account',
  notifications: '/notifications',
  signOut: '/sign-out',
  extendSession: '/account/session',
  hide: '/hidden/session',
  find: '/find',
};

/** The document around every page of the staff site; navigation shows what this person's roles admit, nothing more. */
export function staffShell(services: Services, destinations: readonly Destination[], assets: PageAssets) {
  const idleSeconds = services.settings.idle.total('seconds');
  return (page: Page, { who, csrf, said, path, status, cameBack }: Dress): Html =>
    staffPage({
      title: page.bare || page.paper === 'sheet' ? page.title : `${page.title} – Lintel`,
      bare: page.bare,
      paper: page.paper,
      main: page.main(),
      assets,
      paths,
      path,
      csrfToken: csrf,
      cameBack,
      errorTitlePrefix: status === 422,
      ...(page.before && { beforeMain: page.before() }),
      ...(page.backLink && { backLink: page.backLink }),
      ...(said && { flash: { kind: said.warns ? 'important' : 'success', text: said.text } }),
      ...(who && {
        organisationName: who.organisationName,
        signedInAs: who.name,
        idleSeconds,
        notificationsCount: who.unread,
        mayFind: may(who.roles, 'register.search').allowed,
        ...navigationFor(
          destinations.filter((each) => may(who.roles, each.may).allowed),
          path,
        ),
        ...(who.demonstration && { banner: 'Demonstration: every person and home here is invented.' }),
      }),
    });
}

/** Below a destination is still there, as a case is below the cases; the longest address that fits is meant. */
export function navigationFor(offered: readonly Destination[], path: string) {
  const here = offered
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0];
  const shown = (each: Destination) => ({
    href: each.href,
    text: each.text,
    current: path === each.href,
    active: each === here,
  });
  const bar = inBar(offered);
  const rest = offered.filter((each) => !bar.includes(each));
  return {
    navigation: bar.map(shown),
    more: headings
      .map((heading) => ({ heading, items: rest.filter(({ under }) => under === heading).map(shown) }))
      .filter(({ items }) => items.length > 0),
  };
}

/** Everything, if it fits; else what is opened every day, and of the rest as much as leaves room for “More”. */
function inBar(offered: readonly Destination[]): readonly Destination[] {
  if (offered.length <= barHolds) return offered;
  const rest = offered.filter(({ under }) => under !== undefined);
  const room = Math.max(0, barHolds - 1 - (offered.length - rest.length));
  const folded = rest.slice(room);
  return offered.filter((each) => !folded.includes(each));
}
