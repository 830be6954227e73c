import { button } from '#kit/components/button.ts';
import { deadline } from '#kit/components/deadline.ts';
import { panel } from '#kit/components/panel.ts';
import { type Html, html } from '#kit/html.ts';
import { warmWords } from '#modules/contact/pure.ts';
import type { Words } from '#rules/pack.ts';
import type { PromiseWords } from '../promise-words.ts';

export interface ReceiptPage {
  readonly reference: string;
  readonly words: Words;
  readonly due: PromiseWords | null;
  /** Whom to ring about danger while the office is closed. */
  readonly ring: Html | undefined;
  /** Where whoever may triage it goes on; null for everybody else. */
  readonly triageAt: string | null;
  /** Where whoever may triage it says that they spoke with the person themselves; null where nobody did. */
  readonly toldAt: string | null;
}

/** After somebody was listened to: what was kept, by when they are reached, and what to say meanwhile. */
export function receiptPage({ reference, words, due, ring, triageAt, toldAt }: ReceiptPage): Html {
  return html`${panel({ titleText: 'Saved', html: html`Reference<br><strong>${reference}</strong>` })}
${ring}<h2 class="govuk-heading-m">What happens next</h2>
<ul class="govuk-list govuk-list--bullet">
<li>The ${words.team} has been told.</li>
${due && html`<li>They make contact, in the way that is safe: ${deadline(due)}</li>`}
<li>Only the people who need to know can read what you wrote.</li>
</ul>
${warmWords()}
${
  toldAt &&
  html`<p class="govuk-body">Did you speak with the ${words.person} yourself, and was it safe?
  <a class="govuk-link" href="${toldAt}">We spoke with them ourselves, safely</a></p>`
}${triageAt && button({ text: 'Decide what happens next', href: triageAt })}
<p class="govuk-body"><a class="govuk-link" href="/disclosures/new">Write down something else</a></p>`;
}
