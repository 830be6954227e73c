import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import type { LateRecord } from '#modules/obligations/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueMomentInWords } from '#rules/closed-since.ts';
import type { StaffId } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import type { CommitmentOf } from '#rules/pack.ts';
import { about, paths } from '../paths.ts';
import { mayAnswer } from '../sample.ts';
import type { Sample } from '../store/samples.ts';
import { answerWords } from './sample.ts';

export interface ChecksModel {
  readonly late: readonly LateRecord[];
  readonly drawn: readonly Sample[];
  readonly commitmentOf: CommitmentOf;
  readonly calendar: WorkingCalendar;
  readonly viewer: StaffId;
}

/** What waits for a second person: whoever is judged by a time also types it. */
export function checksPage(model: ChecksModel): Html {
  const { late, drawn } = model;
  return html`<h1 class="govuk-heading-l">To look at</h1>
<h2 class="govuk-heading-m">Recorded late</h2>
<p class="govuk-body">Written down after the promise was due, for a time before it. It counts as kept once somebody else
  than whoever wrote it down has looked.</p>
${late.length === 0 ? html`<p class="govuk-body">Nothing waits.</p>` : lateTable(model)}
<h2 class="govuk-heading-m">Drawn by chance</h2>
<p class="govuk-body">Each month Lintel draws five promises a team that count as kept. Somebody looks who did
  not write it down, had no part in it and does not lead the case. What was handed over and never became a case is drawn
  too.</p>
${drawn.length === 0 ? html`<p class="govuk-body">Nothing was drawn yet.</p>` : drawnTable(model)}`;
}

function lateTable({ late, commitmentOf, calendar, viewer }: ChecksModel): Html {
  return table({
    caption: 'Recorded late',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Case' },
      { text: 'Promise' },
      { text: 'Due' },
      { text: 'For' },
      { text: 'Written down' },
      { text: 'Look' },
    ],
    rows: late.map((each) => [
      {
        html: html`<a class="govuk-link" href="${casePaths.overview(each.caseId)}">${each.caseReference}</a>`,
      },
      { text: commitmentOf(each.packId, each.commitment)?.title ?? 'Promise', classes: 'lintel-cell--words' },
      { text: dueMomentInWords(each.dueAt, calendar) },
      { text: momentInWords(each.happenedAt, calendar) },
      {
        text: `${momentInWords(each.recordedAt ?? each.proposedAt, calendar)} by ${each.recordedByName ?? 'Lintel'}`,
      },
      {
        html:
          each.recordedBy === viewer || each.proposedBy === viewer
            ? html`Somebody else looks`
            : look(paths.late(each.caseId, each.id), each.caseReference),
        classes: 'lintel-cell--bare',
      },
    ]),
  });
}

function drawnTable({ drawn, commitmentOf, viewer }: ChecksModel): Html {
  return table({
    caption: 'Drawn by chance',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [{ text: 'Month' }, { text: 'Case or disclosure' }, { text: 'Promise' }, { text: 'How it stands' }],
    rows: drawn.map((each) => [
      { text: dateInWords(each.month).replace(/^\d+ /, '') },
      { html: html`<a class="govuk-link" href="${about(each)}">${each.reference}</a>` },
      { text: commitmentOf(each.packId, each.commitment)?.title ?? 'Promise', classes: 'lintel-cell--words' },
      { html: standing(each, viewer), classes: 'lintel-cell--bare' },
    ]),
  });
}

function standing(sample: Sample, viewer: StaffId): Html {
  const { answer, leadThen, leadNow, reference } = sample;
  const href = paths.sample(sample);
  if (answer !== null)
    return html`<a class="govuk-link" href="${href}">${answerWords[answer]}<span class="govuk-visually-hidden">,
      ${reference}</span></a>`;
  // The wall lists only what they may see; whoever is let in by emergency access is told on the page itself.
  const may = mayAnswer({ ...sample, leads: [leadThen, leadNow] }, viewer, 'inside');
  return may.allowed ? look(href, reference) : html`Somebody else looks`;
}

function look(href: string, reference: string): Html {
  return html`<a class="govuk-link" href="${href}">Look at it<span class="govuk-visually-hidden">,
    ${reference}</span></a>`;
}
