import { type Html, html } from '#kit/html.ts';

/** Under so many promises a replay says nothing, and might tell of somebody. */
export const enoughPromises = 20;

/** What is needed, how long that takes and what there will be then: nobody has to come back to find out. */
export function tooEarly(ended: number): Html {
  const soFar = ended < 5 ? 'fewer than 5' : `at least ${Math.floor(ended / 5) * 5}`;
  return html`<h1 class="govuk-heading-l">What if the policy were different?</h1>
<p class="govuk-body-l">It is too early to say: not enough has happened yet.</p>
<p class="govuk-body">Last year is played once more under other terms. That needs ${enoughPromises} promises
  that ended within the last 12 months, so that its figures mean something and nobody can be recognised in them.
  So far there are ${soFar}.</p>
<p class="govuk-body">Each disclosure begins several promises, such as triage, contact and a lead:
  some weeks of casework are usually enough. There is nothing to set up.</p>
<h2 class="govuk-heading-m">What it will show</h2>
<ul class="govuk-list govuk-list--bullet"><li>which promises would have been broken if one were due sooner or
  later, if more were told, or under another policy</li>
<li>how much of the team’s time the work would have taken, with more or fewer colleagues</li>
<li>how long something just told would have had to wait</li></ul>
<p class="govuk-body">Each is a range, with what was taken for granted beside it. Nothing is saved.
  <a class="govuk-link" href="/board">See how promises are kept so far</a></p>`;
}
