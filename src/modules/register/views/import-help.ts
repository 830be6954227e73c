import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type Choice, tenancyTypes, tenures } from '#rules/words.ts';
import { columnsOf, type FileKind, fileKinds } from '../columns.ts';
import { kindNames } from './columns.ts';

/** What the files of an import may hold, and what Lintel does with them. */
export function importHelpPage(): Html {
  return html`<h1 class="govuk-heading-l">What an import may hold</h1>
<p class="govuk-body">The housing system stays the one place where homes, people and tenancies are kept. Lintel takes
  them over from its files, as often as you like. Nothing changes before you have seen what would.</p>
<h2 class="govuk-heading-m">The files</h2>
<p class="govuk-body">An Excel workbook (.xlsx) or CSV. A row names the columns; a title above it makes no difference.
  A file is known by its columns, not by its name, and columns that Lintel does not know can be matched in the page.
  What you match is remembered for files with the same headings.</p>
${fileKinds.map(columnsTable)}
<p class="govuk-body">Several values in one field are parted by semicolons.</p>
<p class="govuk-body">Phone numbers and e-mail addresses are <strong>known, not agreed</strong>: they find somebody, and
  nobody calls or writes by them before a case has asked the person. An import changes no agreement, and not where a
  case has somebody living.</p>
${listed('Tenure', tenures)}${listed('Kind of tenancy', tenancyTypes)}
<h2 class="govuk-heading-m">References</h2>
<p class="govuk-body">A row is known by your own reference: what is new is added, what differs is changed, what is the
  same is left alone. Two records are never merged, however alike they look.</p>
<ul class="govuk-list govuk-list--bullet">
<li>Do not open a CSV file in a spreadsheet before you import it: it takes leading noughts away and writes long numbers
  as powers of ten. Such references are refused.</li>
<li>A new reference for a home that stands under another, by its UPRN or by address and postcode, is refused: a second
  record would hide what is known of the first. Where the reference has changed, name the old one in a column
  <strong>previous_reference</strong>.</li>
<li>Two homes that share an address are told apart by what you write: “Flat 1”, “Room 2”, “Upper floor”.</li>
<li>A home needs a postcode; a new building has that of its site.</li>
</ul>
<h2 class="govuk-heading-m">Dates</h2>
<p class="govuk-body">Write 2024-03-31, 31/03/2024 or 31 March 2024; days in a workbook are read as days. A column is
  read with its month first where one of its dates can be read in no other way, and the page says so. Where no date
  shows it, Lintel asks: it never guesses a birthday.</p>
<h2 class="govuk-heading-m">What is refused</h2>
<ul class="govuk-list govuk-list--bullet">
<li>A <strong>row</strong> where taking it could mislead: without a reference, a name or an address; with a tenant or a
  home that is not on the register; with an end that cannot be read; with fewer fields than the headings.</li>
<li>A <strong>field</strong> that cannot be read, such as a phone: the row is taken without it.</li>
<li>A whole <strong>file</strong> where most references are new although the homes or people are there, or where two
  columns would be the same.</li>
</ul>
<p class="govuk-body">Each is listed with its file, line and field, and never repeats what stands there. Correct the
  files and import them again: what was taken is left alone.</p>
<p class="govuk-body"><a class="govuk-link" href="/register/import">Import the register</a></p>`;
}

function columnsTable(kind: FileKind): Html {
  return table({
    caption: kindNames[kind],
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--cards',
    head: [{ text: 'Column' }, { text: 'What it holds' }, { text: 'Needed' }],
    rows: columnsOf[kind].map(({ name, label, needed }) => [
      { html: html`<code>${name}</code>` },
      { text: label },
      { text: needed ? 'Yes' : 'No' },
    ]),
  });
}

function listed(name: string, choices: readonly Choice[]): Html {
  const words = choices.map(({ label }) => label).join('; ');
  return html`<p class="govuk-body"><strong>${name}</strong>: ${words}.</p>`;
}
