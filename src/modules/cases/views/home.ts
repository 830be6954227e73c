import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { HomeInCase } from '#modules/case-file/index.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  changesFrom,
  type FormModel,
  homeKinds,
  items,
  optionItems,
  casePaths as paths,
} from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import type { PersonSummary } from '#modules/register/index.ts';
import { type FindHome, findHomeFields } from '#modules/register/pure.ts';
import type { PersonId } from '#rules/facts.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { inForce } from '#rules/ways.ts';
import { labelOf } from '#rules/words.ts';

interface Resident {
  readonly id: PersonId;
  readonly name: string;
}

export interface HomeModel extends CaseModel {
  readonly homes: readonly HomeInCase[];
  /** The person as the register has them; undefined: they are not on it. */
  readonly registered: PersonSummary | undefined;
  readonly residents: readonly Resident[];
}

/** Where they live now, what follows from it, and where they lived: on this page alone, behind the wall of the case. */
export function homePage(model: HomeModel): Html {
  const { homes, file } = model;
  const [now, ...before] = homes;
  const add = button({
    text: now ? 'They moved, or it is wrong' : 'Write down where they live',
    href: paths.newHome(file.id),
  });
  return html`${caseHead(model, 'People', 'Where they live', add)}
<p class="govuk-body">Nobody outside this case learns it from here: it goes into no file, notice or marker, and every
  look at this page is recorded. Never say it to anybody who does not need it.</p>
${now ? homeRows(model, now) : html`<p class="govuk-body">Nobody has written it down yet.</p>`}
${harmNear(model, model.residents)}${askAgain(model)}${registerSays(model)}${living(model)}
${
  before.length > 0 &&
  html`<h2 class="govuk-heading-m">On record before</h2>${before.map((home) => homeRows(model, home))}`
}
<h2 class="govuk-heading-m">What follows from the home</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="${paths.markers(file.id)}">Markers on the home</a>: one that was placed on a home before
  stays there until somebody looks at it</li>
<li><a class="govuk-link" href="${paths.risk(file.id)}">Risk</a>: where the case is heard, and from which level</li>
<li><a class="govuk-link" href="${paths.access(file.id)}">Who can see this case</a>: does a colleague live near, or know
  somebody there? Shut them out before they come across it</li>
</ul>`;
}

/** One home on record, whole. */
export function homeRows({ calendar }: Pick<CaseModel, 'calendar'>, home: HomeInCase): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['They live', labelOf(homeKinds, home.kind)],
    ['Where', whereLived(home)],
    ['Since', home.since ? dateInWords(home.since) : 'Not said'],
    [
      'Known from',
      home.change === 'opened' ? 'When the case was opened' : labelOf(entrySources, home.source),
    ],
    ['Written down', `${momentInWords(home.recordedAt, calendar)}, ${home.recordedByName ?? 'Lintel'}`],
    ['In place of an error', home.why],
    ['Entered in error', home.wrongBecause ?? ''],
  ];
  return summaryList({
    classes: 'lintel-summary--compact',
    rows: rows
      .filter(([, text]) => text !== '')
      .map(([name, text]) => ({ key: { text: name }, value: { text } })),
  });
}

function whereLived({ kind, addressLines, postcode, address }: HomeInCase): string {
  if (kind === 'elsewhere') return address;
  if (kind === 'register')
    return addressLines
      ? [...addressLines, postcode].filter(Boolean).join(', ')
      : 'A home that is not shown to you';
  return '';
}

