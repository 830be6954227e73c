import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { closureNotice, closuresAQuarter } from '#rules/closures.ts';
import type { ClosureDays } from '../closures.ts';
import { daysInWords } from './closure-words.ts';

/** The office is to be closed on days to come: at Christmas, for training. */
export function newClosurePage(formModel: FormModel): Html {
  const { form } = formModel;
  return inColumn(
    formModel,
    'Close the office',
    html`<p class="govuk-body">For days such as Christmas or training. Another manager or administrator decides.</p>
      ${whatItMeans}`,
    html`${dayInput(form, 'first', { legend: 'First day', hint: 'For example, 24 12 2026' })}${dayInput(
      form,
      'last',
      { legend: 'Last day', hint: 'Leave it empty for one day alone' },
    )}${reason(formModel, 'Why is the office closed?')}`,
  );
}

/** Closed days that are still to come are to be open after all. */
export function openAgainPage(formModel: FormModel, days: ClosureDays): Html {
  return inColumn(
    formModel,
    'Open the office again',
    html`<p class="govuk-body">${daysInWords(days)} would be open after all, once another manager or administrator
      agrees. Promises that began while they were closed keep the time by which they are due.</p>`,
    reason(formModel, 'Why is the office open after all?'),
  );
}

/** What a closed day means for promises, for danger, and for the figures. */
export const whatItMeans = html`<h2 class="govuk-heading-m">What a closed day means</h2>
<ul class="govuk-list govuk-list--bullet">
<li>Promises that run keep the time by which they are due. Only what begins once this is agreed is counted without
these days.</li>
<li>Danger does not wait: whoever is on call is told at once, as at night.</li>
<li>The policy board says how many days the office was closed and who agreed to them; which were agreed less than
${closureNotice} days ahead; and where there were more than ${closuresAQuarter} in a quarter.</li>
</ul>`;

function reason({ form }: FormModel, text: string): Html {
  return textarea({
    ...kept(form, 'reason'),
    label: { text, classes: 'govuk-label--s' },
    hint: { text: 'Whoever decides reads it, and it is kept. Name nobody whom a case is about' },
    rows: 3,
  });
}

function inColumn(formModel: FormModel, title: string, about: Html, fields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">${title}</h1>${about}${formItself(formModel, 'Propose it', fields)}</div></div>`;
}
