import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';
import { actionsToCome } from '#rules/action-kinds.ts';
import { today } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import {
  aboutInWords,
  enforcementHead,
  kindInWords,
  neverWaits,
  type OneAction,
  stateTag,
} from './shared.ts';

/** Whom something may be done about: those who are feared, as the case names them. */
export function fearedIn({ people }: Pick<CaseModel, 'people'>) {
  return people.filter(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
}

/** What is proposed, stopped and done in a case, the latest first. */
export function enforcementPage(model: CaseModel, actions: readonly OneAction[], besides?: Html): Html {
  const { file, pack, calendar } = model;
  const { person, perpetrator } = pack.words;
  const mayPropose = !file.closedAt && fearedIn(model).length > 0;
  return html`${enforcementHead(
    model,
    'Enforcement',
    mayPropose ? button({ text: 'Propose something', href: paths.begin(file.id) }) : undefined,
  )}
<p class="govuk-body">What may be done about whoever is feared: with the ${person}, and never where it may raise the
  risk. What they say to it, a test of whether it is safe and another manager come first; nobody overrides it.</p>
${neverWaits}
${
  fearedIn(model).length === 0 &&
  html`<p class="govuk-body">No ${perpetrator} is named in this case. <a class="govuk-link"
    href="${casePaths.people(file.id)}">Say who that is</a> first: they stay alleged until a court has decided.</p>`
}
${
  actions.length === 0
    ? html`<p class="govuk-body">Nothing is proposed. That is no failure: most people want to be safe first.</p>`
    : table({
        caption: 'What is proposed, stopped and done, the latest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards lintel-table--brief',
        head: [{ text: 'What' }, { text: 'How it stands' }, { text: 'About' }, { text: 'Proposed' }],
        rows: actions.map(({ action, state }) => [
          {
            html: html`<a class="govuk-link" href="${paths.action(file.id, action.id)}">${kindInWords(action)}</a>`,
            classes: 'lintel-cell--line',
          },
          { html: stateTag(state), classes: 'lintel-cell--bare' },
          { text: aboutInWords(model, action) },
          { text: momentInWords(action.proposedAt, calendar) },
        ]),
      })
}
${besides}${otherWayRound(model)}${toCome(model)}`;
}

/** Not a part of any action, and it shuts all of them until it is judged. */
function otherWayRound(model: CaseModel): Html | undefined {
  if (fearedIn(model).length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">If somebody says that it is the other way round</h2>
<p class="govuk-body">It is written down apart, and judged by two and a specialist who mainly harms whom. <a
  class="govuk-link" href="${casePaths.otherAccounts(model.file.id)}">See who harms whom</a></p>`;
}

function toCome(model: CaseModel): Html | undefined {
  const kinds = actionsToCome(today(model), model.calendar.rules);
  if (kinds.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Not law yet</h2>
<ul class="govuk-list govuk-list--bullet">${kinds.map(
    ({ label, source, status, from }) =>
      html`<li>${label} (${source}): ${
        from
          ? `from ${dateInWords(Temporal.PlainDate.from(from))}`
          : status === 'bill'
            ? 'a Bill'
            : 'not in force'
      }</li>`,
  )}</ul>`;
}
