import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  learnersList,
  type ShownBefore,
  shownBeforeList,
} from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { copyWays } from '../copy.ts';
import { paths } from '../paths.ts';
import type { PlanCopy } from '../store/copies.ts';
import { linesPart } from './paper.ts';

interface Shown {
  /** As it stands now. */
  readonly learners: readonly Learner[];
  readonly before: readonly ShownBefore[];
}

/** What stands on the paper, and who would learn it if it were printed now. */
export function printAgainPage(
  model: CaseModel,
  form: FormModel,
  { copy, learners, before, verdict }: Shown & { readonly copy: PlanCopy; readonly verdict: Verdict },
): Html {
  const { pack, file, calendar } = model;
  const given = [labelOf(copyWays, copy.way), copy.place, momentInWords(copy.givenAt, calendar)];
  return html`${caseHead(model, 'Plan', 'Their copy, once more')}
<p class="govuk-body">${given.filter(Boolean).join(', ')}.
  <a class="govuk-link" href="${paths.plan(file.id)}">Back to the plan</a></p>
<h2 class="govuk-heading-m">What stands on it</h2>${linesPart(copy.lines, 3)}
${
  verdict.allowed
    ? html`<h2 class="govuk-heading-m">Who would learn this?</h2>
<p class="govuk-body">As it stands now. Ask them about it in your own words; do not turn the screen to them.</p>
${caseForm(form, 'Print it again', learnersList(learners))}`
    : html`<p class="govuk-body"><strong>It cannot be printed again.</strong> ${because(pack, verdict)}
      <a class="govuk-link" href="${paths.newCopy(file.id)}">How they keep a copy now</a></p>`
}${shownBeforeList(before, calendar)}`;
}

export function togetherPage(model: CaseModel, form: FormModel, { learners, before }: Shown): Html {
  return html`${caseHead(model, 'Plan', 'To look at together')}
<p class="govuk-body">Next the plan stands there in large words, with no menu and nobody else’s name. Read this first,
  alone, and ask where the two of you can talk; do not turn this page to them.</p>
<h2 class="govuk-heading-m">Who would learn this?</h2>
${caseForm(form, 'Open it', learnersList(learners))}${shownBeforeList(before, model.calendar)}`;
}
