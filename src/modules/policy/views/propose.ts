import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { submission } from '#kit/components/submission.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Pack } from '#rules/pack.ts';
import { paths } from '../paths.ts';
import { whatFollows } from './parts.ts';

export interface ProposeModel {
  readonly packs: readonly Pack[];
  /** Which one holds now. */
  readonly current: string;
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
}

export function proposePage({ packs, current, form, csrf, submissionId }: ProposeModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${formErrors(form)}<h1 class="govuk-heading-l">Propose a change of policy</h1>
<p class="govuk-body">Another administrator decides. Before that, the next page shows everything that would be different.</p>
<form method="post" action="${paths.propose}" class="lintel-form" novalidate>${submission(csrf, submissionId)}
${radios({
  ...kept(form, 'pack'),
  fieldset: { legend: { text: 'Which policy is to hold?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Those that Lintel came with, and those in the folder of policies on the server' },
  items: packs.map(({ id, publisher, title, version }) => ({
    value: id,
    text: `${publisher}: ${title}`,
    hint: { text: `Version ${version}${id === current ? ', in force now' : ''}` },
  })),
})}
${dayInput(form, 'from', {
  legend: 'From which day?',
  hint: 'It begins at midnight. For example, 1 1 2027',
})}
${textarea({
  ...kept(form, 'reason'),
  label: { text: 'Why does it change?', classes: 'govuk-label--s' },
  hint: { text: 'Whoever decides reads it, and it is kept. Name nobody whom a case is about' },
  rows: 4,
})}
${button({ text: 'Propose it', preventDoubleClick: true })}</form>${whatFollows}</div></div>`;
}
