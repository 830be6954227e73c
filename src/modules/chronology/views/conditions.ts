import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  casePaths as paths,
  verbatim,
} from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { liftings } from '../lifting.ts';
import type { Condition } from '../store/conditions.ts';
import type { Entry } from '../store/entries.ts';
import { entryWords } from './entry-words.ts';

export function conditionPage(model: CaseModel, formModel: FormModel, entry: Entry): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Chronology', 'They asked that it goes no further')}
${entryWords(entry)}
<p class="govuk-body">While this stands, the entry is in no file, copy or share outside the team, whatever else is
  decided about it.</p>
${caseForm(
  formModel,
  'Save',
  html`${input({
    ...kept(form, 'saidBy'),
    label: { text: 'Who asked', classes: 'govuk-label--s' },
    hint: { text: 'The police, an agency, whoever told us' },
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What they asked for', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function liftingPage(model: CaseModel, formModel: FormModel, entry: Entry): Html {
  return html`${caseHead(model, 'Chronology', 'It stands no longer')}
${entryWords(entry)}
<p class="govuk-body">Only whoever asked for it allows it. That it was lifted, why, and by
  whom is counted on the board. To whom it may be shown then is as it was last decided.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(formModel.form, 'because'),
    fieldset: { legend: { text: 'Why does it stand no longer?', classes: 'govuk-fieldset__legend--s' } },
    items: items(liftings),
  })}${textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'Who there allowed it and what, or how the error came about', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

/** What was asked of an entry and what was allowed since, with the way to either. */
export function conditionsShown(
  { file, calendar }: CaseModel,
  entry: Entry,
  conditions: readonly Condition[],
): Html {
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  const [href, text] = entry.heldBack
    ? [paths.liftCondition(file.id, entry.id), 'It stands no longer']
    : [paths.newCondition(file.id, entry.id), 'They asked that it goes no further'];
  const heading = html`<h2 class="govuk-heading-m">They asked that it goes no further</h2>`;
  return html`${conditions.length > 0 && heading}${conditions.map((each) => conditionShown(each, when))}
<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`;
}

function conditionShown(condition: Condition, when: (at: Temporal.Instant) => string): Html {
  const { saidBy, words, setAt, setByName, liftedAt, liftedByName, liftedWhy, liftedBecause } = condition;
  const because = liftedBecause === null ? '' : `: ${labelOf(liftings, liftedBecause)}`;
  const since =
    liftedAt &&
    html`<p class="govuk-body">It stands no longer${because}. Written down ${when(liftedAt)} by
  ${liftedByName ?? 'Lintel'}</p>${verbatim(liftedWhy)}`;
  return html`<p class="govuk-body"><strong>${saidBy}</strong>, written down ${when(setAt)} by
  ${setByName ?? 'Lintel'}</p>${verbatim(words)}${since}`;
}
