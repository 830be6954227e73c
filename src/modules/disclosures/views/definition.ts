import type { FormState } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { type DefinitionCheck, definitions, type NextStep } from '../definition.ts';
import { adultSafeguardingAnswers, safeguardingAnswers } from '../triage-form.ts';
import { askingOf } from './asking.ts';
import { childrenFields } from './children.ts';
import { oneOf, wordsField } from './fields.ts';

export interface DefinitionPart {
  readonly form: FormState;
  readonly words: Words;
  readonly check: DefinitionCheck;
  readonly safeguardingClause: string;
}

/** What the check comes to, and why; a person decides, and says why where they see it otherwise. */
export function definitionSection({ form, words, check, safeguardingClause }: DefinitionPart): Html {
  const field = askingOf('triage', form, words);
  const why = (who: 'child' | 'adult') => {
    const name = who === 'child' ? 'safeguarding_why' : 'adult_safeguarding_why';
    return wordsField(form, { name, label: `Why there is no referral of the ${who}` }, 2);
  };
  return html`<h2 class="govuk-heading-m">What the definition says</h2>
<p class="govuk-body">This never delays the first contact, and nobody is asked for proof.</p>
${field('connection')}
${field('personAge')}
${field('allegedAge')}
${field('happened')}
${field('children')}
<input type="hidden" name="children_asked" value="yes">
${childrenFields(form)}
${field('honour')}
${insetText({
  html: html`<p class="govuk-body">From what is known, the check suggests:
  <strong>${labelOf(definitions, check.suggested)}</strong></p>
<ul class="govuk-list govuk-list--bullet">
${check.reasons.map(({ says, law }) => html`<li>${says} <span class="govuk-hint">${law}</span></li>`)}</ul>
<ul class="govuk-list govuk-list--bullet">${check.next.map((step) => html`<li>${nextWords(step, words)}</li>`)}</ul>`,
})}
${oneOf(form, { name: 'definition', label: 'What you decide', choices: definitions, preset: check.suggested })}
${wordsField(form, { name: 'why', label: 'Why', hint: 'Needed where you decide otherwise than the check suggests' }, 2)}
${oneOf(form, {
  name: 'safeguarding',
  label: `A child, or somebody under 18: what is done today (${safeguardingClause})`,
  hint: check.next.includes('child_safeguarding') ? 'Needs an answer here' : 'Where there is one',
  choices: safeguardingAnswers,
  reveals: {
    refer_today: owed,
    referred: owed,
    not_referred: html`${secondPerson}${why('child')}`,
  },
})}
${oneOf(form, {
  name: 'adult_safeguarding',
  label: `An adult who needs care or support: what is done today (${safeguardingClause})`,
  hint:
    'And cannot protect themselves because of it: through age, disability, illness, drink or drugs, or how they are ' +
    'controlled. Left empty, the case asks',
  choices: adultSafeguardingAnswers,
  reveals: {
    refer_today: owed,
    referred: owed,
    not_referred: html`${secondPerson}${why('adult')}`,
  },
})}`;
}

const owed = html`<p class="govuk-body">It is owed until somebody writes down to whom it was made, how and when.</p>`;
const secondPerson = html`<p class="govuk-body">A second person decides. Until then the referral is owed.</p>`;

function nextWords(step: NextStep, words: Words): string {
  return {
    treat_as_abuse: 'Treat it as domestic abuse: a case, and contact in time',
    child_safeguarding: 'Refer to children’s services today',
    support_parent: 'Open a case to support the parent, and tell children’s services',
    child_is_victim: `Record each child in the case as a ${words.person} in their own right`,
    safety_step_today: 'Take a step today to keep the person safe',
    warm_handover: 'Hand over warmly: speak to somebody, and stay until they have taken it on',
    look_at_risk_again: 'Look at today’s risk again',
  }[step];
}
