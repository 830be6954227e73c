import { button } from '#kit/components/button.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { submission } from '#kit/components/submission.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import type { DefinitionCheck } from '../definition.ts';
import type { Offered } from './colleagues.ts';
import { type DecisionLine, decisions } from './decisions.ts';
import { definitionSection } from './definition.ts';
import { type KnownCase, outcomeSection } from './outcome.ts';
import { type RegisterPart, registerSection } from './register.ts';
import { written } from './written.ts';

export interface TriagePage {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly danger: boolean;
  readonly verbatim: string;
  /** Of whom and where it was told, so that nobody looks it up or types it again. */
  readonly told: readonly string[];
  /** Who has it, so that two do not ring. */
  readonly claim?: Html | undefined;
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  readonly words: Words;
  readonly register: RegisterPart;
  readonly check: DefinitionCheck;
  /** The clause of the landlord's policy on safeguarding. */
  readonly safeguardingClause: string;
  readonly cases: readonly KnownCase[];
  /** What each of the first of them knows already. */
  readonly known: readonly Html[];
  readonly team: readonly Offered[];
  /** A handover that is looked at again. */
  readonly earlier: readonly DecisionLine[];
  readonly draftOffer?: Html | undefined;
}

/** One page: who and where, what the law says of it, what happens next. Help never waits for any of it. */
export function triagePage(page: TriagePage): Html {
  const { form } = page;
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Triage of ${page.reference}</h1>
${
  page.danger &&
  warningText({
    text: 'Immediate danger was reported. Make sure that it was acted upon before anything else.',
  })
}
${page.claim}<blockquote class="lintel-verbatim lintel-verbatim--own">${page.verbatim}</blockquote>
${decisions(page.earlier)}
${page.draftOffer}
<form method="post" action="/disclosures/${page.id}/triage" novalidate
  data-draft-url="/drafts/triage?about=${page.id}" class="lintel-form">
${submission(page.csrf, page.submissionId, page.version)}
${registerSection(page.id, page.register, page.told)}
${definitionSection(page)}
${outcomeSection(page)}
${button({ text: 'Decide', preventDoubleClick: true })}
</form>`;
}

/** Somebody else decided first: what they decided, beside what was about to be, so that neither is lost. */
export function triageTaken(
  id: string,
  earlier: readonly DecisionLine[],
  typed: readonly { readonly label: string; readonly value: string }[],
): Html {
  return html`<h1 class="govuk-heading-l">Somebody else decided this first</h1>
<p class="govuk-body">Nothing of yours was saved. This is what they decided, and below it what you had written.</p>
${decisions(earlier)}
<h2 class="govuk-heading-m">What you had written</h2>
${typed.length === 0 && html`<p class="govuk-body">Nothing yet.</p>`}
${typed.map(
  ({ label, value }) =>
    html`<h3 class="govuk-heading-s">${label}</h3><p class="govuk-body">${written(value)}</p>`,
)}
<p class="govuk-body"><a class="govuk-link" href="/disclosures/${id}">See the disclosure</a></p>`;
}
