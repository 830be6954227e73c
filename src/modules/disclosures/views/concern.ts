import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { panel } from '#kit/components/panel.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import { detailsAsked } from '../route-details.ts';
import { askingOf } from './asking.ts';
import { childrenFields } from './children.ts';
import { type Offered, staffInvolved } from './colleagues.ts';
import { dangerQuestion } from './danger.ts';
import { lineField, wordsField } from './fields.ts';
import { firstKnown } from './first-known.ts';
import { guidance } from './guidance.ts';
import { type PlacePart, whereFields } from './place.ts';

export interface ConcernPage {
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  readonly words: Words;
  /** Those who will read it, any of whom may be involved. */
  readonly colleagues: readonly Offered[];
  readonly draftOffer?: Html | undefined;
  /** The homes that were found, or the one that was chosen. */
  readonly place: PlacePart | null;
}

/** Two minutes, on a phone, in a van: a tick or a sentence is enough (L2.4). */
export function newConcern(page: ConcernPage): Html {
  const { form, csrf, submissionId, colleagues, draftOffer } = page;
  const field = askingOf('concern', form, page.words);
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Tell us what you noticed</h1>
<p class="govuk-body">A tick or a sentence is enough. You need no proof, and you are not accusing anybody.
  Afterwards nobody can read it here, not even you.</p>
${draftOffer}
<form method="post" action="/concerns/new" novalidate data-draft-url="/drafts/concern" class="lintel-form">
${submission(csrf, submissionId)}
${dangerQuestion(field)}
${field('indicators', { classes: 'govuk-checkboxes--small lintel-two-columns' })}
${field('verbatim', { rows: 4 })}
${detailField(form, 'opinion')}
${field('whereKnown', { reveals: { known: whereFields(form, page.place, field('address')) } })}
${details({
  summaryText: 'If it was not just now',
  html: firstKnown(form, 'When did you notice it?', 'Leave empty if it is now'),
  open: ['received', 'received-day', 'received-time'].some((name) => form.values[name] || form.errors[name]),
})}
${details({
  summaryText: 'If you know more',
  open: Object.keys(form.values).some((name) => name.startsWith('child_') && form.values[name]?.length),
  html: html`${field('personName')}
${field('personAge')}
${field('children')}
${childrenFields(form)}
${detailField(form, 'job_reference')}`,
})}
${staffInvolved(field, form, colleagues)}
${button({ text: 'Send', preventDoubleClick: true })}
</form>`;
}

/** A question that only some routes ask, where the route is known. */
function detailField(form: FormState, name: string): Html | undefined {
  const asks = detailsAsked('concern')[name];
  if (!asks) return undefined;
  const { label, hint, kind } = asks;
  return kind.drawn === 'words'
    ? wordsField(form, { name, label, hint }, 2)
    : lineField(form, { name, label, hint });
}

/** Nothing of what was sent is shown again: a phone lies about, and the wall stands in front of the reporter too. */
/** @param addsAt where pictures can be added to it, for a day */
export function concernThanks(
  reference: string | null,
  ring: Html | undefined,
  addsAt: string | null = null,
): Html {
  return html`${panel({
    titleText: 'Thank you for telling us',
    ...(reference === null ? {} : { html: html`Reference<br><strong>${reference}</strong>` }),
  })}${ring}
<p class="govuk-body">The people who can help have been told. They may not be able to tell you what they do.
  You did the right thing.</p>
${
  addsAt &&
  html`<p class="govuk-body">Do you have pictures or files of what you noticed? You can add them today.
  <a class="govuk-link" href="${addsAt}">Add pictures or files</a></p>`
}
${guidance()}
<p class="govuk-body"><a class="govuk-link" href="/concerns/new">Tell us something else</a></p>`;
}

export function guidancePage(): Html {
  return html`<h1 class="govuk-heading-l">What to notice, and what to do</h1>${guidance()}
${button({ text: 'Tell us what you noticed', href: '/concerns/new' })}`;
}
