import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { findings } from '../lone-working.ts';
import type { Planned } from '../store/rows.ts';
import { whoOf } from './parts.ts';

export interface FindingFacts {
  readonly planned: Planned;
  readonly may: Verdict;
}

/** Somebody who had not checked in was looked for: what was found ends the alarm, and nothing else does. */
export function findingPage(model: CaseModel, formModel: FormModel, { planned, may }: FindingFacts): Html {
  const head = caseHead(model, 'Diary', 'What was found');
  if (!may.allowed) return html`${head}<p class="govuk-body">${because(model.pack, may)}</p>`;
  const { form } = formModel;
  const { missedAt } = planned;
  return html`${head}
<p class="govuk-body">${whoOf(planned)} had not checked in${missedAt !== null && html` by ${momentInWords(missedAt, model.calendar)}`}. Write this down once somebody has spoken with them, seen them, or handed over to the emergency services. Until then keep looking: this stays on the managers’ day.</p>
${caseForm(
  formModel,
  'Write down what was found',
  html`${radios({
    ...kept(form, 'found'),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'What was found?', classes: 'govuk-fieldset__legend--s' } },
    items: items(findings),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'How do you know?', classes: 'govuk-label--s' },
    hint: { text: 'Who spoke with them or saw them, when, and what happens next. It is kept with the visit' },
    rows: 4,
  })}`,
)}`;
}
