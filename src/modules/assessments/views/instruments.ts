import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { details } from '#kit/components/details.ts';
import { aboveForm, draftStatus, type FormModel } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { attributes, type Html, html } from '#kit/html.ts';
import { settingsHead } from '#modules/risk-level/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { builtIn, newestOf } from '../instruments/catalogue.ts';
import { exampleFile } from '../instruments/example-file.ts';
import { type Instrument, type InstrumentId, isBuiltIn, isOwn } from '../instruments/instrument.ts';
import { ownFileOf } from '../instruments/own.ts';
import { wordingOf } from '../instruments/wording.ts';
import { instrumentPaths as paths } from '../paths.ts';
import type { LoadedWording } from '../store/instruments.ts';
import { withdrawalInWords } from '../withdrawal.ts';
import { howItCounts, weighsInWords } from './how-it-counts.ts';
import { withdrawnPart } from './withdrawal.ts';

export interface InstrumentsModel {
  readonly inForce: readonly Instrument[];
  readonly loaded: readonly LoadedWording[];
}

const ownWords = 'Lintel’s own words';

/** What is asked, and in whose words. */
export function instrumentsPage({ inForce, loaded }: InstrumentsModel): Html {
  return html`${settingsHead('Questions')}
<div class="lintel-heading"><h1 class="govuk-heading-l">Questions about risk</h1>
${button({ text: 'Load questions', href: paths.load })}</div>
<p class="govuk-body">Lintel asks in its own words. If your organisation may use the official
  wording of an instrument, load it here: the items and their numbers stay; the words, and the order
  in which they are asked, are those of the file. A tool that Lintel does not have, with its weights and its own
  levels, is loaded here too. Each assessment keeps the words it was made with.</p>
${table({
  caption: 'In use today',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--cards',
  head: [{ text: 'Instrument' }, { text: 'For' }, { text: 'Words in use' }, { text: 'Loaded' }],
  rows: inForce.map((instrument) => [
    {
      html: html`<a class="govuk-link" href="${paths.one(instrument.id)}">${nameOf(instrument)}</a>`,
    },
    { text: instrument.purpose },
    { text: wordsOf(instrument) },
    { text: String(loaded.filter((each) => each.instrument === instrument.id).length) },
  ]),
})}${withdrawnPart(loaded)}`;
}

/** Whatever words are in use, an instrument of Lintel’s keeps its name. */
function nameOf({ id, name }: Instrument): string {
  return isBuiltIn(id) ? newestOf(id).name : name;
}

function wordsOf({ version, name }: Instrument): string {
  return version.startsWith('lintel-') ? ownWords : `${name}, ${version}`;
}

export interface InstrumentModel {
  readonly id: InstrumentId;
  /** What is asked with today, or was last, or will be. */
  readonly inUse: Instrument;
  /** Is it asked with today? */
  readonly offered: boolean;
  readonly loaded: readonly LoadedWording[];
  readonly calendar: WorkingCalendar;
}

/** One instrument: every wording there ever was, and the one in use, question by question. */
export function instrumentPage({ id, inUse, offered, loaded, calendar }: InstrumentModel): Html {
  const own = isBuiltIn(id) ? newestOf(id) : null;
  const [newest] = loaded;
  return html`<h1 class="govuk-heading-l">${nameOf(inUse)}</h1>
<p class="govuk-body">${inUse.purpose}</p>
${newest?.withdrawal && insetText({ text: withdrawalInWords(newest.withdrawal) })}
${
  newest &&
  !newest.withdrawal &&
  button({ text: 'Withdraw it', href: paths.withdraw(id), classes: 'govuk-button--secondary' })
}
${table({
  caption: 'Wordings, the newest first',
  captionClasses: 'govuk-table__caption--m',
  classes: 'lintel-table--cards',
  head: [{ text: 'Wording' }, { text: 'In use from' }, { text: 'Loaded' }],
  rows: [
    ...loaded.map((each) => [
      {
        html: html`<a class="govuk-link" href="${paths.wording(each.id)}">${each.name},
          ${each.version}</a>${offered && each.version === inUse.version && ' (in use)'}`,
      },
      { text: dateInWords(each.effectiveFrom) },
      { text: `${momentInWords(each.loadedAt, calendar)}, by ${each.loadedByName ?? 'Lintel'}` },
    ]),
    ...(own
      ? [
          [
            { text: `${ownWords}${own.version === inUse.version ? ' (in use)' : ''}` },
            { text: 'The beginning' },
            { text: 'With Lintel' },
          ],
        ]
      : []),
  ],
})}
<h2 class="govuk-heading-m">${offered ? 'In use' : 'Not in use'}: ${wordsOf(inUse)}</h2>
${howItCounts(inUse)}
${questions(inUse)}
${details({
  summaryText: own ? 'These words as a file, to start from' : 'This as a file, to start from',
  html: html`<p class="govuk-body">Copy this, give it a version of your own,
    and ${own ? 'put the authorised words in place of these' : 'change what is to be changed'}.</p>${textarea(
      {
        name: 'present',
        label: { text: 'File', classes: 'govuk-label--s' },
        rows: 12,
        value: fileOf(inUse),
        spellcheck: false,
        attributes: { readonly: true },
        classes: 'lintel-file',
      },
    )}`,
})}`;
}

