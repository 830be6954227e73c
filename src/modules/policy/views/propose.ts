import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Pack } from '#rules/pack.ts';
import { paths } from '../paths.ts';
import { linkTo, whatFollows } from './parts.ts';

export interface ProposeModel {
  readonly packs: readonly Pack[];
  /** Which one holds now. */
  readonly current: string;
  /** Another change, which has to be decided first. */
  readonly waiting: { readonly id: string } | null;
}

export function proposePage(model: ProposeModel, formModel: FormModel): Html {
  const { waiting } = model;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">Propose a change of policy</h1>
${
  waiting &&
  insetText({
    html: html`${linkTo(paths.change(waiting.id), 'Another change')} waits for its decision.
One is decided at a time.`,
  })
}
<p class="govuk-body">Another administrator decides. Before that, the next page shows everything that would be
different.</p>
${formItself(formModel, 'Propose it', fields(model, formModel))}${whatFollows}</div></div>`;
}

function fields({ packs, current }: ProposeModel, { form }: FormModel): Html {
  return html`${radios({
    ...kept(form, 'pack'),
    fieldset: { legend: { text: 'Which policy is to hold?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Those that Lintel came with, and those in the folder of policies on the server' },
    items: packs.map(({ id, publisher, title, version }) => ({
      value: id,
      text: `${publisher}: ${title}`,
      hint: { text: `Version ${version}${id === current ? ', in force now' : ''}` },
    })),
  })}${dayInput(form, 'from', {
    legend: 'From which day?',
    hint: 'It begins at midnight. For example, 1 1 2027',
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'Why does it change?', classes: 'govuk-label--s' },
    hint: { text: 'Whoever decides reads it, and it is kept. Name nobody whom a case is about' },
    rows: 4,
  })}`;
}
