import { details } from '#kit/components/details.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { placeholders } from '#rules/fill-in.ts';
import { languages } from '#rules/languages.ts';
import { wordedChannels } from '#rules/wording.ts';
import type { Standing } from '../wordings.ts';
import { kindInWords } from './parts.ts';

/** What shall be said: another manager decides. */
export function newWordingPage(formModel: FormModel, of: Standing | null): Html {
  const { form } = formModel;
  return inColumn(
    formModel,
    of ? 'Another version' : 'A new wording',
    of
      ? html`<p class="govuk-body">${of.wording.title}: ${kindInWords(of.wording)}</p>`
      : html`<p class="govuk-body">Whoever opens a message reads it. Say whom to call and when, and nothing else.</p>`,
    'Propose it',
    html`${
      of
        ? html`<input type="hidden" name="of" value="${of.of}">`
        : html`${input({
            ...kept(form, 'title'),
            label: { text: 'What colleagues call it', classes: 'govuk-label--s' },
            autocomplete: 'off',
          })}${radios({
            ...kept(form, 'channel'),
            fieldset: { legend: { text: 'By what it goes', classes: 'govuk-fieldset__legend--s' } },
            items: wordedChannels.map(({ value, label }) => ({ value, text: label })),
          })}${languageSelect(formModel)}`
    }${textarea({
      ...kept(form, 'body'),
      label: { text: 'What it says', classes: 'govuk-label--s' },
      hint: { text: 'Plain text. What is filled in stands in curly brackets, such as {number}' },
      rows: 8,
    })}${details({
      summaryText: 'What can be filled in',
      html: html`<ul class="govuk-list govuk-list--bullet">${placeholders.map(
        ({ name, says, needed }) =>
          html`<li>{${name}}: ${says}.${!needed && ' A sentence with it is left out where that was not agreed.'}</li>`,
      )}</ul>`,
    })}${textarea({
      ...kept(form, 'why'),
      label: { text: 'What is new about it', classes: 'govuk-label--s' },
      hint: { text: 'Whoever decides reads it, and it is kept' },
      rows: 3,
    })}`,
  );
}

function languageSelect({ form }: FormModel): Html {
  return select({
    ...kept(form, 'language'),
    label: { text: 'Language', classes: 'govuk-label--s' },
    items: [{ value: '', text: 'Choose' }, ...languages.map(({ value, label }) => ({ value, text: label }))],
  });
}

/** Nothing more is made of it: one person is enough to say less. */
export function withdrawalPage(formModel: FormModel, inUse: readonly Standing[]): Html {
  const { form } = formModel;
  return inColumn(
    formModel,
    'Take a wording out of use',
    html`<p class="govuk-body">Nothing more is made of it until another version is approved. What waits to be sent is
looked at again as it would leave.</p>`,
    'Take it out of use',
    html`${select({
      ...kept(form, 'of'),
      label: { text: 'Wording', classes: 'govuk-label--s' },
      items: [
        { value: '', text: 'Choose' },
        ...inUse.map(({ of, wording }) => ({ value: of, text: `${wording.title}: ${kindInWords(wording)}` })),
      ],
    })}${textarea({
      ...kept(form, 'why'),
      label: { text: 'Why', classes: 'govuk-label--s' },
      rows: 3,
    })}`,
  );
}

function inColumn(formModel: FormModel, title: string, about: Html, submit: string, fields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">${title}</h1>${about}${formItself(formModel, submit, fields)}</div></div>`;
}
