import { button } from '#kit/components/button.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import { type Held, heldInWords } from '../leaving.ts';
import { paths } from '../paths.ts';

export interface LeavingModel {
  readonly staffId: string;
  readonly name: string;
  readonly held: Held;
  /** Colleagues who have them as manager or as deputy. */
  readonly counting: readonly string[];
  readonly csrf: string;
  readonly submissionId: string;
}

/** Before an account ends: what this colleague holds, and what becomes of it. */
export function leavingPage({ staffId, name, held, counting, csrf, submissionId }: LeavingModel): Html {
  const lines = heldInWords(held);
  return html`<h1 class="govuk-heading-l">${name} leaves</h1>
<p class="govuk-body">Ending the account signs them out everywhere and for good. What they recorded stays.</p>
<h2 class="govuk-heading-m">What they hold now</h2>
${
  lines.length === 0
    ? html`<p class="govuk-body">No open case, no open task in one, no visit or call still to come.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>
<p class="govuk-body">Whoever manages the team can <a class="govuk-link"
href="${paths.reassignment}">move cases</a> before, so that nobody is left without a lead for an hour.</p>`
}
${
  counting.length > 0 &&
  html`<p class="govuk-body">Manager or deputy of: ${counting.join(', ')}. Choose somebody else for them.</p>`
}
<form method="post" action="${paths.leaving(staffId)}" novalidate>${submission(csrf, submissionId)}
${button({ text: 'End this account', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`;
}
