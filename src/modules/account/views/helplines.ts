import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import { type CheckStanding, checkStanding, type Helpline } from '../helplines.ts';
import type { Moment } from './parts.ts';

interface Listed extends Helpline {
  readonly line: string;
}

interface TakenOff extends Listed {
  readonly endedAt: Temporal.Instant | null;
  readonly endedWhy: string;
}

export interface HelplinesModel {
  readonly lines: readonly Listed[];
  readonly ended: readonly TakenOff[];
  readonly today: Temporal.PlainDate;
}

export function helplinesPage({ lines, ended, today }: HelplinesModel, at: Moment): Html {
  const unchecked = lines.filter(({ checkedOn }) => checkStanding(checkedOn, today) === 'unchecked').length;
  return html`<div class="lintel-heading"><h1 class="govuk-heading-l">Helplines</h1>
${button({ text: 'Add a helpline', href: '/helplines/new' })}</div>
${unchecked > 0 && warningText({ text: uncheckedInWords(unchecked) })}
<p class="govuk-body">The help site shows these numbers to everybody, in this order. Somebody may ring one in
  the only minute that they have: ring each yourself every three months, and write down when.</p>
${lines.length === 0 ? html`<p class="govuk-body">The list is empty.</p>` : listTable(lines, today)}
${ended.length > 0 && html`<h2 class="govuk-heading-m">Taken off the list</h2>${endedTable(ended, at)}`}`;
}

/** For the page where an administrator's work begins. */
export function uncheckedWarning(count: number): Html {
  return warningText({
    html: html`${uncheckedInWords(count)} <a class="govuk-link" href="/helplines">Helplines</a>`,
  });
}

function uncheckedInWords(count: number): string {
  const lines = count === 1 ? '1 helpline has' : `${count} helplines have`;
  return `${lines} not been checked for 12 months. The help site still shows ${count === 1 ? 'it' : 'them'}.`;
}

function listTable(lines: readonly Listed[], today: Temporal.PlainDate): Html {
  return table({
    caption: 'On the help site',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [
      { text: 'Helpline' },
      { text: 'Number' },
      { text: 'Who it is for' },
      { text: 'Hours' },
      { text: 'Checked' },
    ],
    rows: lines.map(({ line, name, phone, says, hours, checkedOn }) => [
      { html: html`<a class="govuk-link" href="/helplines/${line}">${name}</a>` },
      { html: unbroken(phone) },
      { text: says },
      { text: hours || 'Not known' },
      { html: html`${dateInWords(checkedOn)} ${standingTag(checkStanding(checkedOn, today))}` },
    ]),
  });
}

/** A number stays on one line: half of one is misread. */
function unbroken(phone: string): Html {
  return html`<span class="lintel-unbroken">${phone}</span>`;
}

function standingTag(standing: CheckStanding): Html | false {
  if (standing === 'checked') return false;
  return standing === 'due'
    ? tag({ text: 'Check it again', classes: 'govuk-tag--yellow' })
    : tag({ text: 'Not for a year', classes: 'govuk-tag--red' });
}

function endedTable(ended: readonly TakenOff[], at: Moment): Html {
  return table({
    caption: 'Taken off the list',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'Helpline' }, { text: 'Number' }, { text: 'When' }, { text: 'Why' }],
    rows: ended.map(({ line, name, phone, endedAt, endedWhy }) => [
      { html: html`<a class="govuk-link" href="/helplines/${line}">${name}</a>` },
      { html: unbroken(phone) },
      { text: endedAt ? at(endedAt) : '' },
      { text: endedWhy },
    ]),
  });
}
