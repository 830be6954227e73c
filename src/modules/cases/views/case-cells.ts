import { personName } from '#kit/components/person-name.ts';
import { tag } from '#kit/components/tag.ts';
import { html } from '#kit/html.ts';
import { levelTag, nameOf, casePaths as paths, stateLabel } from '#modules/case-file/pure.ts';
import type { PersonName } from '#modules/register/index.ts';
import type { CaseInList } from '../store/caseload.ts';

/** What every list of cases says of one: its reference, whose it is, its risk and how it stands. */
export function caseCells(each: CaseInList, known: readonly PersonName[]) {
  return [
    {
      html: html`<a class="govuk-link lintel-reference" href="${paths.overview(each.id)}">${each.reference}</a>`,
    },
    {
      html: html`${personName(nameOf(known, each))} ${
        each.immediateDanger && tag({ text: 'Immediate danger', classes: 'govuk-tag--red' })
      }`,
      classes: 'lintel-cell--words',
    },
    { html: levelTag(each), classes: 'lintel-cell--bare' },
    { text: stateLabel(each.state), classes: 'lintel-cell--bare' },
  ];
}