/** Whoever causes harm lives there too, as the register has it. */
function harmNear(model: CaseModel, residents: readonly Resident[]): Html | undefined {
  const feared = model.people.filter(
    ({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null,
  );
  const near = residents.filter(({ id }) => feared.some(({ personId }) => personId === id));
  if (near.length === 0) return undefined;
  return warningText({
    text:
      `On the register ${near.map(({ name }) => name).join(' and ')} lives in this home. ` +
      'Make sure that it is right before anybody acts upon it.',
  });
}

/** What was agreed of another home is neither taken for safe nor taken away: it waits to be asked again. */
function askAgain({ agreed, file }: CaseModel): Html | undefined {
  const further = inForce(agreed).filter(
    ({ movedSince, channel }) => movedSince && (channel === 'post' || channel === 'in_person'),
  );
  const first =
    agreed?.movedSince &&
    (agreed.mayPost || agreed.mayVisit || agreed.meetingPlace !== '' || isPlace(agreed.channel));
  if (!agreed || (!first && further.length === 0)) return undefined;
  return html`<h2 class="govuk-heading-m">To be asked again</h2>
<p class="govuk-body">Agreed before they moved. Nobody writes or visits until each is agreed anew or ended.</p>
<ul class="govuk-list govuk-list--bullet">${
    first &&
    html`<li><a class="govuk-link" href="${paths.newSafeContact(file.id)}">Post, visits and places of the first
      choice</a></li>`
  }${further.map(
    (way) => html`<li><a class="govuk-link" href="${paths.way(file.id, way.wayId)}">${way.name}</a></li>`,
  )}</ul>`;
}

function isPlace(channel: string): boolean {
  return channel === 'post' || channel === 'in_person';
}

/** The landlord's own system may know of a move, or not yet: it is shown, and changes nothing by itself. */
function registerSays({ registered, home }: HomeModel): Html | undefined {
  if (!registered?.address || registered.address === home?.address) return undefined;
  return html`<p class="govuk-body">The register has them living at <strong>${registered.address}</strong>. An import
  does not change where this case has them: ask them, and write it down here.</p>`;
}

function living(model: HomeModel): Html | undefined {
  const { residents, people, file } = model;
  const others = residents.filter(
    ({ id }) =>
      id !== file.personId && !people.some(({ personId, endedAt }) => personId === id && endedAt === null),
  );
  if (others.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Also on the register as living there</h2>
<ul class="govuk-list govuk-list--bullet">${others.map(({ name }) => html`<li>${personName(name)}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="${paths.newPerson(file.id)}">Add somebody to this case</a></p>`;
}

interface Facts {
  readonly before: HomeInCase | null;
  readonly finder: FindHome & { readonly residents: readonly Resident[] };
}

export function newHomePage(
  model: CaseModel,
  formModel: FormModel,
  { before, finder }: Facts,
  meanwhile: Html | null,
): Html {
  const form = chosenAs(formModel.form);
  return html`${caseHead(model, 'People', 'Where do they live now?')}
<p class="govuk-body">What was on record stays there, on the page of the home. What was agreed about post, visits and
  places before is not used until they were asked again.</p>
${meanwhile}${harmNear(model, finder.residents)}
${caseForm(
  formModel,
  'Save where they live',
  html`${findHomeFields(form, finder, paths.searchHome(model.file.id))}${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'Where they live', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(homeKinds),
  })}${input({
    ...kept(form, 'address'),
    label: { text: 'The other address', classes: 'govuk-label--s' },
    hint: { text: 'Of a refuge never its address: write how to reach its office' },
    autocomplete: 'off',
  })}${dayInput(form, 'since', { legend: 'Since when?', hint: 'Leave it empty if it was not said' })}${select(
    {
      ...kept(form, 'source'),
      label: { text: 'From whom do we know?', classes: 'govuk-label--s' },
      items: optionItems(entrySources, 'Choose'),
    },
  )}${change(form, before)}`,
)}`;
}

/** A home that was just chosen is where they live, until somebody says otherwise. */
function chosenAs(form: FormState): FormState {
  const { property } = form.values;
  if (property === undefined) return form;
  return { ...form, values: { ...form.values, search: '', kind: property === '' ? undefined : 'register' } };
}

function change(form: FormState, before: HomeInCase | null): Html {
  return html`${radios({
    ...kept(form, 'change'),
    fieldset: { legend: { text: 'What is different?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(changesFrom(before)),
  })}${
    before &&
    input({
      ...kept(form, 'why'),
      label: { text: 'If it was an error: what was wrong with it?', classes: 'govuk-label--s' },
      hint: { text: 'Without an address: this stands in the chronology' },
    })
  }`;
}
