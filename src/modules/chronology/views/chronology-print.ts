import { insetText } from '#kit/components/inset-text.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { chronologyHref } from '../forms/chronology-query.ts';
import { knownThen } from './chronology.ts';
import { entryList } from './entry-list.ts';
import type { ChronologyModel } from './model.ts';

/** As many on one page: more is taken away as a file, which says who took it. */
export const mostPrinted = 500;

/** The chronology on one page, for paper: who printed it and when stand on it. */
export function printedChronology(model: ChronologyModel & { readonly readerName: string }): Html {
  const { file, entries, total, query, calendar, now, readerName } = model;
  const back = chronologyHref(paths.entries(file.id), query);
  return html`<h1 class="govuk-heading-l">Chronology</h1>
<p class="govuk-body lintel-screen-only"><a class="govuk-link" href="${back}">Back to the chronology</a>. Print this page from your browser’s menu, and collect the paper at once.</p>
<p class="govuk-body">Printed by ${readerName}, ${momentInWords(now, calendar)}. For the team only: nothing is left out.</p>
${knownThen(model)}
${total > entries.length && insetText({ text: `These are ${entries.length} of ${total} entries. Narrow the list, or take it away as a file.` })}
${entryList(model, entries)}`;
}
