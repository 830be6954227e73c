import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Maybe, type Options, type Styling } from './options.ts';
import { type TagOptions, tag } from './tag.ts';

export type TaskListItem = Options<{
  title: Content & Options<{ classes?: string }>;
  hint?: Content;
  status: Content & Options<{ tag?: TagOptions; classes?: string }>;
  href?: string;
  classes?: string;
}>;

export type TaskListOptions = Styling & Options<{ items: readonly Maybe<TaskListItem>[]; idPrefix?: string }>;

/** What there is to do, each with how far it is. */
export function taskList(options: TaskListOptions): Html {
  const prefix = options.idPrefix || 'task-list';
  const items = options.items.map((item, index) => item && taskItem(item, `${prefix}-${index + 1}`));
  return html`<ul class="${classes('govuk-task-list', options.classes)}"
    ${attributes(options.attributes)}>${items}</ul>`;
}

function taskItem(item: TaskListItem, id: string): Html {
  const { status, hint } = item;
  const names = classes(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  );
  const hintBlock = hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${content(hint)}</div>`;
  return html`<li class="${names}"><div class="govuk-task-list__name-and-hint"
    >${title(item, id)}${hintBlock}</div><div class="${classes('govuk-task-list__status', status.classes)}"
    id="${id}-status">${status.tag ? tag(status.tag) : content(status)}</div></li>`;
}

function title({ title: words, href, hint }: TaskListItem, id: string): Html {
  if (!href) return html`<div${attributes({ class: words.classes })}>${content(words)}</div>`;
  return html`<a class="${classes('govuk-link govuk-task-list__link', words.classes)}" href="${href}"
    aria-describedby="${classes(hint && `${id}-hint`, `${id}-status`)}">${content(words)}</a>`;
}
