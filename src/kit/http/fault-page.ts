import { ownClause } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { html } from '../html.ts';
import type { Page } from './answers.ts';
import { type Fault, faults, passing } from './errors.ts';
import { type Sent, sendAgain } from './send-again.ts';

/**
 * The page behind every fault: what happened, what to do, and for a refusal the reason with the clause of
 * the landlord's own policy, where somebody of a landlord asked, or the Act.
 * @param sent the form that was not taken, where it was one and came from a page of ours
 */
export function faultPage(fault: Fault, pack: Pack | null, sent: Sent | null = null): Page {
  const { title, says } = faults[fault.code];
  const verdict = fault.verdict;
  const clause = verdict && !verdict.allowed && ownClause(pack, verdict.basis);
  return {
    title,
    main: () => html`<h1 class="govuk-heading-l">${title}</h1>
      ${
        verdict &&
        !verdict.allowed &&
        html`<p class="govuk-body">${verdict.reason}${
          clause &&
          html` <span
        class="lintel-clause">${clause}</span>`
        }</p>`
      }
      <p class="govuk-body">${says}</p>
      ${sent && sendAgain(sent, passing.has(fault.code))}
      <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  };
}
