import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Sender } from '../store/sender.ts';
import type { When } from './parts.ts';

/** Whom people call, and where post comes back to: neither says who we are. */
export function senderPage(formModel: FormModel, last: Sender | null, when: When): Html {
  const { form } = formModel;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">Number and return address</h1>
<p class="govuk-body">Whoever calls the number must hear nothing that tells who we are, nor on an answering
  machine. Try it from a telephone of your own.</p>${
    last && html`<p class="govuk-body">Set ${when(last.setAt)} by ${last.setByName ?? 'Lintel'}.</p>`
  }${formItself(
    formModel,
    'Save',
    html`${input({
      ...kept(form, 'callBack'),
      label: { text: 'Number to call', classes: 'govuk-label--s' },
      inputmode: 'tel',
      autocomplete: 'off',
    })}${textarea({
      ...kept(form, 'returnAddress'),
      label: { text: 'Return address', classes: 'govuk-label--s' },
      hint: { text: 'A post-office box without our name. It is seen through the window of the envelope' },
      rows: 4,
    })}`,
  )}</div></div>`;
}
