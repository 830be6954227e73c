import { type Attributes, attributes, type Html, html } from '../html.ts';
import { button } from './button.ts';
import { type Content, content, type Options } from './options.ts';

export type SelectedFilters = {
  readonly heading: Content;
  readonly clearLink: { readonly text: string; readonly href: string };
  readonly categories: readonly {
    readonly heading: Content;
    readonly items: readonly { readonly text: string; readonly href: string }[];
  }[];
};

export type FilterOptions = Options<{
  heading: Content;
  /** The fields; the caller puts the whole filter into a form with `method="get"`. */
  optionsHtml: Html;
  submit?: Options<{ text?: string; attributes?: Attributes }>;
  selectedFilters?: SelectedFilters;
  attributes?: Attributes;
}>;

/** Narrows a list on the server; what is chosen is shown and can be taken away one by one. */
export function filter(options: FilterOptions): Html {
  const submit = button({
    text: options.submit?.text || 'Apply filters',
    attributes: options.submit?.attributes,
  });
  return html`<div class="moj-filter" data-module="moj-filter"${attributes(options.attributes)}>
    <div class="moj-filter__header"><div class="moj-filter__header-title">
    <h2 class="govuk-heading-m">${content(options.heading)}</h2></div><div class="moj-filter__header-action"></div>
    </div><div class="moj-filter__content">${options.selectedFilters && selected(options.selectedFilters)}<div
    class="moj-filter__options">${submit}${options.optionsHtml}</div></div></div>`;
}

function selected({ heading, clearLink, categories }: SelectedFilters): Html {
  return html`<div class="moj-filter__selected"><div class="moj-filter__selected-heading">
    <div class="moj-filter__heading-title"><h2 class="govuk-heading-m">${content(heading)}</h2>
    </div><div class="moj-filter__heading-action">
    <p><a class="govuk-link govuk-link--no-visited-state" href="${clearLink.href}">${clearLink.text}</a></p></div>
    </div>${categories.map(
      (category) =>
        html`<h3 class="govuk-heading-s govuk-!-margin-bottom-0">${content(category.heading)}</h3><ul
        class="moj-filter-tags">${category.items.map(
          (item) =>
            html`<li><a class="moj-filter__tag" href="${item.href}"><span
            class="govuk-visually-hidden">Remove this filter</span> ${item.text}</a></li>`,
        )}</ul>`,
    )}</div>`;
}
