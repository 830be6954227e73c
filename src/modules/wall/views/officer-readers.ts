import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { reasons } from '../emergency.ts';
import { paths } from '../paths.ts';
import type { DayOfReader } from '../readers.ts';
import { readersTable } from './readers-table.ts';

/** The reference is typed, and stands in no address. */
export function officerReadersPage(model: FormModel): Html {
  return html`<h1 class="govuk-heading-l">Who opened a case</h1>
<p class="govuk-body">By the reference of the case you see which colleagues opened it, when, which parts, and what they
  said it was for; nothing of what stands in it. Your look is recorded, and whoever leads the case sees it.</p>
${caseForm(
  model,
  'Show who opened it',
  input({
    ...kept(model.form, 'reference'),
    label: { text: 'Reference of the case', classes: 'govuk-label--s' },
    hint: { text: 'For example C-7K2M-9QXA' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
    spellcheck: false,
  }),
)}`;
}

export function readersFoundPage({
  reference,
  days,
}: {
  readonly reference: string;
  readonly days: readonly DayOfReader[];
}): Html {
  return html`<h1 class="govuk-heading-l">Who opened case ${reference}</h1>
<p class="govuk-body">A day at a time, the latest first. Nobody can take a line out.</p>
${days.length === 0 ? html`<p class="govuk-body">Nobody has opened it.</p>` : readersTable(days, reasonsOf)}
<p class="govuk-body"><a class="govuk-link" href="${paths.readersByReference}">Another case</a></p>`;
}

function reasonsOf({ opened, grantedBecause }: DayOfReader): readonly string[] {
  const said = [
    ...new Set(
      opened
        .filter(({ why }) => why !== '')
        .map(({ name, why }) =>
          name === 'break-glass.used' ? `Emergency: ${labelOf(reasons, why)}` : why.replaceAll('_', ' '),
        ),
    ),
    ...(grantedBecause === '' ? [] : [grantedBecause]),
  ];
  return said.length > 0 ? said : ['Works in the team'];
}
