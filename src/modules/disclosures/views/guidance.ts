import { type Html, html } from '#kit/html.ts';
import { indicators } from '../indicators.ts';

/** What every colleague and contractor should know: the signs, what to do, and what not to say (L2.14, V1c). */
export function guidance(): Html {
  return html`<h2 class="govuk-heading-m">If somebody is in danger now</h2>
<p class="govuk-body">Call <strong>999</strong>. You do not need anybody’s consent.
  On a mobile, if you cannot speak, press <strong>55</strong> when asked.</p>
<h2 class="govuk-heading-m">Signs</h2>
<p class="govuk-body">One sign proves nothing, and you need no proof. Report what made you wonder.</p>
<ul class="govuk-list govuk-list--bullet">${indicators.map(({ label }) => html`<li>${label}</li>`)}</ul>
<h2 class="govuk-heading-m">What to do</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Listen, if somebody tells you. Let them go at their own pace.</li>
<li>Believe what you are told.</li>
<li>Report it at the first opportunity, the same shift. A few words are enough.</li>
<li>Say what you saw and heard, and keep it apart from what you think.</li>
<li>Look after yourself too. Talk to your manager without names.</li>
</ul>
<h2 class="govuk-heading-m">What not to do</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Do not ask about it while anybody else can hear, children too.</li>
<li>Do not speak to the other person about it.</li>
<li>Do not look into it yourself, and do not take photographs.</li>
<li>Do not leave a message, a card or a text that mentions it.</li>
<li>Do not ask “Why don’t you leave?”, and do not promise to keep it secret.</li>
<li>Do not tell anybody else, the neighbours and colleagues included.</li>
</ul>`;
}
