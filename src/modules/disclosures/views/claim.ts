import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import type { FormState } from '#kit/components/form-state.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type Claim, type ClaimReader, claimInShort, claimState, claimWords } from '../claim.ts';

/** What each of its forms carries. */
export interface ClaimFields {
  readonly disclosureId: string;
  readonly csrf: string;
  /** A new one for each form. */
  readonly submissionId: () => string;
}

export interface ClaimPart extends ClaimFields {
  readonly claim: Claim | null;
  readonly reader: ClaimReader;
  /** Why it is taken over, as it was typed. */
  readonly form: FormState;
}

/** Who has it, before anything else on the page, and the one button that says so. */
export function claimSection(part: ClaimPart): Html {
  const { claim, reader } = part;
  const words = claimWords(claim, reader);
  switch (claimState(claim, reader)) {
    case 'nobody':
      return html`<div class="lintel-claim"><p class="govuk-body">Nobody has this yet.
Say so before you ring, so that two do not ring the same person.</p>${haveIt(part)}</div>`;
    case 'own':
      return insetText({
        html: html`<p class="govuk-body">${words}.</p>${takenBecause(claim)}${letGo(part)}`,
      });
    case 'left':
      return html`${warningText({ text: `${words}.` })}${haveIt(part)}`;
    case 'theirs':
      return html`${warningText({ text: `${words}.` })}${takenBecause(claim)}${takeOver(part)}`;
  }
}

function takenBecause(claim: Claim | null): Html | undefined {
  if (!claim?.why) return undefined;
  return html`<p class="govuk-body">Why it was taken over: ${claim.why}</p>`;
}

/** Above the form of triage, of whoever else has it; taking it over has its place on the page of the disclosure. */
export function claimNotice(
  claim: Claim | null,
  reader: ClaimReader,
  disclosureId: string,
): Html | undefined {
  const state = claimState(claim, reader);
  if (state === 'nobody' || state === 'own') return undefined;
  return html`${warningText({ text: `${claimWords(claim, reader)}.` })}<p class="govuk-body"><a class="govuk-link"
    href="/disclosures/${disclosureId}">${state === 'left' ? 'Say that you have it' : 'Take it over'}</a></p>`;
}

/** In a list: who has it, and else the button. */
export function claimCell(
  claim: Claim | null,
  reader: ClaimReader,
  fields: ClaimFields & { readonly reference: string },
): Html {
  const state = claimState(claim, reader);
  return html`${claimInShort(claim, reader)}${(state === 'nobody' || state === 'left') && haveIt(fields)}`;
}

function haveIt(fields: ClaimFields & { readonly reference?: string }): Html {
  const { reference } = fields;
  return sent(
    fields,
    '',
    html`${button({
      html: html`I have this${reference && html`<span class="govuk-visually-hidden">: ${reference}</span>`}`,
      classes: 'govuk-button--secondary lintel-button--beside',
      preventDoubleClick: true,
    })}`,
  );
}

function letGo(part: ClaimPart): Html {
  return sent(
    part,
    '/release',
    html`${claimOf(part)}${button({
      text: 'I do not go on with this',
      classes: 'govuk-button--secondary lintel-button--beside',
      preventDoubleClick: true,
    })}`,
  );
}

function takeOver(part: ClaimPart): Html {
  const { form } = part;
  return details({
    summaryText: 'Take it over',
    open: Boolean(form.errors.claim_why),
    html: sent(
      part,
      '/taking-over',
      html`${claimOf(part)}${textarea({
        ...kept(form, 'claim_why'),
        label: { text: 'Why do you take it over?', classes: 'govuk-label--s' },
        hint: { text: 'What they told you when you spoke to them, or why you could not' },
        rows: 2,
      })}${button({ text: 'I have this now', preventDoubleClick: true })}`,
    ),
  });
}

function claimOf({ claim }: ClaimPart): Html {
  return html`<input type="hidden" name="claim" value="${claim?.id}">`;
}

function sent({ disclosureId, csrf, submissionId }: ClaimFields, way: string, inner: Html): Html {
  return html`<form method="post" action="/disclosures/${disclosureId}/claim${way}" novalidate>${submission(
    csrf,
    submissionId(),
  )}${inner}</form>`;
}
