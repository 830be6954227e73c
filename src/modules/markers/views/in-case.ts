import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  homeInWords,
  verbatim,
  way,
} from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { isDue } from '../markers.ts';
import { paths } from '../paths.ts';
import type { KeptMarker } from '../store/kept.ts';
import { forWhom, placingFields, reviewFields, untilWhen } from './parts.ts';
import { keptFacts } from './to-review.ts';

export interface MarkersInCaseModel extends CaseModel {
  readonly markers: readonly KeptMarker[];
  readonly mayPlace: Verdict;
  readonly today: Temporal.PlainDate;
}

/** What whoever visits the home is asked to do, for the sake of this case; they never learn of it. */
export function markersPage(model: MarkersInCaseModel): Html {
  const { markers, mayPlace, file } = model;
  const place = mayPlace.allowed && button({ text: 'Place a marker', href: paths.newInCase(file.id) });
  return html`${caseHead(model, 'People', 'Markers on the home', place || undefined)}
<p class="govuk-body">Whoever repairs, visits or writes sees the words and nothing else:
  neither this case, nor who placed it, nor why.</p>
${!mayPlace.allowed && way(model.pack, mayPlace, 'Place a marker', paths.newInCase(file.id))}
${markers.length === 0 ? html`<p class="govuk-body">No marker was placed for this case.</p>` : list(model)}`;
}

function list({ markers, today, file, calendar }: MarkersInCaseModel): Html {
  return table({
    caption: 'Markers',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'What it says' }, { text: 'For' }, { text: 'Until' }, { text: 'Why' }, { text: 'Change' }],
    rows: markers.map((marker) => [
      {
        html: html`<div>${marker.text}${
          marker.endedAt === null &&
          marker.propertyId !== file.propertyId &&
          html`<p class="govuk-hint">It stands on a home where they lived before. Look whether it should.</p>`
        }</div>`,
      },
      { text: forWhom(marker.audiences) },
      {
        html: html`<div>${
          isDue(marker, today) && tag({ text: 'Look at it', classes: 'govuk-tag--orange' })
        } ${untilWhen(marker, today)}</div>`,
      },
      {
        html: html`<div>${verbatim(marker.why)}
          <p class="govuk-hint">${marker.placedByName ?? 'Lintel'}, ${momentInWords(marker.placedAt, calendar)}</p>${
            marker.reviewedAt !== null &&
            html`<p class="govuk-hint">Looked at ${momentInWords(marker.reviewedAt, calendar)} by
            ${marker.reviewedByName ?? 'Lintel'}: ${marker.reviewReason}</p>`
          }</div>`,
      },
      {
        html:
          marker.endedAt === null
            ? html`<a class="govuk-link" href="${paths.reviewInCase(file.id, marker.id)}">Review<span
              class="govuk-visually-hidden">: ${marker.text}</span></a>`
            : html`Ended`,
      },
    ]),
  });
}

export function newInCasePage(
  model: CaseModel,
  formModel: FormModel,
  { texts, mayPlace }: { readonly texts: readonly string[]; readonly mayPlace: Verdict },
): Html {
  const head = html`${caseHead(model, 'People', 'Place a marker')}`;
  if (!mayPlace.allowed)
    return html`${head}${way(model.pack, mayPlace, 'Place this marker', formModel.action)}`;
  return html`${head}<p class="govuk-body">On the home of this case: <strong>${homeInWords(model)}</strong>.
    <a class="govuk-link" href="${casePaths.home(model.file.id)}">Where they live</a> says which home that is.
    Think of who may read it there, and of whether the words could give anything away.</p>${caseForm(
      formModel,
      'Place this marker',
      placingFields(formModel, texts, 'Only those who see this case see this'),
    )}`;
}

export function reviewInCasePage(
  model: CaseModel & { readonly today: Temporal.PlainDate },
  formModel: FormModel,
  marker: KeptMarker,
  meanwhile: Html | null,
): Html {
  return html`${caseHead(model, 'People', 'Review a marker')}${meanwhile}${keptFacts(
    marker,
    model.calendar,
    model.today,
  )}${caseForm(formModel, 'Save', reviewFields(formModel))}`;
}
