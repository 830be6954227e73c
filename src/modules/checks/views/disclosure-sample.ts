import { aboveForm, formItself } from '#kit/components/form.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseModel, FormModel } from '#modules/case-file/pure.ts';
import type { WhatWasDone } from '#modules/disclosures/index.ts';
import { whatWasDoneSection } from '#modules/disclosures/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { about } from '../paths.ts';
import type { Sample } from '../store/samples.ts';
import { facts, question } from './sample.ts';

export interface DisclosureSamplePage extends Pick<CaseModel, 'pack' | 'calendar' | 'commitmentOf'> {
  readonly sample: Sample;
  readonly done: WhatWasDone;
  readonly may: Verdict;
  readonly fields: FormModel;
}

/** Nobody leads what never became a case: whoever looks reads here what it rests on. */
export function disclosureSamplePage(page: DisclosureSamplePage): Html {
  const { sample, done, may, fields, pack, calendar } = page;
  const asks = sample.answer === null;
  return html`${asks && may.allowed && aboveForm(fields)}<h1 class="govuk-heading-l">Drawn by chance</h1>
<p class="govuk-body">This promise counts as kept, and was drawn by chance. It was made about what we were told, and no
  case was opened then. Look at it as somebody would who has to rely on it: was the ${pack.words.person} reached as it
  says, and is somebody really helping them now? <a class="govuk-link" href="${about(sample)}">Read what we were
  told</a></p>
${facts(page, sample)}${whatWasDoneSection(done, calendar, sample.caseNow !== null)}${
  asks &&
  (may.allowed
    ? formItself(fields, 'Save your answer', question(fields))
    : html`<p class="govuk-body">${because(pack, may)}</p>`)
}`;
}
