import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { paths } from '../paths.ts';
import type { Reassignment } from '../store/reassignments.ts';
import type { MovedCase, UndoPlan } from '../undo.ts';
import { managerNavigation } from './manager-nav.ts';

export interface ReassignedModel {
  readonly reassignment: Reassignment;
  readonly moves: readonly MovedCase[];
  readonly undo: UndoPlan;
  readonly mayUndo: Verdict;
  readonly pack: Pack;
  readonly form: FormModel;
  readonly calendar: WorkingCalendar;
}

/** What moved, by whom and why; and for a week how to take it back. */
export function reassignedPage(model: ReassignedModel): Html {
  const { reassignment, moves, calendar } = model;
  const { madeAt, madeByName, reason, undoesId, undoneById } = reassignment;
  return html`<h1 class="govuk-heading-l">${undoesId ? 'Cases moved back' : 'Cases moved'}</h1>${managerNavigation('Move cases')}${aboveForm(model.form)}
<p class="govuk-body">${momentInWords(madeAt, calendar)}, by ${madeByName ?? 'Lintel'}: ${reason}</p>
${undoneById && html`<p class="govuk-body"><a class="govuk-link" href="${paths.reassigned(undoneById)}">It was undone since</a></p>`}
${undoesId && html`<p class="govuk-body"><a class="govuk-link" href="${paths.reassigned(undoesId)}">What this undid</a></p>`}
${table({
  caption: 'Cases that moved',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--dense lintel-table--cards',
  head: [{ text: 'Case' }, { text: 'From' }, { text: 'To' }],
  rows: moves.map(({ caseId, reference, fromName, toName }) => [
    { html: html`<a class="govuk-link" href="${casePaths.overview(caseId)}">${reference}</a>` },
    { text: fromName ?? 'Nobody' },
    { text: toName },
  ]),
})}
${!undoneById && !undoesId && undoing(model)}`;
}

function undoing(model: ReassignedModel): Html {
  const { undo, mayUndo, pack, form } = model;
  const { back, stay } = undo;
  const head = html`<h2 class="govuk-heading-m">Undo</h2>`;
  if (!mayUndo.allowed) return html`${head}<p class="govuk-body">${because(pack, mayUndo)}</p>`;
  return html`${head}${
    back.length === 0
      ? html`<p class="govuk-body">None of these cases would go back.</p>`
      : html`<p class="govuk-body">${stay.length === 0 ? 'All of them go back, with the tasks that came along.' : `${goBack(back.length)}, with the tasks that came along: ${back.map(({ reference }) => reference).join(', ')}.`}</p>`
  }${
    stay.length > 0 &&
    html`<p class="govuk-body">These stay, so that work which was begun is not torn in two:</p><ul class="govuk-list govuk-list--bullet">${stay.map(
      ({ moved, because: why }) => html`<li>${moved.reference}: ${why}</li>`,
    )}</ul>`
  }${
    back.length > 0 &&
    formItself(
      form,
      'Move them back',
      input({
        ...kept(form.form, 'reason'),
        label: { text: 'Why is it undone?', classes: 'govuk-label--s' },
      }),
      { button: 'govuk-button--secondary' },
    )
  }`;
}

function goBack(number: number): string {
  return number === 1 ? '1 of them goes back' : `${number} of them go back`;
}
