import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type TimelineItem = Content &
  Options<{
    label: Content;
    /** Shown as “by …”. */
    byline?: Content;
    /** The machine's form (ISO 8601) and the words that are shown. */
    datetime: { readonly timestamp: string; readonly text: string };
    /** More about it, on the line of its date. */
    meta?: Content;
    /** What may be done about it, at the end of its heading. */
    action?: Content;
    classes?: string;
    attributes?: Attributes;
  }>;

export type TimelineOptions = Styling & Options<{ items: readonly TimelineItem[]; headingLevel?: number }>;

/** What happened, one after the other. */
export function timeline(options: TimelineOptions): Html {
  const level = options.headingLevel ?? 2;
  return html`<div class="${classes('moj-timeline', options.classes)}"
    ${attributes(options.attributes)}>${options.items.map((item) => timelineItem(item, level))}</div>`;
}

function timelineItem(item: TimelineItem, level: number): Html {
  const byline = item.byline && html`<p class="moj-timeline__byline">by ${content(item.byline)}</p>`;
  const action = item.action && html`<p class="lintel-timeline__action">${content(item.action)}</p>`;
  return html`<div class="${classes('moj-timeline__item', item.classes)}"${attributes(item.attributes)}>
    <div class="moj-timeline__header"><h${level} class="moj-timeline__title"
    >${content(item.label)}</h${level}> ${byline}${action}</div><p class="moj-timeline__date"><time
    datetime="${item.datetime.timestamp}"
    >${item.datetime.text}</time>${item.meta && html` ${content(item.meta)}`}</p><div
    class="moj-timeline__description">${content(item)}</div></div>`;
}
