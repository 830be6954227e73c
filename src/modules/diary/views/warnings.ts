import { insetText } from '#kit/components/inset-text.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import { checkInIsMissing, isNotHeardOf } from '../appointment.ts';
import { travelMinutes } from '../double-booking.ts';
import { agreeAnew } from '../no-longer-words.ts';
import { paths } from '../paths.ts';
import type { Planned } from '../store/rows.ts';
import type { PlannedModel } from './model.ts';
import { hoursOf, opensInWords, whoOf } from './parts.ts';

/** What is done now where somebody is missed; and the one way to end it. */
export function alarm({ planned, now }: PlannedModel): Html | undefined {
  const { caseId, id, missedAt, checkedInAt, foundAt } = planned;
  const finding =
    missedAt !== null &&
    foundAt === null &&
    (checkedInAt === null || isNotHeardOf(planned)) &&
    html`<p class="govuk-body">
      <a class="govuk-link" href="${paths.finding(caseId, id)}">Write down what was found</a></p>`;
  if (isNotHeardOf(planned)) return html`${warningText({ text: unheardInWords(planned) })}${finding}`;
  const missing =
    checkInIsMissing(planned, now) &&
    warningText({
      text:
        `${planned.staffName} has not checked in. Ring them now; where they do not answer, ` +
        'follow your lone-working procedure.',
    });
  return html`${missing}${finding}`;
}

/** Somebody decides before its time: it is agreed anew, moved to another way or time, or called off. */
export function notAgreed({ planned, pack, calendar, file }: PlannedModel): Html | undefined {
  const { noLonger, startsAt, id } = planned;
  if (noLonger.length === 0) return undefined;
  return html`${warningText({ text: `${agreeAnew(noLonger, startsAt, calendar)}. Until then nobody goes or rings.` })}
<ul class="govuk-list govuk-list--bullet">${noLonger.map(
    (each) => html`<li>${reasonInWords(pack, each)}</li>`,
  )}</ul>
<p class="govuk-body">${opensInWords(noLonger)}</p>
<p class="govuk-body"><a class="govuk-link" href="${casePaths.contact(file.id)}">Look at what is agreed, and ask in a
  way that is safe</a>; or <a class="govuk-link" href="${paths.move(file.id, id)}">plan it in another way</a>, or
  <a class="govuk-link" href="${paths.cancel(file.id, id)}">cancel it</a>.</p>`;
}

/** Somebody is expected twice: said, and never forbidden, as whoever plans may know that it can be done. */
export function twoPlaces({ planned, elsewhere, calendar }: PlannedModel): Html | undefined {
  if (elsewhere.length === 0) return undefined;
  const { staffId, staffName, secondStaffName } = planned;
  const times = elsewhere.map((each) => {
    const name = each.staffId === staffId ? staffName : (secondStaffName ?? '');
    return html`<li>${name}: ${hoursOf(each, calendar)}</li>`;
  });
  return insetText({
    html: html`<h2 class="govuk-heading-s">Expected elsewhere, too</h2>
      <p class="govuk-body">At the same time, or with less than ${travelMinutes} minutes for the way:</p>
      <ul class="govuk-list govuk-list--bullet">${times}</ul>
      <p class="govuk-body">Move one of them, or send somebody else.</p>`,
  });
}

function unheardInWords(planned: Planned): string {
  const who = whoOf(planned);
  if (planned.checkedInAt !== null)
    return `${who} checked in after the alarm. Speak with them, and write down how they are.`;
  return (
    `${who} had not been heard of, and the managers and everybody up the line were told. ` +
    'Follow your lone-working procedure now; if nobody can reach them, ring 999.'
  );
}
