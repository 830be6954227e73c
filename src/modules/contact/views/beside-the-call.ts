import { details } from '#kit/components/details.ts';
import { type Html, html } from '#kit/html.ts';

/** For whoever is still on the phone. No promise that we cannot keep. */
export function warmWords(): Html {
  return html`<h2 class="govuk-heading-m">Warm words to say</h2>
<ul class="govuk-list govuk-list--bullet">
<li>“Thank you for telling me. I believe you.”</li>
<li>“It is not your fault.”</li>
<li>“You decide what happens, and you need not decide now.”</li>
<li>“Somebody who knows about this will be in touch, in the way you said is safe.”</li>
<li>“If you are in danger, call 999. If you cannot speak on a mobile, press 55.”</li>
</ul>`;
}

/**
 * A form that is filled in while somebody speaks. On a desk what helps to say stands in a column beside it; on a phone
 * it is folded above. One of the two is never there for anybody.
 */
export function besideTheCall(form: Html): Html {
  return html`<div class="lintel-call"><aside class="lintel-call__words" aria-label="While you speak with them">
<div class="lintel-call__folded">${details({ summaryText, html: toSay() })}</div>
<div class="lintel-call__column">${toSay()}</div></aside>
<div class="lintel-call__form">${form}</div></div>`;
}

const summaryText = 'Warm words to say, what helps to ask, what not to promise';

function toSay(): Html {
  return html`${warmWords()}
<h2 class="govuk-heading-m">What helps to ask</h2>
<ul class="govuk-list govuk-list--bullet">
<li>“Is it safe to talk now?” and “If somebody comes in, what shall we say this is about?”</li>
<li>“What would help most today?” and “What are you most afraid of?”</li>
<li>“Are there children, or anybody else who needs care?”</li>
<li>“How, and when, can we reach you safely?”</li>
</ul>
<h2 class="govuk-heading-m">What not to promise</h2>
<ul class="govuk-list govuk-list--bullet">
<li>That nobody else will know: a child or an adult at risk is told of.</li>
<li>A move, a lock, money, or what the police will do.</li>
<li>A call at a time that nobody has in their diary.</li>
</ul>`;
}
