import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { ImportRun, ReportedProblem } from '../import-run.ts';
import { number, stateInWords } from './imports.ts';
import type { Hidden } from './parts.ts';

export const problemsShown = 20;

/** @param problems the first of them */
export function importPage(run: ImportRun, problems: readonly ReportedProblem[], hidden: Hidden): Html {
  const { counts, dryRun } = run;
  const working = run.state === 'reading' || run.state === 'waiting' || run.state === 'running';
  const would = (done: string, toDo: string) => (dryRun ? toDo : done);
  return html`<h1 class="govuk-heading-l">${stateInWords(run)}</h1>
${run.problem && warningText({ text: run.problem, iconFallbackText: 'Problem' })}
${findingsOf(run)}
${run.state === 'reading' ? readingOf(run) : working && progressOf(run)}
${summaryList({
  rows: [
    { key: { text: 'Files' }, value: { text: run.fileNames.join(', ') } },
    { key: { text: 'Rows read' }, value: { text: number(counts.read) } },
    { key: { text: would('Added', 'Would be added') }, value: { text: number(counts.added) } },
    { key: { text: would('Changed', 'Would be changed') }, value: { text: number(counts.changed) } },
    { key: { text: 'The same as before' }, value: { text: number(counts.same) } },
    { key: { text: would('Refused', 'Would be refused') }, value: { text: number(counts.refused) } },
  ],
})}
${run.state === 'asking' && toMatch(run)}
${working && act(run.id, 'stopping', 'Stop', hidden, 'govuk-button--secondary')}
${
  dryRun &&
  (run.state === 'finished' || (run.state === 'failed' && run.expected > 0)) &&
  html`<p class="govuk-body"><a class="govuk-link" href="/register/imports/${run.id}/columns">Columns and
    first rows</a></p>`
}
${dryRun && run.state === 'finished' && confirmation(run, hidden)}
${problems.length > 0 && report(run, problems)}
<p class="govuk-body"><a class="govuk-link" href="/register/import">All imports</a></p>`;
}

/** What was seen of the files as wholes: nothing is decided in silence. */
export function findingsOf({ findings }: ImportRun): Html | false {
  return (
    findings.length > 0 &&
    html`<div class="govuk-inset-text"><p class="govuk-body">What Lintel saw in the files:</p>
<ul class="govuk-list govuk-list--bullet">${findings.map(
      ({ file, text }) => html`<li>${file}: ${text}</li>`,
    )}</ul></div>`
  );
}

function readingOf({ id }: ImportRun): Html {
  return html`<p class="govuk-body">Lintel makes tables of the sheets; then it checks them. Nothing changes before you
  confirm. It goes on without you.
  <a class="govuk-link" href="/register/imports/${id}">Look again</a> to see how far it is.</p>`;
}

function progressOf({ id, counts, expected }: ImportRun): Html {
  const share = expected > 0 ? Math.min(100, Math.floor((counts.read / expected) * 100)) : 0;
  return html`<p class="govuk-body">
<progress class="lintel-progress" max="100" value="${share}">${share} %</progress> ${share} %</p>
<p class="govuk-body">It goes on without you.
  <a class="govuk-link" href="/register/imports/${id}">Look again</a> to see how far it is.</p>`;
}

function confirmation({ id, counts }: ImportRun, hidden: Hidden): Html {
  if (counts.added + counts.changed === 0)
    return html`<p class="govuk-body">The register is already as these files say. There is nothing to import.</p>`;
  return html`<p class="govuk-body">Nothing has changed yet. ${
    counts.refused > 0 &&
    'Rows that are refused are left out; you can correct them and import the files again at any time.'
  }</p>
${act(id, 'confirmation', 'Import these files', hidden)}`;
}

function toMatch({ id }: ImportRun): Html {
  return html`<p class="govuk-body">Nothing is read before this is answered.</p>
${button({ text: 'Match the columns', href: `/register/imports/${id}/columns` })}`;
}

function act(id: string, what: string, text: string, hidden: Hidden, classes = ''): Html {
  return html`<form method="post" action="/register/imports/${id}/${what}">
    ${hidden()}${button({ text, classes, preventDoubleClick: true })}</form>`;
}

function report({ id }: ImportRun, problems: readonly ReportedProblem[]): Html {
  return html`${table({
    caption: problems.length < problemsShown ? 'Problems' : `The first ${problemsShown} problems`,
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [
      { text: 'File' },
      { text: 'Line', format: 'numeric' },
      { text: 'Field' },
      { text: 'Problem' },
      { text: 'Row' },
    ],
    rows: problems.map((each) => [
      { text: each.fileName },
      { text: each.line, format: 'numeric' },
      { text: each.field },
      { text: each.problem },
      { text: each.refused ? 'Refused' : 'Imported without this field' },
    ]),
  })}<p class="govuk-body">
  <a class="govuk-link" href="/register/imports/${id}/problems.csv" download>Download all problems (CSV)</a></p>`;
}
