import { type Html, html } from '../html.ts';
import { button } from './button.ts';
import { notificationBanner } from './notification-banner.ts';

export interface DraftOffer {
  readonly form: string;
  /** The case or disclosure it is about; null: neither. */
  readonly about: string | null;
  /** When it was saved, in words. */
  readonly savedAt: string;
  /** The page of the form; `?draft=continue` is added to show it filled in. */
  readonly path: string;
  /** In place of `continue`, on a page with several forms that keep one. */
  readonly name?: string;
  /** What every form carries (kit/components/submission.ts). */
  readonly hidden: Html;
}

/** A draft of this form is waiting: go on with it, or throw it away. Shown above the empty form. */
export function draftOffer({ form, about, savedAt, path, hidden, name = 'continue' }: DraftOffer): Html {
  const on = `${path}${path.includes('?') ? '&' : '?'}draft=${name}`;
  const discard = button({ text: 'Discard it', classes: 'govuk-button--secondary' });
  return notificationBanner({
    titleText: 'Draft',
    html: html`<p class="govuk-notification-banner__heading">You have a draft saved on ${savedAt}.</p>
<div class="govuk-button-group"><a class="govuk-button" role="button" draggable="false"
 data-module="govuk-button" href="${on}">Continue with it</a>
<form method="post" action="${draftAddress(form, about, { does: 'discard' })}">${hidden}${html`<input type="hidden"
 name="_return" value="${path}">${discard}`}</form></div>`,
  });
}

interface Drafted {
  readonly does?: 'discard' | 'keep';
  /** The address of the form, by which its draft leads back to it. */
  readonly page?: string;
}

/** Where a form saves its draft (`data-draft-url`), and where that is kept longer or thrown away. */
export function draftAddress(form: string, about: string | null, { does, page }: Drafted = {}): string {
  const query = new URLSearchParams({ ...(about && { about }), ...(page && { page }) }).toString();
  return `/drafts/${form}${does ? `/${does}` : ''}${query && `?${query}`}`;
}
