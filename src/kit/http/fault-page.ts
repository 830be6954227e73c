import { html } from '../html.ts';
import type { Page } from './answers.ts';
import { type Fault, faults } from './errors.ts';

/** The page behind every fault: what happened, what to do, and for a refusal the reason with its clause. */
export function faultPage(fault: Fault): Page {
  const { title, says } = faults[fault.code];
  const verdict = fault.verdict;
  return {
    title,
    main: () => html`<h1 class="govuk-heading-l">${title}</h1>
      ${verdict && !verdict.allowed && html`<p class="govuk-body">${verdict.reason} <span class="lintel-clause">${verdict.clause}</span></p>`}
      <p class="govuk-body">${says}</p>
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  };
}
