import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { searchForm, searchPages } from '#kit/components/search-form.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { entriesPerPage, entryKinds, entrySources, writtenKinds } from '../chronology.ts';
import { paths } from '../paths.ts';
import type { Entry } from '../store/entries.ts';
import { entryList } from './entry-list.ts';
import { caseHead } from './frame.ts';
import type { CaseModel, FormModel } from './model.ts';
import { caseForm, items, optionItems, verbatim } from './parts.ts';

export interface ChronologyModel extends CaseModel {
  readonly csrf: string;
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly page: number;
  readonly kind: string;
  /** What was looked for: in a form, never in an address. */
  readonly text: string;
}

export function chronologyPage(model: ChronologyModel): Html {
  const { file, entries } = model;
  return html`${caseHead(model, 'Chronology', 'Chronology')}
${button({ text: 'Add to the chronology', href: paths.newEntry(file.id) })}
${search(model)}
${entries.length > 0 ? entryList(model, entries) : nothingFound(model)}
${pages(model)}`;
}

function search({ csrf, file, kind, text }: ChronologyModel): Html {
  const fields = html`${select({
    name: 'kind',
    label: { text: 'Kind' },
    value: kind,
    items: optionItems(entryKinds, 'Every kind'),
  })}${input({
    name: 'text',
    label: { text: 'Words in this case' },
    value: text,
    type: 'search',
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })}`;
  return searchForm({ action: paths.entries(file.id), csrf, fields, secondary: true });
}

function nothingFound({ kind, text, file }: ChronologyModel): Html {
  if (kind === '' && text === '') return html`<p class="govuk-body">Nothing is written yet.</p>`;
  return html`<p class="govuk-body">No entry matches. <a class="govuk-link" href="${paths.entries(file.id)}">Show all entries</a></p>`;
}

/** A kind alone may stand in the address. */
function pages({ csrf, file, kind, text, page, total }: ChronologyModel): Html {
  const list = { page, total, pageSize: entriesPerPage, nouns: ['entry', 'entries'] } as const;
  const action = paths.entries(file.id);
  if (text !== '') return searchPages({ action, csrf, sent: { kind, text }, pages: resultsPagination(list) });
  const href = (to: number) =>
    `${action}?${new URLSearchParams({ ...(kind && { kind }), page: String(to) })}`;
  return resultsPagination({ ...list, href });
}

/** @param corrects the entry that is put right; it stays as it is */
export function newEntryPage(model: CaseModel, formModel: FormModel, corrects: Entry | null): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Chronology', corrects ? 'Correct an entry' : 'Add to the chronology')}
${
  corrects &&
  insetText({
    html: html`<p class="govuk-body">This entry stays as it was written. Yours is added and points at it.</p>${verbatim(corrects.words)}`,
  })
}
${caseForm(
  formModel,
  'Add to the chronology',
  html`${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'What kind of entry is it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(writtenKinds),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What happened', classes: 'govuk-label--s' },
    hint: {
      text: 'In their own words where you can. Keep what was said or seen apart from what you think, and say why something was decided.',
    },
    rows: 10,
  })}${momentInput(form, 'happened', { legend: 'When did it happen?' })}${momentInput(form, 'known', {
    legend: 'When did anybody here first know?',
    hint: 'A colleague or a contractor counts too.',
  })}${select({
    ...kept(form, 'source'),
    label: { text: 'How do we know?', classes: 'govuk-label--s' },
    items: optionItems(entrySources, 'Choose'),
  })}`,
)}`;
}
