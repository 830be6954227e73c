import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { caseHead, ownWords, verbatim } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { changedSinceAgreed, isEmpty } from '../now.ts';
import { paths } from '../paths.ts';
import { wants } from '../plan.ts';
import { actionsPart, type Proof } from './actions.ts';
import { copiesPart } from './copies.ts';
import type { PlanModel } from './model.ts';
import { optionsPart } from './options.ts';
import { standingOf, versionsPart } from './versions.ts';

/** The plan as it stands, from what they want to who does what, and how it came to be so. */
export function planPage(model: PlanModel, proof: Proof): Html {
  const { plan } = model;
  return html`${caseHead(model, 'Plan', 'Action plan', ways(model))}
${standingOf(model)}${!isEmpty(plan) && changed(model)}
${wordsPart(model)}
${actionsPart(model, proof)}
${optionsPart(model)}
${versionsPart(model)}
${copiesPart(model)}`;
}

function ways({ file, plan }: PlanModel): Html {
  const [newest] = plan.versions;
  return html`<div class="govuk-button-group">${button({
    text: newest ? 'Look at it together again' : 'Agree the plan',
    href: paths.agreement(file.id),
  })}${button({
    text: 'To look at together, in large words',
    href: paths.together(file.id),
    classes: 'govuk-button--secondary',
  })}${button({ text: 'Their copy', href: paths.newCopy(file.id), classes: 'govuk-button--secondary' })}</div>`;
}

function changed({ plan, file }: PlanModel): Html | undefined {
  const changes = changedSinceAgreed(plan).length;
  if (plan.versions.length === 0 || changes === 0) return undefined;
  const much = changes === 1 ? '1 thing has' : `${changes} things have`;
  return html`<p class="govuk-body">${much} changed since it was last agreed.
    <a class="govuk-link" href="${paths.agreement(file.id)}">See what, and go through it together</a></p>`;
}

function wordsPart({ file, plan, pack }: PlanModel): Html {
  const { words } = plan;
  const heading = html`<div class="lintel-heading">
    <h2 class="govuk-heading-m">What the ${pack.words.person} wants</h2><a class="govuk-link"
    href="${paths.words(file.id)}">${words.number === 0 ? 'Write it down' : 'Change the words'}</a></div>`;
  if (words.number === 0)
    return html`${heading}
      <p class="govuk-body">Nothing is written yet. There is no hurry: help goes on without it.</p>`;
  const row = (name: string, value: string) =>
    value.trim() !== '' && { key: { text: name }, value: { html: verbatim(value) } };
  return html`${heading}${staying(words.wants)}${summaryList({
    rows: [
      { key: { text: 'They want' }, value: { text: words.wants ? labelOf(wants, words.wants) : 'Not said' } },
      words.ownWords.trim() !== '' && {
        key: { text: 'In their own words' },
        value: { html: ownWords(words.ownWords) },
      },
      row('What matters to them', words.wishes),
      row('In an emergency', words.emergency),
    ],
  })}`;
}

/** L2.7i: not everybody leaves; the plan is made for the life that they lead. */
export function staying(want: string): Html | undefined {
  if (want !== 'stay_together') return undefined;
  return insetText({
    text:
      'To stay is a plan like any other. It makes this as safe as it can be; nobody presses, and ' +
      'nothing depends on leaving.',
  });
}
