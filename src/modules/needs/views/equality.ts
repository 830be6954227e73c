import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { offered, type Question, questions } from '../equality.ts';

const explains = insetText({
  text: 'Only in their own words, only if they wish, and only when it is safe to ask. Say why you ask: so that what we offer fits who they are. Nothing depends on an answer, and “prefers not to say” is one.',
});

/** How the person describes themselves; apart from the chronology, and never a gate (V3.3, L2.7a). */
export function equalityPage(
  model: CaseModel,
  formModel: FormModel,
  may: Verdict,
  meanwhile: Html | null,
): Html {
  const head = html`${caseHead(model, 'Needs', 'How they describe themselves')}${meanwhile}`;
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(model.pack, may)}</p>`;
  return html`${head}${explains}${caseForm(
    formModel,
    'Save',
    html`${questions.map((question) => fields(formModel, question))}`,
  )}`;
}

function fields({ form }: FormModel, question: Question): Html {
  const { name, label, hint, ownWords } = question;
  const choices = offered(question);
  const asked =
    choices.length > 12
      ? select({
          ...kept(form, name),
          label: { text: label, classes: 'govuk-label--s' },
          items: choices.map(({ value, label: text }) => ({ value, text })),
        })
      : radios({
          ...kept(form, name),
          fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
          hint: hint === undefined ? undefined : { text: hint },
          classes: 'govuk-radios--small',
          items: items(choices),
        });
  return html`${asked}${
    ownWords !== undefined &&
    input({
      ...kept(form, `${name}Words`),
      label: {
        html: html`<span class="govuk-visually-hidden">${label}: </span>${ownWords}`,
      },
    })
  }`;
}

/** For whoever leads the case and its managers. */
export function restrictedPage(
  model: CaseModel,
  formModel: FormModel,
  may: Verdict,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  const head = html`${caseHead(model, 'Needs', 'Nationality and immigration')}${meanwhile}`;
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(model.pack, may)}</p>`;
  return html`${head}${insetText({
    text: 'Seen by whoever leads this case and its managers. Give no immigration advice: refer to a registered adviser. Help never waits for an answer.',
  })}${caseForm(
    formModel,
    'Save',
    html`${input({ ...kept(form, 'nationality'), label: { text: 'Nationality', classes: 'govuk-label--s' } })}${textarea(
      {
        ...kept(form, 'immigration'),
        label: { text: 'Immigration status, and what they are afraid of', classes: 'govuk-label--s' },
        rows: 3,
      },
    )}${radios({
      ...kept(form, 'funds'),
      fieldset: { legend: { text: 'Can they get public funds?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not_known', text: 'Not known yet' },
        { value: 'prefers_not', text: 'Prefers not to say' },
      ],
    })}`,
  )}`;
}