/** As whoever asks will see it. */
export function questions(instrument: Instrument): Html {
  return html`${instrument.sections.map((section) =>
    table({
      caption: section.heading,
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--cards lintel-table--dense lintel-items',
      head: [
        { text: 'Item' },
        { text: 'Theme' },
        { text: 'Question' },
        ...(isOwn(instrument.id) ? [{ text: 'What it weighs' }] : []),
      ],
      rows: section.items.map((item) => [
        { text: item.id },
        { text: item.theme },
        {
          html: html`${item.question}${item.help && html`<br><span class="govuk-hint">${item.help}</span>`}`,
        },
        ...(isOwn(instrument.id) ? [{ text: weighsInWords(item) }] : []),
      ]),
    }),
  )}<p class="govuk-body-s">${instrument.attribution}</p>`;
}

/** The words of an instrument as a file: its version is a new one’s to choose. */
function fileOf(instrument: Instrument): string {
  const file = isOwn(instrument.id) ? ownFileOf(instrument) : { ...wordingOf(instrument), version: '' };
  return JSON.stringify(file, null, 2);
}

export function wordingPage(instrument: Instrument, { effectiveFrom }: LoadedWording): Html {
  return html`<h1 class="govuk-heading-l">${instrument.name}, ${instrument.version}</h1>
<p class="govuk-body">In use from ${dateInWords(effectiveFrom)}. What was loaded is never changed:
  a newer one takes its place.</p>
${howItCounts(instrument)}
${questions(instrument)}`;
}

export interface LoadModel {
  readonly form: FormModel;
  /** What was pasted, as it would read; or what is wrong with it. */
  readonly preview: Instrument | null;
  readonly problems: readonly string[];
}

export function loadPage({ form: model, preview, problems }: LoadModel): Html {
  const { form, csrf, submissionId, draftUrl } = model;
  const own = attributes({ class: 'lintel-form', novalidate: true, 'data-draft-url': draftUrl });
  return html`${aboveForm(model)}<h1 class="govuk-heading-l">Load questions</h1>
<p class="govuk-body">Only load words that your organisation may use. The file is JSON.</p>
<p class="govuk-body"><strong>An authorised wording</strong> has <code>instrument</code>
  (${builtIn.map(({ id }) => id).join(', ')}), <code>version</code>, <code>name</code>, <code>attribution</code>,
  and <code>items</code>, each with <code>id</code>, <code>question</code> and, if you wish, <code>theme</code>
  and <code>help</code>. The page of each instrument has its present words as such a file.</p>
<p class="govuk-body"><strong>A tool that Lintel does not have</strong> is <code>own-1</code>, <code>own-2</code> and so
  on, with a <code>purpose</code>, how many answers are <code>enough</code>, and its <code>levels</code>, each with
  <code>name</code>, <code>from</code> and what it <code>means</code> (standard, medium or high). An item may say what
  its answers weigh (<code>weights</code>), its <code>scale</code>, and as what it is <code>flagged</code>.</p>
${details({
  summaryText: 'Such a file, to start from',
  html: textarea({
    name: 'example',
    label: { text: 'An invented tool', classes: 'govuk-label--s' },
    rows: 12,
    value: exampleFile,
    spellcheck: false,
    attributes: { readonly: true },
    classes: 'lintel-file',
  }),
})}
${problems.length > 0 && problemList(problems)}
<form method="post" action="${paths.load}"${own}>${submission(csrf, submissionId)}
${textarea({
  ...kept(form, 'file'),
  label: { text: 'Contents of the file', classes: 'govuk-label--s' },
  rows: 14,
  spellcheck: false,
  classes: 'lintel-file',
})}${dayInput(form, 'from', {
  legend: 'From which day is it used?',
  hint: 'Assessments begun before keep their words',
})}
${draftStatus}<div class="govuk-button-group">${button({
    text: 'Check and preview',
    classes: 'govuk-button--secondary',
    attributes: { formaction: paths.check },
  })}${button({ text: 'Load it', preventDoubleClick: true })}</div></form>
${
  preview &&
  html`<h2 class="govuk-heading-m">As it will read: ${preview.name}, ${preview.version}</h2>${howItCounts(
    preview,
  )}${questions(preview)}`
}`;
}

function problemList(problems: readonly string[]): Html {
  return html`<div role="alert" class="govuk-inset-text"><h2 class="govuk-heading-s">Put right first</h2>
    <ul class="govuk-list govuk-list--bullet">
    ${problems.map((problem) => html`<li>${problem}</li>`)}</ul></div>`;
}
