import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { caseHead, verbatim } from '#modules/case-file/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { channels, interpreterStates, mayBePlanned, purposes, whyCancelled } from '../appointment.ts';
import { findings, minutesUntilRaised } from '../lone-working.ts';
import { paths } from '../paths.ts';
import type { Planned } from '../store/rows.ts';
import type { PlannedModel } from './model.ts';
import { clock, dayLabel, hoursOf, marksOf, whoOf } from './parts.ts';
import { alarm, notAgreed, twoPlaces } from './warnings.ts';

/** One visit or call: what to know before setting out, and what may be done about it. */
export function plannedPage(model: PlannedModel): Html {
  return html`${caseHead(model, 'Diary', dayAndHours(model))}
${alarm(model)}
${notAgreed(model)}
${twoPlaces(model)}
${
  model.planned.promised &&
  insetText({
    text:
      'They were promised this call at this time. Moved or cancelled here it is owed all the same: it is moved by a ' +
      'contact in which they ask for another time.',
  })
}
${actions(model)}${facts(model)}`;
}

function dayAndHours({ planned, calendar }: PlannedModel): string {
  return `${dayLabel(atTheOffice(planned.startsAt, calendar).toPlainDate())}, ${hoursOf(planned, calendar)}`;
}

function actions(model: PlannedModel): Html | undefined {
  const { planned, went, file, csrf, newSubmission, now } = model;
  const { caseId, id, endedHow, checkInBy, checkedInAt, missedAt, startsAt } = planned;
  const begun = Temporal.Instant.compare(startsAt, now) <= 0;
  const send = (action: string, text: string, classes?: string) =>
    html`<form method="post" action="${action}" novalidate>
      ${submission(csrf, newSubmission())}${button({ text, classes, preventDoubleClick: true })}</form>`;
  const checkIn =
    checkInBy !== null &&
    checkedInAt === null &&
    begun &&
    (missedAt === null ? endedHow !== 'cancelled' && endedHow !== 'moved' : went);
  if (endedHow !== null && !checkIn) return undefined;
  const planning = mayBePlanned(file);
  return html`<div class="govuk-button-group">${checkIn && send(paths.checkIn(caseId, id), 'Check in: safe')}${
    endedHow === null &&
    html`${
      begun &&
      send(
        paths.keep(caseId, id),
        'It took place: record the contact',
        checkIn ? 'govuk-button--secondary' : undefined,
      )
    }${
      planning.allowed && html`<a class="govuk-link" href="${paths.move(caseId, id)}">Move it</a>`
    }<a class="govuk-link" href="${paths.cancel(caseId, id)}">Cancel it</a>`
  }</div>`;
}

function facts({ planned, calendar, now, agreed }: PlannedModel): Html {
  const text = (key: string, value: string) => value !== '' && { key: { text: key }, value: { text: value } };
  const place =
    planned.channel === 'agreed_place' ? (planned.wayName ?? agreed?.meetingPlace ?? '') : planned.place;
  const outside = planned.outside.length > 0 && {
    key: { text: 'Against what was agreed' },
    value: {
      html: html`${planned.outside.map(
        (each) => html`<p class="govuk-body">${each}</p>`,
      )}${verbatim(planned.outsideWhy)}`,
    },
  };
  const twoPeople = planned.twoPeople && {
    key: { text: 'Why two people go' },
    value: { html: verbatim(planned.twoPeopleWhy) },
  };
  return summaryList({
    rows: [
      { key: { text: 'How it stands' }, value: { html: marksOf(planned, now) } },
      text('How', labelOf(channels, planned.channel)),
      text('Over', overWhich(planned, agreed)),
      text('Where', place),
      text('What for', labelOf(purposes, planned.purpose)),
      text('Who goes or calls', whoOf(planned)),
      text('Who else is there', planned.alsoThere),
      text('Interpreter', labelOf(interpreterStates, planned.interpreter)),
      twoPeople,
      planned.checkInBy !== null && {
        key: { text: 'Checks in' },
        value: { text: checkInWords(planned, calendar) },
      },
      found(planned, calendar),
      outside,
      text('Planned', `${momentInWords(planned.plannedAt, calendar)} by ${planned.plannedByName}`),
      ended(planned, calendar),
    ],
  });
}

/** By its name; what has been ended since it was planned is used by nobody. */
function overWhich({ over, wayName }: Planned, agreed: PlannedModel['agreed']): string {
  if (wayName === null) return '';
  const way = agreed?.further.find(({ wayId }) => wayId === over);
  return way?.endedAt === null ? wayName : `${wayName}. It has been ended since: do not use it, plan it anew`;
}

function checkInWords(planned: Planned, calendar: PlannedModel['calendar']): string {
  const { checkInBy, checkedInAt, missedAt, raisedAt } = planned;
  const told = [
    missedAt !== null && `Missed on ${momentInWords(missedAt, calendar)}`,
    raisedAt !== null && `Told up the line on ${momentInWords(raisedAt, calendar)}`,
    checkedInAt !== null && `Checked in on ${momentInWords(checkedInAt, calendar)}`,
  ].filter((each) => each !== false);
  if (told.length > 0) return told.join('. ');
  if (checkInBy === null) return '';
  return (
    `By ${clock(checkInBy, calendar)}; then their manager is told, and ${minutesUntilRaised} minutes ` +
    'later everybody up the line'
  );
}

function found({ foundAt, foundByName, found, foundWords }: Planned, calendar: PlannedModel['calendar']) {
  if (foundAt === null || found === null) return undefined;
  return {
    key: { text: 'What was found' },
    value: {
      html: html`<p class="govuk-body">${labelOf(findings, found)}.
        ${momentInWords(foundAt, calendar)} by ${foundByName ?? 'Lintel'}</p>${verbatim(foundWords)}`,
    },
  };
}

function ended(planned: Planned, calendar: PlannedModel['calendar']) {
  const { endedHow, endedAt, endedByName, endedReason, endedWords, movedToId, caseId } = planned;
  if (endedHow === null || endedAt === null) return undefined;
  const key = { kept: 'Kept', cancelled: 'Cancelled', moved: 'Moved' }[endedHow];
  const why = endedReason !== '' && html`<p class="govuk-body">${labelOf(whyCancelled, endedReason)}</p>`;
  const onward =
    movedToId !== null &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${paths.planned(caseId, movedToId)}">Where it was moved to</a></p>`;
  return {
    key: { text: key },
    value: {
      html: html`<p class="govuk-body">${momentInWords(endedAt, calendar)} by ${endedByName ?? 'Lintel'}</p>
        ${why}${endedWords !== '' && verbatim(endedWords)}${onward}`,
    },
  };
}
