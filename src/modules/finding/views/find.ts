import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { searchForm } from '#kit/components/search-form.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { CaseInList } from '#modules/cases/index.ts';
import { caseCells } from '#modules/cases/pure.ts';
import type { ToldInList } from '#modules/disclosures/index.ts';
import type { PersonName, PersonSummary, PropertySummary } from '#modules/register/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { capitalised } from '#rules/words.ts';

export interface FindModel {
  readonly csrf: string;
  readonly typed: string;
  readonly problem: string | null;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  /** Null: nothing was looked for yet. */
  readonly found: {
    readonly people: readonly PersonSummary[];
    readonly homes: readonly PropertySummary[];
    /** Null: whoever looks sees no cases, and nothing is said of any. */
    readonly cases: readonly CaseInList[] | null;
    /** What was told; null: whoever looks triages none, and nothing is said of any. */
    readonly told: readonly ToldInList[] | null;
    readonly known: readonly PersonName[];
    readonly how: 'as-typed' | 'similar';
  } | null;
}

/** Cases, what was told, people, homes: only what whoever looks may see, and not a word of what they may not. */
export function findPage(model: FindModel): Html {
  const { csrf, typed, problem, found } = model;
  const field = input({
    label: { text: 'Name, address, phone or reference', classes: 'govuk-label--s' },
    hint: { text: 'Part of a name is enough. A colleague’s name finds the cases that they lead.' },
    name: 'q',
    id: 'find-q',
    type: 'search',
    value: typed,
    autocomplete: 'off',
    spellcheck: false,
    attributes: { autofocus: found === null },
    errorMessage: problem ? { text: problem } : undefined,
  });
  return html`<h1 class="govuk-heading-l">Find</h1>
${searchForm({ action: '/find', csrf, fields: field })}${found && results(model, found)}`;
}

type Found = NonNullable<FindModel['found']>;

function results(model: FindModel, { people, homes, cases, told, known, how }: Found): Html {
  const onRegister = people.length + homes.length;
  if (onRegister + (cases?.length ?? 0) + (told?.length ?? 0) === 0)
    return html`<div role="status"><h2 class="govuk-heading-m">Nothing found</h2></div>
<p class="govuk-body">Try the beginning of the name alone, the street, or the last digits of a phone number.</p>`;
  return html`${cases && cases.length > 0 && casesTable(model, cases, known)}${
    told && told.length > 0 && toldTable(model, told, known)
  }${
    how === 'similar' &&
    onRegister > 0 &&
    html`<p class="govuk-body" role="status">Nothing on the register is spelt exactly like that.
      These are similar.</p>`
  }${
    people.length > 0 &&
    table({
      caption: 'People',
      captionClasses: 'govuk-table__caption--m',
      classes: 'lintel-table--dense lintel-table--cards',
      head: [{ text: 'Name' }, { text: 'Home' }],
      rows: people.map(({ id, name, address }) => [
        { html: html`<a class="govuk-link" href="/people/${id}">${personName(name)}</a>` },
        { text: address ?? 'Not known' },
      ]),
    })
  }${
    homes.length > 0 &&
    table({
      caption: 'Homes',
      captionClasses: 'govuk-table__caption--m',
      classes: 'lintel-table--dense lintel-table--cards',
      head: [{ text: 'Address' }, { text: 'Postcode' }],
      rows: homes.map(({ id, addressLines, postcode }) => [
        { html: html`<a class="govuk-link" href="/homes/${id}">${addressLines.join(', ')}</a>` },
        { text: postcode },
      ]),
    })
  }`;
}

function casesTable({ pack }: FindModel, cases: readonly CaseInList[], known: readonly PersonName[]): Html {
  return table({
    caption: 'Cases',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Case' },
      { text: capitalised(pack.words.person) },
      { text: 'Risk' },
      { text: 'State' },
      { text: 'Lead' },
    ],
    rows: cases.map((each) => [...caseCells(each, known), { text: each.leadName ?? 'Nobody yet' }]),
  });
}

/** What waits in triage first; the wall of a record, and of the case it went into, stands before it. */
function toldTable(
  { calendar, pack }: FindModel,
  told: readonly ToldInList[],
  known: readonly PersonName[],
): Html {
  return table({
    caption: 'What was told',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Record' },
      { text: capitalised(pack.words.person) },
      { text: 'Told' },
      { text: 'Where it stands' },
    ],
    rows: told.map((each) => [
      {
        html: html`<a class="govuk-link lintel-reference" href="/disclosures/${each.id}">${each.reference}</a>`,
      },
      {
        html: html`${nameTold(each, known)} ${
          each.dangerStands && tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })
        }`,
        classes: 'lintel-cell--words',
      },
      { text: momentInWords(each.receivedAt, calendar) },
      { text: each.triagedAt === null ? 'Waits in triage' : 'Triaged' },
    ]),
  });
}

function nameTold({ personName: told, personId }: ToldInList, known: readonly PersonName[]): Html | string {
  const name = told || known.find(({ id }) => id === personId)?.name;
  return name ? personName(name) : 'No name was told';
}
