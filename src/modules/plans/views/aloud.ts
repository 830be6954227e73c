import { type Html, html } from '#kit/html.ts';
import { type CaseModel, verbatim } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { inForce } from '#rules/ways.ts';
import { withoutNames } from '../neutral.ts';
import type { PlanNow } from '../now.ts';
import { paths } from '../paths.ts';
import type { PlanAction } from '../store/actions.ts';

export interface TogetherModel {
  readonly caseId: CaseId;
  readonly plan: PlanNow;
  /** What was agreed about contact; null: nothing yet. */
  readonly agreed: CaseModel['agreed'];
  /** Everybody else in the case: none of them is named here. */
  readonly others: readonly string[];
}

/**
 * In large, plain words, to go through together: on a phone or a tablet between the two of them. No menu, nobody
 * else’s name, no number and no place: only what she may see, and so may whoever looks over her shoulder (L2.1a).
 */
export function aloudPage({ caseId, plan, agreed, others }: TogetherModel): Html {
  const { words, actions } = plan;
  const open = actions.filter((action) => action.state === 'open');
  const mine = open.filter((action) => action.owner === 'person');
  const ours = open.filter((action) => action.owner !== 'person');
  const said = (text: string) => withoutNames(text, others);
  return html`<article class="lintel-aloud"><h1 class="govuk-heading-xl">Your plan</h1>
${words.number === 0 && open.length === 0 && html`<p>Nothing is in it yet. You decide what goes in, and when.</p>`}
${part('What you want', said(words.ownWords))}
${part('What matters to you', said(words.wishes))}
${list('What you do', mine, said)}
${list('What others do for you', ours, said)}
${part('If you need to act quickly', said(words.emergency))}
${safeWords(agreed, said)}
<h2 class="govuk-heading-l">Is this right?</h2>
<p>You can change any of it, today or later. You can take your time. Whatever you decide, we go on helping.</p>
</article>
<p class="govuk-body lintel-aloud__back"><a class="govuk-link" href="${paths.plan(caseId)}">Close</a></p>`;
}

/** The words that the two of them agreed, so that she knows them by heart and nothing has to be written down. */
function safeWords(agreed: CaseModel['agreed'], said: (text: string) => string): Html | false {
  const words = [
    { name: 'The word between us', value: agreed?.codeWord ?? '' },
    { name: 'If somebody else answers, we say', value: coverReasons(agreed) },
    { name: 'Our messages come from', value: agreed?.senderAlias ?? '' },
  ].filter(({ value }) => value.trim() !== '');
  return (
    words.length > 0 &&
    html`<h2 class="govuk-heading-l">Words we agreed</h2><ul>${words.map(
      ({ name, value }) => html`<li>${name}: <strong>${said(value)}</strong></li>`,
    )}</ul>`
  );
}

/** Each once, without which number it belongs to: whoever looks over her shoulder may know of one alone. */
function coverReasons(agreed: CaseModel['agreed']): string {
  const said = [agreed?.coverReason ?? '', ...inForce(agreed).map(({ coverReason }) => coverReason)];
  return [...new Set(said.map((each) => each.trim()))].filter(Boolean).join(', or ');
}

function part(heading: string, text: string): Html | false {
  return text.trim() !== '' && html`<h2 class="govuk-heading-l">${heading}</h2>${verbatim(text)}`;
}

function list(heading: string, actions: readonly PlanAction[], said: (text: string) => string): Html | false {
  return (
    actions.length > 0 &&
    html`<h2 class="govuk-heading-l">${heading}</h2><ul>${actions.map(
      ({ what, dueOn }) => html`<li>${said(what)}${dueOn && html`<br>By ${dayOfWeekInWords(dueOn)}`}</li>`,
    )}</ul>`
  );
}
