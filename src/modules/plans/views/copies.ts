import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { learnersKept } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { copyWays, isOfHomeAlone } from '../copy.ts';
import { paperIsInDoubt, saysWhatWasStruck } from '../paper-in-doubt.ts';
import { paths } from '../paths.ts';
import type { PlanCopy } from '../store/copies.ts';
import type { PlanModel } from './model.ts';

/** How they were given it; a paper can be looked at and printed again. */
export function copiesPart({ plan, file, calendar, agreed }: PlanModel): Html | undefined {
  if (plan.copies.length === 0) return undefined;
  const line = (copy: PlanCopy) => {
    const said = [
      labelOf(copyWays, copy.way),
      copy.place,
      isOfHomeAlone(copy.lines) ? 'about their home' : copy.number !== null && `version ${copy.number}`,
      momentInWords(copy.givenAt, calendar),
    ];
    return html`${said.filter(Boolean).join(', ')}${
      copy.lines.length > 0 &&
      html` <a class="govuk-link" href="${paths.copy(file.id, copy.id)}">See the paper<span
        class="govuk-visually-hidden"> of ${momentInWords(copy.givenAt, calendar)}</span></a>`
    }${learnersKept(copy.learners)}`;
  };
  const [newest] = plan.copies;
  const inDoubt = plan.copies.some((copy) => paperIsInDoubt(agreed, copy, newest?.givenAt ?? null));
  const wrong = plan.copies.some((copy) => saysWhatWasStruck(copy, newest?.givenAt ?? null));
  return html`<h2 class="govuk-heading-m">Their copy</h2>${
    wrong &&
    html`${warningText({
      text: 'What stands on a paper about their home was recorded in error.',
    })}<p class="govuk-body">Tell them at the next safe contact, and ask what became of the paper. Then write down
      <a class="govuk-link" href="${paths.newCopy(file.id)}">how they keep a copy now, or that they keep none</a>.</p>`
  }${
    inDoubt &&
    html`${warningText({
      text: 'A paper went over a way that is no longer agreed: somebody else may find it.',
    })}<p class="govuk-body">At the next safe contact ask where it is and who may come by it. Then write down
      <a class="govuk-link" href="${paths.newCopy(file.id)}">how they keep a copy now, or that they keep none</a>.</p>`
  }
    <ul class="govuk-list">${plan.copies.map((copy) => html`<li>${line(copy)}</li>`)}</ul>`;
}
