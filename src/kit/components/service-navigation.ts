import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';

export type ServiceNavigationItem = Content &
  Options<{ href?: string; current?: boolean; active?: boolean; attributes?: Attributes }>;

export type ServiceNavigationOptions = Styling &
  Options<{
    serviceName?: string;
    serviceUrl?: string;
    navigation?: readonly Maybe<ServiceNavigationItem>[];
    navigationId?: string;
    navigationLabel?: string;
    navigationClasses?: string;
    collapseNavigationOnMobile?: boolean;
    menuButtonText?: string;
    menuButtonLabel?: string;
    ariaLabel?: string;
    slots?: Options<{
      start?: Html;
      navigationStart?: Html;
      navigationEnd?: Html;
      end?: Options<{ html: Html; align?: 'inline' }>;
    }>;
  }>;

/** The service's name and its main parts. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const { slots } = options;
  const inline = slots?.end?.align === 'inline' && 'govuk-service-navigation__inlining-container';
  const inner = html`<div class="${classes('govuk-width-container', inline)}">${slots?.start}<div
    class="govuk-service-navigation__container"
    >${serviceName(options)}${navigation(options)}</div>${slots?.end?.html}</div>`;
  const own = attributes({
    class: classes('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  });
  const isLandmark = options.serviceName || slots?.start || slots?.end;
  return isLandmark
    ? html`<section aria-label="${options.ariaLabel ?? 'Service information'}"${own}>${inner}</section>`
    : html`<div${own}>${inner}</div>`;
}

function serviceName({ serviceName: name, serviceUrl }: ServiceNavigationOptions): Html | undefined {
  if (!name) return undefined;
  const inner = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${name}</a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`;
  return html`<span class="govuk-service-navigation__service-name">${inner}</span>`;
}

function navigation(options: ServiceNavigationOptions): Html | undefined {
  const { slots, menuButtonLabel } = options;
  const items = (options.navigation ?? []).filter((item) => Boolean(item)) as ServiceNavigationItem[];
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return undefined;
  const menuText = options.menuButtonText || 'Menu';
  const id = options.navigationId || 'navigation';
  const label = menuButtonLabel === menuText ? undefined : menuButtonLabel;
  const toggle =
    (options.collapseNavigationOnMobile ?? items.length > 1) &&
    html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
      aria-controls="${id}"${attributes({ 'aria-label': label })} hidden aria-hidden="true">${menuText}</button>`;
  return html`<nav aria-label="${options.navigationLabel || menuText}"
    class="${classes('govuk-service-navigation__wrapper', options.navigationClasses)}">${toggle}<ul
    class="govuk-service-navigation__list"
    id="${id}">${slots?.navigationStart}${items.map(navigationItem)}${slots?.navigationEnd}</ul></nav>`;
}

/** The current item is in a `strong`, so that it stands out even where colours are overridden. */
function navigationItem(item: ServiceNavigationItem): Html {
  const active = item.active || item.current;
  const words = content(item);
  const inner = active
    ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>`
    : words;
  const current = attributes({ 'aria-current': active && (item.current ? 'page' : 'true') });
  const names = classes('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active');
  if (!item.href) {
    return html`<li class="${names}">${
      words &&
      html`<span class="govuk-service-navigation__text"${current}
      >${inner}</span>`
    }</li>`;
  }
  return html`<li class="${names}"><a class="govuk-service-navigation__link"
    href="${item.href}"${current}${attributes(item.attributes)}>${inner}</a></li>`;
}
