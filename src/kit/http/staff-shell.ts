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
}

const paths = {
  home: '/',
  account: '/account',
  notifications: '/notifications',
  signOut: '/sign-out',
  extendSession: '/account/session',
};

/** The document around every page of the staff site; navigation shows what this person's roles admit, nothing more. */
export function staffShell(services: Services, destinations: readonly Destination[], assets: PageAssets) {
  const idleSeconds = services.settings.idle.total('seconds');
  return (page: Page, { who, csrf, said, path, status }: Dress): Html =>
    staffPage({
      title: `${page.title} – Lintel`,
      main: page.main(),
      assets,
      paths,
      csrfToken: csrf,
      errorTitlePrefix: status === 422,
      ...(page.before && { beforeMain: page.before() }),
      ...(page.backLink && { backLink: page.backLink }),
      ...(said && { flash: { kind: 'success', text: said } }),
      ...(who && {
        organisationName: who.organisationName,
        signedInAs: who.name,
        idleSeconds,
        notificationsCount: who.unread,
        navigation: navigationFor(
          destinations.filter((each) => may(who.roles, each.may).allowed),
          path,
        ),
        ...(who.demonstration && { banner: 'Demonstration: every person and home here is invented.' }),
      }),
    });
}

/** Below a destination is still there, as a case is below the cases; the longest address that fits is meant. */
function navigationFor(offered: readonly Destination[], path: string) {
  const here = offered
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0];
  return offered.map((each) => ({
    href: each.href,
    text: each.text,
    current: path === each.href,
    active: each === here,
  }));
}
