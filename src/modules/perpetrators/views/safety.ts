import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  casePaths,
  type FormModel,
  items,
  nameOf,
} from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { programmeAnswers, programmeAsked } from '../forms/safety-form.ts';
import { paths } from '../paths.ts';
import type { ProgrammeSafety } from '../store/safety.ts';
import { inWords, small } from './forms.ts';
import { fearedIn } from './of-case.ts';
import { enforcementHead } from './shared.ts';

/** Asked in every case, so that being asked says nothing. */
export function programmeSafetyPart(model: CaseModel, said: readonly ProgrammeSafety[]): Html | undefined {
  const feared = fearedIn(model);
  if (feared.length === 0 || model.file.closedAt) return undefined;
  return html`<h2 class="govuk-heading-m">If anybody put a programme to them</h2>
<p class="govuk-body">Asked in every case, whether or not anybody means to. What nobody has said here in the last 14
  days, or before something happened, counts as not now.</p>
${summaryList({
  rows: feared.map((each) => {
    const latest = said.find(({ aboutId }) => aboutId === each.id);
    return {
      key: { html: personName(nameOf(model.known, each)) },
      value: {
        text: latest
          ? `${labelOf(programmeAnswers, latest.answer)}: ${momentInWords(latest.at, model.calendar)}`
          : 'Nobody has said: not now',
      },
    };
  }),
})}${button({
  text: 'Say whether it may go',
  href: paths.programmeSafety(model.file.id),
  classes: 'govuk-button--secondary',
})}`;
}

export function programmeSafetyPage(model: CaseModel, formModel: FormModel): Html {
  const feared = fearedIn(model);
  const heading = enforcementHead(model, 'If anybody put a programme to them');
  if (feared.length === 0)
    return html`${heading}<p class="govuk-body">Nobody who is feared is named in this case yet. <a class="govuk-link"
      href="${casePaths.people(model.file.id)}">Say who that is</a> first.</p>`;
  return html`${heading}
<p class="govuk-body">Ask the ${model.pack.words.person} first, and never where others hear it. What they fear decides:
  nobody overrides it. You are told of nothing that follows.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(formModel.form, 'aboutId'),
    fieldset: small('About whom?'),
    classes: 'govuk-radios--small',
    items: feared.map((each) => ({ value: each.id, text: nameOf(model.known, each) })),
  })}${radios({
    ...kept(formModel.form, 'asked'),
    fieldset: small(`Was the ${model.pack.words.person} asked?`),
    items: items(programmeAsked),
  })}${radios({
    ...kept(formModel.form, 'answer'),
    fieldset: small('May it go?'),
    items: items(programmeAnswers),
  })}${inWords(formModel.form, 'words', 'What did they say?', 'In their words, or why nobody asked')}`,
)}`;
}
