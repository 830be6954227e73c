import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, formErrors } from '#kit/components/form-state.ts';
import { panel } from '#kit/components/panel.ts';
import { submission } from '#kit/components/submission.ts';
import { type Html, html } from '#kit/html.ts';
import { indicators } from '../indicators.ts';
import { ageBands, answers } from '../lists.ts';
import { type Offered, staffInvolved } from './colleagues.ts';
import { dangerQuestion } from './danger.ts';
import { answerField, anyOf, lineField, oneOf, wordsField } from './fields.ts';
import { firstKnown } from './first-known.ts';
import { guidance } from './guidance.ts';

export interface ConcernPage {
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  /** Those who will read it, any of whom may be involved. */
  readonly colleagues: readonly Offered[];
  readonly draftOffer?: Html | undefined;
}

/** Two minutes, on a phone, in a van: a tick or a sentence is enough (L2.4). */
export function newConcern({ form, csrf, submissionId, colleagues, draftOffer }: ConcernPage): Html {
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Tell us what you noticed</h1>
<p class="govuk-body">A tick or a sentence is enough. You need no proof, and you are not accusing anybody. Afterwards nobody can read it here, not even you.</p>
${draftOffer}
<form method="post" action="/concerns/new" novalidate data-draft-url="/drafts/concern" class="lintel-form">
${submission(csrf, submissionId)}
${dangerQuestion(form)}
${anyOf(form, { name: 'indicators', label: 'What did you notice?', choices: indicators, classes: 'govuk-checkboxes--small lintel-two-columns' })}
${wordsField(form, { name: 'verbatim', label: 'What you saw or heard', hint: 'What happened, what was said, who was there' }, 4)}
${wordsField(form, { name: 'opinion', label: 'What you think may be happening', hint: 'Your own opinion, if you have one' }, 2)}
${lineField(form, { name: 'address', label: 'Where', hint: 'An address, or a job or visit reference' })}
${details({
  summaryText: 'If it was not just now',
  html: firstKnown(form, 'When did you notice it?', 'Leave empty if it is now'),
  open: ['received', 'received-day', 'received-time'].some((name) => form.values[name] || form.errors[name]),
})}
${details({
  summaryText: 'If you know more',
  html: html`${lineField(form, { name: 'person_name', label: 'Who you are worried about, if you know' })}
${oneOf(form, { name: 'person_age', label: 'How old they seem', choices: ageBands })}
${answerField(form, { name: 'children', label: 'Are there children?' }, answers)}
${lineField(form, { name: 'job_reference', label: 'Job or visit reference' })}`,
})}
${staffInvolved(form, colleagues)}
${button({ text: 'Send', preventDoubleClick: true })}
</form>`;
}

/** Nothing of what was sent is shown again: a phone lies about, and the wall stands in front of the reporter too. */
export function concernThanks(reference: string | null): Html {
  return html`${panel({
    titleText: 'Thank you for telling us',
    ...(reference === null ? {} : { html: html`Reference<br><strong>${reference}</strong>` }),
  })}
<p class="govuk-body">The people who can help have been told. They may not be able to tell you what they do. You did the right thing.</p>
${guidance()}
<p class="govuk-body"><a class="govuk-link" href="/concerns/new">Tell us something else</a></p>`;
}

export function guidancePage(): Html {
  return html`<h1 class="govuk-heading-l">What to notice, and what to do</h1>${guidance()}
${button({ text: 'Tell us what you noticed', href: '/concerns/new' })}`;
}
