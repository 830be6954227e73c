import { button } from '#kit/components/button.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { personName } from '#kit/components/person-name.ts';
import { resultsPagination } from '#kit/components/results-pagination.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { inWords, type Match, type MatchSide } from '../matches.ts';
import { born, type Hidden, list, person } from './parts.ts';

export interface MatchesModel {
  readonly open: readonly Match[];
  readonly decided: readonly Match[];
  /** How many pairs wait in all. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

export function matchesPage({ open, decided, ...list }: MatchesModel, hidden: Hidden): Html {
  return html`<h1 class="govuk-heading-l">Possible duplicates</h1>
<p class="govuk-body">Two records that may be one person. Nothing is ever merged: a link only shows each record
  on the other’s page, and can be taken back. A pair that is kept apart is not proposed again.</p>
<p class="govuk-body">When in doubt, keep them apart: taking two people for one could tell one
  of them about the other.</p>
${
  open.length === 0
    ? html`<p class="govuk-body">There is nothing to decide.</p>`
    : html`<p class="govuk-body">Those for which most speaks come first.</p>
${open.map((match) => openMatch(match, hidden))}
${resultsPagination({ ...list, nouns: ['pair to decide', 'pairs to decide'], href: pageOf })}`
}
${decided.length > 0 && html`<h2 class="govuk-heading-m">Decided lately</h2>${decidedTable(decided)}`}`;
}

function pageOf(page: number): string {
  return page === 1 ? '/register/matches' : `/register/matches?page=${page}`;
}

function openMatch(match: Match, hidden: Hidden): Html {
  return html`<section class="govuk-!-margin-bottom-8">${sideBySide(match)}
<p class="govuk-body govuk-!-font-weight-bold">Why they are shown</p>
<ul class="govuk-list govuk-list--bullet">${inWords(match.reasons).map((reason) => html`<li>${reason}</li>`)}</ul>
${takenBack(match)}
<form method="post" action="/register/matches/${match.id}/decision">${hidden(match.version)}
<div class="govuk-button-group">${button({
    text: 'Link: same person',
    name: 'decision',
    value: 'linked',
  })}${button({
    text: 'Keep apart',
    name: 'decision',
    value: 'kept_apart',
    classes: 'govuk-button--secondary',
  })}</div></form></section>`;
}

function takenBack({ takenBackWhy }: Match): Html | false {
  return (
    takenBackWhy !== '' &&
    html`<p class="govuk-body"><strong>A decision was taken back</strong><br>
${takenBackWhy}</p>`
  );
}

export function sideBySide({ person: one, other }: Match): Html {
  const row = (label: string, of: (side: MatchSide) => Html | string | undefined) => [
    { text: label },
    ...[one, other].map((side) => {
      const value = of(side);
      return typeof value === 'string' ? { text: value || 'Nothing recorded' } : { html: value };
    }),
  ];
  return table({
    caption: 'One person?',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    firstCellIsHeader: true,
    head: [{ text: 'What' }, { text: 'One record' }, { text: 'The other' }],
    rows: [
      row('Name', (side) => person(side.id, side.name)),
      row('Also known as', (side) => side.alsoKnownAs.join(', ')),
      row('Date of birth', (side) => born(side.dateOfBirth)),
      row('Home', (side) => side.address ?? ''),
      row('Phones', (side) => side.phones.join(', ')),
      row('Reference', (side) => side.reference ?? 'Not from the housing system'),
    ],
  });
}

const decisions = { linked: 'Linked', kept_apart: 'Kept apart' } as const;

function decidedTable(decided: readonly Match[]): Html {
  return table({
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Records' }, { text: 'Decision' }, { text: 'By' }, { text: 'Change' }],
    rows: decided.map((match) => [
      { html: list([match.person, match.other].map((side) => person(side.id, side.name))) },
      { text: match.decision ? decisions[match.decision] : '' },
      { text: match.decidedBy ?? '' },
      {
        html: html`<a class="govuk-link" href="/register/matches/${match.id}/undoing">Take back<span
          class="govuk-visually-hidden"> this decision about ${personName(match.person.name)}
          and ${personName(match.other.name)}</span></a>`,
      },
    ]),
  });
}

export function undoingPage(match: Match, form: FormModel): Html {
  const why = textarea({ label: { text: 'Why?' }, rows: 3, ...kept(form.form, 'why') });
  return html`${aboveForm(form)}<h1 class="govuk-heading-l">Take a decision back</h1>
${sideBySide(match)}
<p class="govuk-body">They are ${match.decision === 'linked' ? 'linked as one person' : 'kept apart'} now.
  After this the pair is open again, for anybody who settles duplicates to decide.</p>
${formItself(form, 'Take the decision back', why, { classes: null })}`;
}
