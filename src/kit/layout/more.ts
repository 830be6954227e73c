import { notificationBadge } from '../components/notification-badge.ts';
import { classes } from '../components/options.ts';
import { attributes, type Html, html } from '../html.ts';
import type { NavigationGroup, NavigationItem } from './navigation.ts';

/**
 * The last entry of the main navigation: what is not opened every day, folded away. It is a `details`, so it needs no
 * script and says itself whether it is open, and it moves the page down instead of covering it, so that nothing which
 * has the focus lies hidden below it (WCAG 2.2, 2.4.11).
 */
export function moreNavigation(groups: readonly NavigationGroup[]): Html {
  const here = groups.flatMap(({ items }) => items).find(({ active, current }) => active || current);
  const names = classes('govuk-service-navigation__item', 'lintel-more', here && 'lintel-more--active');
  const place = here && html`<span class="govuk-visually-hidden">, where you are: ${here.text}</span>`;
  return html`<li class="${names}">
<details><summary class="govuk-service-navigation__link lintel-more__summary">More${place}</summary>
<div class="lintel-more__groups">${groups.map(group)}</div></details></li>`;
}

function group({ heading, items }: NavigationGroup): Html {
  const id = `more-${heading.toLowerCase()}`;
  return html`<div class="lintel-more__group"><p class="lintel-more__heading" id="${id}">${heading}</p>
<ul class="lintel-more__list" aria-labelledby="${id}">${items.map(entry)}</ul></div>`;
}

function entry({ href, text, current, active, count = 0 }: NavigationItem): Html {
  const here = active || current;
  const own = attributes({ 'aria-current': here && (current ? 'page' : 'true') });
  return html`<li class="${classes('lintel-more__item', here && 'lintel-more__item--active')}"><a
    class="govuk-service-navigation__link" href="${href}"${own}
    >${text}${notificationBadge({ count, visuallyHiddenText: 'waiting' })}</a></li>`;
}
