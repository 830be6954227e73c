import { checkboxes } from '#kit/components/checkboxes.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import { caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import type { PlanAction } from '../store/actions.ts';
import { historyOf } from './history.ts';
import type { PlanModel } from './model.ts';

/** An action: new, or changed with its history below. */
export function actionPage(
  model: PlanModel,
  formModel: FormModel,
  facts: { readonly colleagues: readonly Colleague[]; readonly action: PlanAction | null },
  meanwhile: Html | null,
): Html {
  const { action } = facts;
  return html`${caseHead(model, 'Plan', action ? 'Change an action' : 'Add an action')}${meanwhile}
${caseForm(formModel, action ? 'Save this action' : 'Add to the plan', fields(model, formModel, facts.colleagues))}
${action && html`<h2 class="govuk-heading-m">What happened to it</h2>${historyOf(model, action.id)}`}`;
}

function fields(model: PlanModel, { form }: FormModel, colleagues: readonly Colleague[]): Html {
  const { person } = model.pack.words;
  return html`${input({
    ...kept(form, 'what'),
    label: { text: 'What will be done', classes: 'govuk-label--s' },
    hint: { text: 'For example, “Change the lock of the back door”' },
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why', classes: 'govuk-label--s' },
    rows: 2,
  })}${radios({
    ...kept(form, 'owner'),
    fieldset: { legend: { text: 'Who does it?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'colleague', text: 'A colleague', conditional: { html: colleague(form, colleagues) } },
      { value: 'agency', text: 'Another agency', conditional: { html: agency(form) } },
      {
        value: 'person',
        text: `The ${person} themselves`,
        hint: { text: 'Only what they chose. Nobody reminds them of it' },
      },
    ],
  })}${dayInput(form, 'due', {
    legend: 'By when?',
    hint: `May stay empty for what the ${person} does themselves`,
  })}${checkboxes({
    ...keptChoices(form, 'safety'),
    items: [
      {
        value: 'yes',
        text: 'It keeps somebody safe',
        hint: { text: 'It stands first, and the case is not closed while it is open' },
      },
    ],
  })}${input({
    ...kept(form, 'copyWords'),
    label: { text: 'In other words, for their own copy', classes: 'govuk-label--s' },
    hint: { text: 'Only where the words above would tell somebody what this is about' },
  })}`;
}

function colleague(form: FormModel['form'], colleagues: readonly Colleague[]): Html {
  return select({
    ...kept(form, 'ownerId'),
    label: { text: 'Which colleague' },
    items: [{ value: '', text: 'Choose' }, ...colleagues.map(({ id, name }) => ({ value: id, text: name }))],
  });
}

function agency(form: FormModel['form']): Html {
  return input({
    ...kept(form, 'agency'),
    label: { text: 'Which agency' },
    hint: { text: 'Whoever leads the case asks how it goes' },
  });
}
