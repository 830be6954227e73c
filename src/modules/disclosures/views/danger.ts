import type { FormState } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { dangerAnswers } from '../lists.ts';
import { oneOf, wordsField } from './fields.ts';

/** The first question of every form, before anything else is asked (domain reference §2). */
export function dangerQuestion(form: FormState): Html {
  return html`<div class="lintel-danger">${oneOf(form, {
    name: 'immediate_danger',
    label: 'Is anybody in danger right now?',
    legendClasses: 'govuk-fieldset__legend--m',
    hint: 'A threat now, the other person there, a weapon, strangulation, a threat to kill, a child at risk, or thoughts of suicide',
    choices: dangerAnswers,
    reveals: {
      yes: html`${dangerGuidance}${wordsField(form, {
        name: 'danger_response',
        label: 'What was done',
        hint: 'Called 999 at 10:42, stayed on the line, police reference …',
      })}`,
    },
    classes: '',
  })}</div>`;
}

/** What a silent call really does, so that nobody relies on more than that. */
const dangerGuidance = insetText({
  html: html`<p class="govuk-body"><strong>Call 999 now, before you fill in anything else.</strong> You do not need consent. This form waits.</p>
<p class="govuk-body">If it is not safe to speak:</p>
<ul class="govuk-list govuk-list--bullet">
<li>on a <strong>mobile</strong>, call 999, listen, and press <strong>55</strong> when asked. It puts the call through to the police; it does not tell them where you are</li>
<li>on a <strong>landline</strong>, 55 is not used: stay on the line, background noise connects the call to the police, and they can see where it comes from</li>
</ul>`,
});
