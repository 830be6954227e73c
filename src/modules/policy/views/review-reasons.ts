import { button } from '#kit/components/button.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { reviewReasonKinds } from '../review-reasons.ts';
import type { ReviewReason } from '../store/review-reasons.ts';
import { linkTo, type When } from './parts.ts';

/** What calls for a review before its date, and how it was answered. */
export function reviewReasonList(reasons: readonly ReviewReason[], mayCall: boolean, when: When): Html {
  return html`<h2 class="govuk-heading-m">Reasons to review it sooner</h2>${
    reasons.length === 0
      ? html`<p class="govuk-body">Nobody has written one down.</p>`
      : table({
          caption: 'Reasons to review the policy sooner',
          captionClasses: 'govuk-visually-hidden',
          classes: 'lintel-table--cards',
          firstCellIsHeader: true,
          head: [{ text: 'What calls for it' }, { text: 'Written down' }, { text: 'How it stands' }],
          rows: reasons.map((each) => [
            { html: html`${labelOf(reviewReasonKinds, each.kind)}${verbatim(each.words)}` },
            { text: `${when(each.recordedAt)} by ${each.recordedByName ?? 'Lintel'}` },
            { html: standing(each, mayCall, when) },
          ]),
        })
  }${mayCall && button({ text: 'Write a reason down', href: paths.newReason, classes: 'govuk-button--secondary' })}`;
}

function standing({ id, endedAt, endedByName, endedWhy }: ReviewReason, mayCall: boolean, when: When): Html {
  if (endedAt) return html`Answered ${when(endedAt)} by ${endedByName ?? 'Lintel'}${verbatim(endedWhy)}`;
  return html`<strong>Stands open</strong> ${mayCall && linkTo(paths.endReason(id), 'Answer it')}`;
}

export function newReasonPage(formModel: FormModel): Html {
  const { form } = formModel;
  return page(
    formModel,
    'A reason to review the policy',
    html`<p class="govuk-body">Until it is answered, the board does not show the review as in time where the policy
      says that it is reviewed sooner.</p>`,
    'Write it down',
    html`${radios({
      ...kept(form, 'kind'),
      fieldset: { legend: { text: 'What calls for it?', classes: 'govuk-fieldset__legend--s' } },
      items: reviewReasonKinds.map(({ value, label }) => ({ value, text: label })),
    })}${textarea({
      ...kept(form, 'words'),
      label: { text: 'What has changed?', classes: 'govuk-label--s' },
      hint: { text: 'Name nobody whom a case is about' },
      rows: 4,
    })}`,
  );
}

export function endReasonPage(formModel: FormModel, reason: ReviewReason, when: When): Html {
  return page(
    formModel,
    'Answer a reason to review the policy',
    html`<p class="govuk-body">${labelOf(reviewReasonKinds, reason.kind)}, written down
      ${when(reason.recordedAt)} by ${reason.recordedByName ?? 'Lintel'}.</p>${verbatim(reason.words)}`,
    'Save the answer',
    textarea({
      ...kept(formModel.form, 'why'),
      label: { text: 'What did the review decide, or why is none needed?', classes: 'govuk-label--s' },
      rows: 4,
    }),
  );
}

function page(formModel: FormModel, title: string, about: Html, act: string, fields: Html): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(formModel)}<h1
class="govuk-heading-l">${title}</h1>${about}${formItself(formModel, act, fields)}</div></div>`;
}
