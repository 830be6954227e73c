import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, caseHead, type FormModel, items, verbatim } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { doubtAnswers } from '../forms/step-forms.ts';
import type { MessageModel } from './one.ts';
import { reasonsList, sendingInWords } from './parts.ts';

const why = (form: FormModel['form'], name: string, text: string) =>
  textarea({ ...kept(form, name), label: { text, classes: 'govuk-label--s' }, rows: 3 });

export function withdrawalPage(model: MessageModel, form: FormModel): Html {
  return html`${caseHead(model, 'Contact', 'Withdraw a message')}${verbatim(model.message.words)}
<p class="govuk-body">It is not sent any more, and stays in the record with why. Other words are another message.</p>
${caseForm(form, 'Withdraw it', why(form.form, 'why', 'Why is it not sent any more?'))}`;
}

/** The door is shown as it stands now: asking again opens nothing by itself. */
export function askingPage(model: MessageModel, form: FormModel): Html {
  const { sending, pack, message } = model;
  return html`${caseHead(model, 'Contact', 'Ask again whether it may leave')}${verbatim(message.words)}
<p class="govuk-body"><strong>Asked now:</strong> ${sending && sendingInWords(sending)}</p>
${sending && sending.decision !== 'send' && reasonsList(pack, sending.reasons)}
${caseForm(form, 'Ask again', html``)}`;
}

/** The others stand beside it, each as it was read: whoever says that this one is meant knows beside what. */
export function meantPage(model: MessageModel, form: FormModel): Html {
  const { message, others, calendar } = model;
  const head = html`${caseHead(model, 'Contact', 'Is it meant beside others?')}
<h2 class="govuk-heading-s">The message says</h2>${verbatim(message.words)}`;
  if (others.length === 0)
    return html`${head}<p class="govuk-body">Nothing else left to them a little while ago. Ask again whether it may
  leave.</p>`;
  return html`${head}<h2 class="govuk-heading-s">Others to them</h2>${others.map(
    ({ words, at }) => html`<p class="govuk-body">${momentInWords(at, calendar)}</p>${verbatim(words)}`,
  )}
<p class="govuk-body">Several at once can look like pressure, to them and to whoever is beside them. In doubt withdraw
  this one, or wait.</p>${caseForm(form, 'It is meant', why(form.form, 'why', 'Why can it not wait?'))}`;
}

/** What must not be done beside the message, so that both are read together. */
export function readingPage(model: MessageModel, form: FormModel, may: Verdict): Html {
  const { unread, message, pack } = model;
  const head = html`${caseHead(model, 'Contact', 'Read what must not be done')}
<h2 class="govuk-heading-s">They said what must never be done</h2>${unread.map((words) => verbatim(words))}
<h2 class="govuk-heading-s">The message says</h2>${verbatim(message.words)}`;
  if (unread.length === 0)
    return html`${head}<p class="govuk-body">Nothing is left to be read beside this message.</p>`;
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(pack, may)}</p>`;
  return html`${head}
<p class="govuk-body">Your name is kept with it. Whether it leaves is then decided anew.</p>
${caseForm(
  form,
  'Save',
  checkboxes({
    ...keptChoices(form.form, 'read'),
    items: [{ value: 'yes', text: 'I have read both: this message, sent this way, does none of it' }],
  }),
)}`;
}

export function doubtPage(model: MessageModel, form: FormModel): Html {
  return html`${caseHead(model, 'Contact', 'Did it leave?')}${verbatim(model.message.words)}
<p class="govuk-body">The program or the service broke off while it was sent. Nobody knows whether it left.</p>
${caseForm(
  form,
  'Save',
  html`${radios({
    ...kept(form.form, 'answer'),
    fieldset: { legend: { text: 'What becomes of it?', classes: 'govuk-fieldset__legend--s' } },
    items: items(doubtAnswers),
  })}${why(form.form, 'why', 'How do you know, or why?')}`,
)}`;
}

export function dealingPage(model: MessageModel, form: FormModel): Html {
  return html`${caseHead(model, 'Contact', 'What did you do about it?')}${verbatim(model.message.words)}
<p class="govuk-body">Is the number or the address still right and theirs alone? Ask at the next safe contact, and write
  down there what is agreed now.</p>
${caseForm(form, 'Save', why(form.form, 'done', 'What you did about it'))}`;
}
