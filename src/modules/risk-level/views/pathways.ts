import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel } from '#modules/case-file/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { meetingKinds, type PathwayArea, pathways } from '../pathways.ts';
import type { MeetingOnFile } from '../store/pathways.ts';
import { bandsInWords } from '../threshold.ts';

/** What ships of the parts of the country, each with its source: whoever is at home there takes it over. */
export function pathwaysPage(formModel: FormModel): Html {
  return html`<h1 class="govuk-heading-l">How it is done where you are</h1>
<p class="govuk-body">Not every area counts yes on a Dash, or has one monthly Marac. Take over what Lintel knows of
  yours, and set what is missing. It adds areas, local authorities, thresholds and kinds of meeting; nothing that you
  set is lost, and nobody’s level is lowered.</p>
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
  const on = (day: string) => dateInWords(Temporal.PlainDate.from(day));
  return html`<h3 class="govuk-heading-s">${name}</h3><ul class="govuk-list govuk-list--bullet">${meetings.map(
    ({ kind, words, effectiveFrom, source, checkedOn }) =>
      html`<li>${labelOf(meetingKinds, kind)}${words && `: ${words}`}, from ${on(effectiveFrom)}.
        <span class="govuk-hint">${source} Checked on ${on(checkedOn)}.</span></li>`,
  )}${thresholds.map(
    (threshold) =>
      html`<li>${bandsInWords(threshold)}. <span class="govuk-hint">${threshold.source}</span></li>`,
  )}</ul>`;
}

/** "Marac; a daily high-risk meeting at the safeguarding hub: HRDA", each with its source. */
export function meetingList(meetings: readonly MeetingOnFile[]): Html | undefined {
  if (meetings.length === 0) return undefined;
  return html`<p class="govuk-body">A high risk is heard here by:</p>
    <ul class="govuk-list govuk-list--bullet">${meetings.map(
      ({ kind, words, source, checkedOn }) =>
        html`<li>${labelOf(meetingKinds, kind)}${words && `: ${words}`}.
        <span class="govuk-hint">${source} Checked on ${dateInWords(checkedOn)}.</span></li>`,
    )}</ul>`;
}
