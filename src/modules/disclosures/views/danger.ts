import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { Asking } from './asking.ts';

/** The first question of every form, before anything else is asked (domain reference §2). */
export function dangerQuestion(field: Asking<'disclosure'> | Asking<'concern'>): Html {
  return html`<div class="lintel-danger">${field('immediateDanger', {
    legendClasses: 'govuk-fieldset__legend--m',
    reveals: { yes: html`${dangerGuidance}${field('dangerResponse')}` },
    classes: '',
  })}</div>`;
}

/** What a silent call really does, so that nobody relies on more than that. */
const dangerGuidance = insetText({
  html: html`<p class="govuk-body">
<strong>Call 999 now, before you fill in anything else.</strong> You do not need consent. This form waits.</p>
<p class="govuk-body">If it is not safe to speak:</p>
<ul class="govuk-list govuk-list--bullet">
<li>on a <strong>mobile</strong>, call 999, listen, and press <strong>55</strong> when asked.
  It puts the call through to the police; it does not tell them where you are</li>
<li>on a <strong>landline</strong>, 55 is not used: stay on the line, background noise connects the call to the
  police, and they can see where it comes from</li>
</ul>`,
});
