import { button } from '#kit/components/button.ts';
import { personName } from '#kit/components/person-name.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, verbatim } from '#modules/case-file/pure.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { conclusions, specialistConclusions } from '#rules/who-harms-whom.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { Allegation, Judgement, OtherAccounts } from '../store/rows.ts';
import { allSources, owedIn } from '../words.ts';
import { apartTag, fearedIn, head, nameIn, neverFollows, nobodyFeared } from './shared.ts';

/** How it stands with each who is feared, what was said and judged. @param asks whether they may ask for it */
export function accountsPage(model: CaseModel, accounts: OtherAccounts, asks: boolean): Html {
  const { file } = model;
  const heading = head(model, 'Who harms whom');
  if (fearedIn(model).length === 0) return html`${heading}${nobodyFeared(model)}`;
  const { apart, said, judged } = accounts;
  const waiting = judged.find(({ decision }) => decision === null);
  const isOwed = apart.some(({ state }) => owedIn.includes(state));
  return html`${heading}
<p class="govuk-body">Whoever is feared may say that it is the other way round. It is written down, and judged who
  mainly harms whom: by who is afraid and who decides over whom, and never by one incident. Until two people and a
  specialist have judged it, nothing is done about whoever is feared.</p>
${neverFollows(model)}
${summaryList({
  rows: apart.map(({ aboutId, state }) => ({
    key: { html: personName(nameIn(model, aboutId)) },
    value: { html: apartTag(state) },
  })),
})}
${
  !file.closedAt &&
  html`<div class="govuk-button-group">${
    waiting
      ? button({ text: 'See what a manager decides about', href: paths.judgement(file.id, waiting.id) })
      : isOwed && button({ text: 'Judge who harms whom', href: paths.judge(file.id) })
  }${button({
    text: 'Somebody says that',
    href: paths.said(file.id),
    classes: 'govuk-button--secondary',
  })}${
    asks &&
    button({
      text: 'Ask for it to be judged',
      href: paths.asking(file.id),
      classes: 'govuk-button--secondary',
    })
  }</div>`
}
${saidTable(model, said)}${judgedTable(model, judged)}`;
}

function saidTable(model: CaseModel, said: readonly Allegation[]): Html {
  return html`<h2 class="govuk-heading-m">What was said</h2>${
    said.length === 0
      ? html`<p class="govuk-body">Nothing.</p>`
      : table({
          caption: 'What was said, the latest first',
          captionClasses: 'govuk-visually-hidden',
          head: ['When, and who wrote it down', 'What'].map((text) => ({ text })),
          rows: said.map((each) => [
            {
              html: html`${dateInWords(each.heardOn)}<br>${each.recordedByName ?? 'Lintel'},
                ${momentInWords(each.recordedAt, model.calendar)}`,
            },
            {
              html: html`<strong>${labelOf(allSources, each.source)}</strong>${
                each.way !== '' && html` (${each.way})`
              }: ${nameIn(model, each.aboutId)}${verbatim(each.words)}`,
            },
          ]),
        })
  }`;
}

function judgedTable(model: CaseModel, judged: readonly Judgement[]): Html {
  return html`<h2 class="govuk-heading-m">What was judged</h2>${
    judged.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : table({
          caption: 'What was judged, the latest first',
          captionClasses: 'govuk-visually-hidden',
          head: ['When, and who judged', 'What'].map((text) => ({ text })),
          rows: judged.map((each) => [
            {
              html: html`${momentInWords(each.proposedAt, model.calendar)}<br>${each.proposedByName ?? 'Lintel'}`,
            },
            {
              html: html`<a class="govuk-link" href="${paths.judgement(model.file.id, each.id)}">${labelOf(
                conclusions,
                each.conclusion,
              )}</a> (${nameIn(model, each.aboutId)})<br>${tag({
                text: became[each.decision ?? 'waiting'],
                classes: each.decision === 'approved' ? 'govuk-tag--green' : 'govuk-tag--grey',
              })}<br>Specialist: ${labelOf(specialistConclusions, each.specialist).toLowerCase()}`,
            },
          ]),
        })
  }`;
}

const became = {
  waiting: 'A manager decides',
  approved: 'A manager agreed',
  declined: 'A manager did not agree',
  withdrawn: 'Taken back',
} as const;
