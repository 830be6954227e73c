import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { personName } from '#kit/components/person-name.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { mayAsk, programmeState, programmeStates } from '../programme.ts';
import type { OwnEntry } from '../store/entries.ts';
import type { OwnFile } from '../store/files.ts';
import type { Programme, ProgrammeStep } from '../store/programmes.ts';
import {
  droppings,
  endings,
  findings,
  needStates,
  needs,
  openings,
  outcomes,
  safeguardingAbout,
  safeguardingStates,
} from '../words.ts';
import { standingTag } from './parts.ts';

export interface FileModel {
  readonly file: OwnFile;
  readonly entries: readonly OwnEntry[];
  readonly programmes: readonly Programme[];
  /** Whether whoever looks is the manager who keeps it. */
  readonly manages: boolean;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** One file: how it stands, what they need, programmes, and everything that was written. */
export function filePage(model: FileModel): Html {
  const { file, calendar } = model;
  const found = model.entries.find(({ kind }) => kind === 'standing');
  return html`<h1 class="govuk-heading-l">${personName(file.name)}</h1>
${
  file.standing === 'alleged'
    ? insetText({
        text: 'Alleged: nobody has decided that they caused harm. Say so in whatever you write of it.',
      })
    : found &&
      insetText({
        text: foundInWords(found),
      })
}${
  file.endedAt === null &&
  file.workerId === null &&
  warningText({ text: 'Nobody works on it. Give it to a colleague.' })
}
${summaryList({
  rows: [
    { key: { text: 'How it stands' }, value: { html: standingTag(file) } },
    { key: { text: 'How it came' }, value: { text: labelOf(openings, file.openedBecause) } },
    { key: { text: 'Who works on it' }, value: { text: file.workerName ?? 'Nobody' } },
    { key: { text: 'Manager' }, value: { text: file.managerName } },
    { key: { text: 'Opened' }, value: { text: momentInWords(file.openedAt, calendar) } },
    file.endedAt !== null && {
      key: { text: 'Ended' },
      value: { text: momentInWords(file.endedAt, calendar) },
    },
  ],
})}
${waysOn(model)}
<p class="govuk-body">Where somebody is in danger now: 999 first. A child or an adult at risk is told to the council at
  once; nothing here holds that back.</p>
${needsNow(model)}${programmesPart(model)}${written(model)}`;
}

function foundInWords({ happenedOn, code }: OwnEntry): string {
  return `Decided${happenedOn ? ` on ${dateInWords(happenedOn)}` : ''}: ${labelOf(findings, code).toLowerCase()}.`;
}

const second = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' });

function waysOn({ file, manages }: FileModel): Html | undefined {
  if (file.endedAt !== null) return undefined;
  const { id } = file;
  return html`<div class="govuk-button-group">${button({ text: 'Write a note', href: paths.note(id) })}${second(
    'What they need',
    paths.need(id),
  )}${second('Somebody is at risk', paths.safeguarding(id))}${second('A programme', paths.programme(id))}</div>${
    manages &&
    html`<div class="govuk-button-group">${second('Who works on it', paths.worker(id))}${second(
      'It was decided',
      paths.standing(id),
    )}${second('End the file', paths.ending(id))}</div>`
  }`;
}

/** The latest word on each need. */
function needsNow({ entries, calendar }: FileModel): Html {
  const told = entries.filter(({ kind }) => kind === 'need');
  const latest = told.filter(({ code }, place) => told.findIndex((each) => each.code === code) === place);
  return html`<h2 class="govuk-heading-m">What they need themselves</h2>${
    latest.length === 0
      ? html`<p class="govuk-body">Nobody has written down what they need. Nobody may have asked yet.</p>`
      : summaryList({
          rows: latest.map((need) => ({
            key: { text: labelOf(needs, need.code) },
            value: {
              html: html`${labelOf(needStates, need.state)}<br><span class="govuk-hint">${momentInWords(
                need.recordedAt,
                calendar,
              )}</span>`,
            },
          })),
        })
  }`;
}

function programmesPart(model: FileModel): Html {
  const { programmes } = model;
  return html`<h2 class="govuk-heading-m">Programmes for those who want to change</h2>${
    programmes.length === 0
      ? html`<p class="govuk-body">None is spoken of. A programme is theirs to want: it is no condition.</p>`
      : programmes.map((each) => programmeCard(model, each))
  }`;
}

function programmeCard({ file, calendar, now }: FileModel, programme: Programme): Html {
  const { name, steps, answers, words } = programme;
  const state = programmeState(steps, answers, now);
  const said = (step: ProgrammeStep) => answers.find(({ stepId }) => stepId === step.id);
  return html`<h3 class="govuk-heading-s">${name}</h3>
<p class="govuk-body">${tag({ text: programmeStates[state], classes: colours[state] ?? 'govuk-tag--grey' })}</p>
${verbatim(words)}
${
  steps.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${steps.map((step) => {
    const answer = said(step);
    return html`<li>${stepInWords(step)}${
      answer &&
      `: ${answer.result === 'may_go' ? 'it may go' : 'not now'}, ${momentInWords(answer.answeredAt, calendar)}`
    }<br><span class="govuk-hint">${momentInWords(
      step.recordedAt,
      calendar,
    )} by ${step.recordedByName ?? 'Lintel'}</span>${step.words !== '' && verbatim(step.words)}</li>`;
  })}</ul>`
}${file.endedAt === null && stepsOn(file.id, programme.id, state)}`;
}

const colours: Partial<Readonly<Record<ReturnType<typeof programmeState>, string>>> = {
  may_go: 'govuk-tag--green',
  not_now: 'govuk-tag--red',
  waiting: 'govuk-tag--yellow',
};

function stepInWords({ step, outcome, dayOn }: ProgrammeStep): string {
  if (step === 'asked') return 'Asked whether it may go';
  if (step === 'referred') return `Referred${dayOn ? ` on ${dateInWords(dayOn)}` : ''}`;
  if (step === 'outcome') return `What came of it: ${labelOf(outcomes, outcome).toLowerCase()}`;
  return `Not referred: ${labelOf(droppings, outcome).toLowerCase()}`;
}

function stepsOn(
  file: string,
  programme: string,
  state: ReturnType<typeof programmeState>,
): Html | undefined {
  if (state === 'dropped' || state === 'known') return undefined;
  if (state === 'referred')
    return html`<div class="govuk-button-group">${button({
      text: 'What came of it',
      href: paths.step(file, programme, 'outcome'),
    })}</div>`;
  return html`<div class="govuk-button-group">${
    mayAsk(state) && button({ text: 'Ask whether it may go', href: paths.step(file, programme, 'question') })
  }${
    state === 'may_go' &&
    button({ text: 'The referral was made', href: paths.step(file, programme, 'referral') })
  }${second('It is not made', paths.step(file, programme, 'dropping'))}</div>`;
}

function written({ entries, calendar }: FileModel): Html {
  return html`<h2 class="govuk-heading-m">Everything that was written</h2>${table({
    caption: 'Everything that was written, the latest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['When, and who', 'What'].map((text) => ({ text })),
    rows: entries.map((each) => [
      { html: html`${momentInWords(each.recordedAt, calendar)}<br>${each.recordedByName ?? 'Lintel'}` },
      { html: html`<strong>${entryInWords(each)}</strong>${verbatim(each.words)}` },
    ]),
  })}`;
}

function entryInWords({ kind, code, state, happenedOn }: OwnEntry): string {
  switch (kind) {
    case 'note':
      return 'Note';
    case 'need':
      return `${labelOf(needs, code)}: ${labelOf(needStates, state).toLowerCase()}`;
    case 'safeguarding':
      return `${labelOf(safeguardingAbout, code)}: ${labelOf(safeguardingStates, state).toLowerCase()}`;
    case 'standing':
      return `${labelOf(findings, code)}${happenedOn ? `, ${dateInWords(happenedOn)}` : ''}`;
    case 'given':
      return 'Given to whoever works on it';
    case 'ended':
      return `Ended: ${labelOf(endings, code).toLowerCase()}`;
  }
}
