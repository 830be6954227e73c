import { insetText } from '#kit/components/inset-text.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';

/** Said on every page that asks: the questions are for the person’s safety, and never a gate to help (domain §3). */
export function helpGoesOn(): Html {
  return html`<p class="govuk-body"><strong>Help goes on without it.</strong> Nobody has to answer anything to be helped, and everything else in this case can be done first.</p>`;
}

/** What to do in place of asking, while it is not safe. */
export function insteadOfAsking({ file }: CaseModel): Html {
  return html`${warningText({ text: 'Do not ask these questions now.' })}${insetText({
    html: html`<h2 class="govuk-heading-s">What to do instead</h2>
<ul class="govuk-list govuk-list--bullet">
<li>If somebody is in danger, ring 999. If they can hear you but cannot speak: on a mobile, press 55 when asked.</li>
<li>Speak of something ordinary, such as a repair, and end as you would end any call. Leave nothing on the screen or in writing.</li>
<li>Find out when and how it is safe, <a class="govuk-link" href="${casePaths.contact(file.id)}">by the agreed way</a>, and come back to the questions then.</li>
<li>Go on with what helps today: a safe place, the locks, the agreed next call.</li>
<li>Write down what you saw and heard <a class="govuk-link" href="${casePaths.newEntry(file.id)}">in the chronology</a>. You can judge the risk from that, without a single question.</li>
</ul>`,
  })}`;
}
