import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, way } from '#modules/case-file/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { mayBePlanned } from '../appointment.ts';
import { paths } from '../paths.ts';
import type { Held } from '../store/still-agreed.ts';
import { dayLabel, hoursOf, marksOf, whatOf, whoOf } from './parts.ts';

export interface CaseDiaryModel extends CaseModel {
  readonly open: readonly Held[];
  readonly ended: readonly Held[];
}

/** The visits and calls of one case: to come, and what became of the others. */
export function caseDiaryPage(model: CaseDiaryModel): Html {
  const { open, ended, file } = model;
  const plan = way(model.pack, mayBePlanned(file), 'Plan a visit or a call', paths.plan(file.id), false);
  return html`${caseHead(model, 'Diary', 'Diary', plan)}
${open.length === 0 ? html`<p class="govuk-body">No visit and no call is planned.</p>` : list(open, model, 'Planned')}
${
  ended.length > 0 &&
  html`<h2 class="govuk-heading-m">Past, moved or cancelled</h2>${list(ended, model, 'Past, moved or cancelled')}`
}`;
}

function list(listed: readonly Held[], { now, calendar }: CaseModel, caption: string): Html {
  return table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    firstCellIsHeader: true,
    head: [{ text: 'Day' }, { text: 'When' }, { text: 'What' }, { text: 'Who' }, { text: 'How it stands' }],
    rows: listed.map((each) => [
      { text: dayLabel(atTheOffice(each.startsAt, calendar).toPlainDate()) },
      { text: hoursOf(each, calendar), classes: 'lintel-cell--bare' },
      {
        html: html`<a class="govuk-link" href="${paths.planned(each.caseId, each.id)}">${whatOf(each)}</a>`,
        classes: 'lintel-cell--bare',
      },
      { text: whoOf(each), classes: 'lintel-cell--bare' },
      { html: marksOf(each, now), classes: 'lintel-cell--bare' },
    ]),
  });
}
