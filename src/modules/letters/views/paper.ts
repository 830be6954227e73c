import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { learnersKept, learnersList } from '#modules/case-file/pure.ts';
import type { LetterNow } from '#modules/outgoing/index.ts';
import { because } from '#rules/clauses.ts';
import type { Pack } from '#rules/pack.ts';
import { mayPrintAgain, maySayOutcome, outcomes } from '../paper.ts';
import type { Paper } from '../store/papers.ts';
import { printedInWords, type When } from './parts.ts';

interface PaperModel {
  readonly paper: Paper;
  readonly letter: LetterNow;
  readonly when: When;
  readonly pack: Pack;
}

/** Was it posted, or destroyed? What may not leave any more can only be destroyed. */
export function outcomePage(model: PaperModel, formModel: FormModel): Html {
  const { paper, letter, pack } = model;
  const posting = maySayOutcome(paper, 'posted');
  const destroying = maySayOutcome(paper, 'destroyed');
  return html`${aboveForm(formModel)}<h1 class="govuk-heading-l">What became of this letter?</h1>${about(model)}${
    paper.outcome === null && !posting.allowed && warningText({ text: because(pack, posting) })
  }${
    paper.outcome === null &&
    letter.against.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${letter.against.map(
      ({ reason, opens }) => html`<li>${reason} ${opens}</li>`,
    )}</ul>`
  }${
    destroying.allowed
      ? formItself(
          formModel,
          'Save',
          html`${radios({
            ...kept(formModel.form, 'outcome'),
            fieldset: { legend: { text: 'What became of it?', classes: 'govuk-fieldset__legend--s' } },
            items: outcomes
              .filter(({ value }) => value === 'destroyed' || posting.allowed)
              .map(({ value, label, hint }) => ({ value, text: label, hint: { text: hint } })),
          })}${textarea({
            ...kept(formModel.form, 'why'),
            label: { text: 'Why it is destroyed', classes: 'govuk-label--s' },
            hint: { text: 'Leave it empty where it is in the post' },
            rows: 3,
          })}`,
        )
      : html`<p class="govuk-body">${because(pack, destroying)}</p>`
  }`;
}

/** A second paper, once the first is no more: who would learn it is looked at again. */
export function againPage(model: PaperModel, formModel: FormModel): Html {
  const { paper, letter, pack } = model;
  const verdict = mayPrintAgain(paper);
  return html`${aboveForm(formModel)}<h1 class="govuk-heading-l">Print a letter again</h1>${about(model)}${
    verdict.allowed
      ? html`<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(letter.learners)}${formItself(
          formModel,
          'Print it again',
          textarea({
            ...kept(formModel.form, 'why'),
            label: { text: 'Why it is printed again', classes: 'govuk-label--s' },
            rows: 3,
          }),
        )}`
      : html`<p class="govuk-body">${because(pack, verdict)}</p>`
  }`;
}

function about({ paper, when }: PaperModel): Html {
  return html`${summaryList({
    rows: [
      { key: { text: 'Case' }, value: { text: paper.reference } },
      { key: { text: 'Letter' }, value: { html: verbatim(paper.words) } },
      {
        key: { text: 'Printed' },
        value: { text: printedInWords(paper, when) },
      },
      paper.why !== '' && { key: { text: 'Printed again' }, value: { html: verbatim(paper.why) } },
    ],
  })}${learnersKept(paper.learners)}`;
}
