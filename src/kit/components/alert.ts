import { type Attributes, attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options } from './options.ts';

export type AlertOptions = Content &
  Options<{
    /** Says what it is about; its heading too when `showTitleAsHeading`. */
    title: string;
    variant?: 'information' | 'success' | 'warning' | 'error';
    showTitleAsHeading?: boolean;
    headingTag?: 'h2' | 'h3' | 'h4';
    role?: string;
    classes?: string;
    attributes?: Attributes;
  }>;

/** MoJ's alert without its dismiss button, whose JavaScript does not run under Trusted Types. */
export function alert(options: AlertOptions): Html {
  const { title, variant = 'information', headingTag = 'h2' } = options;
  const inner = content(options);
  const headed = options.showTitleAsHeading && inner;
  const own = attributes({
    role: options.role || 'region',
    class: classes(
      'moj-alert',
      `moj-alert--${variant}`,
      Boolean(headed) && 'moj-alert--with-heading',
      options.classes,
    ),
    'aria-label': `${variant}: ${title}`,
    ...options.attributes,
  });
  return html`<div${own}><div>${icons[variant]}</div><div class="moj-alert__content"
    >${headed && html`<${headingTag} class="moj-alert__heading">${title}</${headingTag}>`}${inner ?? title}</div>
    </div>`;
}

function icon(shape: Html): Html {
  return html`<svg class="moj-alert__icon" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 30 30" height="30" width="30">${shape}</svg>`;
}

const icons = {
  information: icon(
    html`<path fill-rule="evenodd"
      d="M15 2.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25Z
        m-1.4 10.4h2.8v9.5h-2.8v-9.5ZM15 7.6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2Z" fill="currentColor"/>`,
  ),
  success: icon(
    html`<path d="M11.3 24.7 2 15.4l2.6-2.6 6.7 6.6 14.1-14L28 8 11.3 24.7Z" fill="currentColor"/>`,
  ),
  warning: icon(
    html`<path fill-rule="evenodd"
      d="m15 2.4 13.8 23.8H1.2L15 2.4Zm-1.5 7 .3 8.4h2.4l.3-8.3h-3ZM15 20a1.9 1.9 0 1 0 0 3.7 1.9 1.9 0 0 0 0-3.7Z"
      fill="currentColor"/>`,
  ),
  error: icon(
    html`<path fill-rule="evenodd"
      d="M20.2 2.5H9.8L2.5 9.8v10.4l7.3 7.3h10.4l7.3-7.3V9.8l-7.3-7.3Z
        m-9.3 6.4 4.1 4 4.1-4 2 2-4.1 4.1 4.1 4.1-2 2-4.1-4.1-4.1 4.1-2-2L13 15l-4.1-4.1 2-2Z" fill="currentColor"/>`,
  ),
} as const;
