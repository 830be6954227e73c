import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import {
  checkedInWords,
  dayOfMeeting,
  fromInWords,
  type PathwayArea,
  pathways,
  waysOfKnowing,
} from '../pathways.ts';
import { bandsInWords } from '../threshold.ts';
import { meetingInWords } from './meetings.ts';

/** What ships of the parts of the country, each with its source: whoever is at home there takes it over. */
export function pathwaysPage(formModel: FormModel): Html {
  return html`<h1 class="govuk-heading-l">How it is done where you are</h1>
<p class="govuk-body">Not every area counts yes on a Dash, or has one monthly Marac. Take over what Lintel knows of
  yours, and set what is missing. <strong>A manager of the team checks each line with the area before anybody
  relies on it</strong>, and marks it as checked on the page of the area; after 12 months it is to be
  checked again. It adds areas, local authorities, thresholds and kinds of meeting; nothing that you set
  is lost, and nobody’s level is lowered.</p>
${caseForm(
  formModel,
  'Take it over',
  radios({
    ...kept(formModel.form, 'pathway'),
    fieldset: { legend: { text: 'Which part of the country?', classes: 'govuk-fieldset__legend--s' } },
    items: pathways.map(({ id, name, says }) => ({ value: id, text: name, hint: { text: says } })),
  }),
)}
${pathways.map(
  ({ name, areas }) =>
    html`<h2 class="govuk-heading-m">${name}</h2>${areas.map((area) => areaOfPathway(area))}`,
)}`;
}

function areaOfPathway({ name, meetings, thresholds }: PathwayArea): Html {
  const plain = (checkedOn: string | null) =>
    checkedOn === null ? null : Temporal.PlainDate.from(checkedOn);
  return html`<h3 class="govuk-heading-s">${name}</h3><ul class="govuk-list govuk-list--bullet">${meetings.map(
    (meeting) => {
      const { from, monthOnly } = dayOfMeeting(meeting);
      return html`<li>${meetingInWords(meeting)}, ${fromInWords(from, monthOnly)}.
        <span class="govuk-hint">${meeting.source} ${checkedInWords(plain(meeting.checkedOn))}</span></li>`;
    },
  )}${thresholds.map(
    ({ source, effectiveFrom, known, ...threshold }) =>
      html`<li>${bandsInWords(threshold)}, ${fromInWords(plain(effectiveFrom), false)}.
        <span class="govuk-hint">${labelOf(waysOfKnowing, known)}. ${source}</span></li>`,
  )}</ul>`;
}
