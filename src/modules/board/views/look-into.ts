import { details } from '#kit/components/details.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type OpenPromise, promiseLink } from '../drill-down.ts';
import { countingFor, type Happening } from '../happenings.ts';
import type { ClauseModel } from './clause-model.ts';

/** What is behind the figures, as far as whoever asks may open it. */
export function lookInto(
  { owed, broken, happened }: NonNullable<ClauseModel['open']>,
  model: ClauseModel,
): Html {
  return html`<h2 class="govuk-heading-m">Look into it</h2>
    <p class="govuk-body">The figures above and the lists below count what you may open.</p>
    ${list('Still owed', owed, model)}${list(`Broken in ${model.period.label}`, broken, model)}
    ${counted(happened, model)}`;
}

/** What is behind figures that are no promise with a deadline, where there is anything. */
function counted(happened: readonly Happening[], { line, period, when }: ClauseModel): Html | false {
  const rows = countingFor(
    line.commitments.map(({ commitment }) => commitment),
    happened,
  );
  if (rows.length === 0) return false;
  const some = (caption: string, which: typeof rows) => countedRows(caption, which, when);
  const caption = `Counted in ${period.label}`;
  const others = rows.slice(promisesAtOnce);
  return html`${some(caption, rows.slice(0, promisesAtOnce))}${
    others.length > 0 &&
    details({
      summaryText: `${caption}: ${others.length} more`,
      html: some(`${caption}, the others`, others),
    })
  }`;
}

function countedRows(caption: string, rows: ReturnType<typeof countingFor>, when: ClauseModel['when']): Html {
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Reference' }, { text: 'What is counted' }, { text: 'When' }, { text: 'How' }],
    rows: rows.map(({ caseId, caseReference, title, at, how }) => [
      { html: html`<a class="govuk-link" href="/cases/${caseId}">${caseReference}</a>` },
      { text: title, classes: 'lintel-cell--words' },
      { text: when(at) },
      { text: how, classes: 'lintel-cell--words' },
    ]),
  });
}

/** So many are there at once; the others are folded. */
const promisesAtOnce = 10;

function list(caption: string, promises: readonly OpenPromise[], model: ClauseModel): Html {
  if (promises.length === 0)
    return html`<h3 class="govuk-heading-s">${caption}</h3><p class="govuk-body">Nothing that you may open.</p>`;
  const others = promises.slice(promisesAtOnce);
  return html`${promiseRows(caption, promises.slice(0, promisesAtOnce), model)}${
    others.length > 0 &&
    details({
      summaryText: `${caption}: ${others.length} more`,
      html: promiseRows(`${caption}, the others`, others, model),
    })
  }`;
}

function promiseRows(caption: string, promises: readonly OpenPromise[], { line, when, due }: ClauseModel) {
  const titles = new Map(line.commitments.map(({ commitment }) => [commitment.id, commitment.title]));
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Reference' }, { text: 'Commitment' }, { text: 'Due' }, { text: 'How it stands' }],
    rows: promises.map((promise) => [
      { html: link(promise) },
      {
        text: titles.get(promise.commitment) ?? promise.commitment,
        classes: 'lintel-cell--words',
      },
      { text: due(promise) },
      { text: standing(promise, when), classes: 'lintel-cell--bare' },
    ]),
  });
}

function link(promise: OpenPromise): Html {
  const { href, text } = promiseLink(promise);
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

function standing({ outcome, fulfilledAt }: OpenPromise, when: ClauseModel['when']): string {
  if (outcome === null) return 'Running';
  return fulfilledAt === null ? 'Broken, still owed' : `Broken, kept late: ${when(fulfilledAt)}`;
}
