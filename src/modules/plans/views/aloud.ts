import { type Html, html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { PlanNow } from '../now.ts';
import { paths } from '../paths.ts';
import type { PlanAction } from '../store/actions.ts';

/** In large, plain words, to go through together: on a phone or a tablet between the two of them. */
export function aloudPage(caseId: CaseId, { words, actions }: PlanNow): Html {
  const open = actions.filter((action) => action.state === 'open');
  const mine = open.filter((action) => action.owner === 'person');
  const others = open.filter((action) => action.owner !== 'person');
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.plan(caseId)}">Back to the plan</a></p>
<article class="lintel-aloud"><h1 class="govuk-heading-xl">Your plan</h1>
${words.number === 0 && open.length === 0 && html`<p>Nothing is in it yet. You decide what goes in, and when.</p>`}
${part('What you want', words.ownWords)}
${part('What matters to you', words.wishes)}
${list('What you do', mine)}
${list('What others do for you', others)}
${part('If you need to act quickly', words.emergency)}
<h2 class="govuk-heading-l">Is this right?</h2><p>You can change any of it, today or later. You can take your time. Whatever you decide, we go on helping.</p>
</article>`;
}

function part(heading: string, text: string): Html | false {
  return text.trim() !== '' && html`<h2 class="govuk-heading-l">${heading}</h2>${verbatim(text)}`;
}

function list(heading: string, actions: readonly PlanAction[]): Html | false {
  return (
    actions.length > 0 &&
    html`<h2 class="govuk-heading-l">${heading}</h2><ul>${actions.map(
      ({ what, by, dueOn }) =>
        html`<li>${what}${by && html`<br>${by}`}${dueOn && html`<br>By ${dateInWords(dueOn)}`}</li>`,
    )}</ul>`
  );
}
