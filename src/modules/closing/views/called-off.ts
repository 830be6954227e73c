import { type Html, html } from '#kit/html.ts';
import { type CaseModel, casePaths } from '#modules/case-file/pure.ts';
import type { Listed } from '#modules/diary/index.ts';
import { diaryPaths } from '#modules/diary/pure.ts';
import { dateInWords } from '#rules/moment.ts';
import { plannedTable } from './planned-table.ts';

/** What stands in the diary of a case: still to begin, and begun without anybody having said how it went. */
export interface Still {
  readonly ahead: readonly Listed[];
  readonly begun: readonly Listed[];
  /** The last day of the breathing space that stands. */
  readonly spaceUntil: Temporal.PlainDate | null;
}

/** Said before a case is closed: whom nobody will visit or ring any more, who is told so, and what goes on. */
export function calledOff(model: CaseModel, still: Still): Html {
  return html`${visits(model, still)}${goesOn(model, still)}`;
}

/** Nobody closes a case over breathing space without having seen what becomes of it. */
function goesOn({ file }: CaseModel, { spaceUntil }: Still): Html | undefined {
  if (spaceUntil === null) return undefined;
  return html`<h2 class="govuk-heading-m">Breathing space</h2><p class="govuk-body">It goes on to
    ${dateInWords(spaceUntil)} after the case is closed, and then ends. Do they know that?
    <a class="govuk-link" href="${casePaths.breathingSpace(file.id)}">Look at it, or end it with them</a> first.</p>`;
}

function visits({ calendar, file }: CaseModel, { ahead, begun }: Still): Html | undefined {
  if (ahead.length + begun.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Visits and calls</h2>${
    ahead.length > 0 &&
    html`<p class="govuk-body">These are cancelled when the case is closed,
      and whoever was to go or to ring is told. Has the person been told, too?</p>
      ${plannedTable(ahead, calendar, 'Cancelled when the case is closed')}`
  }${
    begun.length > 0 &&
    html`<p class="govuk-body">${begun.length === 1 ? 'One has' : `${begun.length} have`} begun,
      and nobody has said how it went. This is not cancelled:
      <a class="govuk-link" href="${diaryPaths.inCase(file.id)}">record it in the diary</a>.</p>`
  }`;
}
