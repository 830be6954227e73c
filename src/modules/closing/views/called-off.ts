import { type Html, html } from '#kit/html.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { Listed } from '#modules/diary/index.ts';
import { diaryPaths } from '#modules/diary/pure.ts';
import { plannedTable } from './planned-table.ts';

/** What stands in the diary of a case: still to begin, and begun without anybody having said how it went. */
export interface Still {
  readonly ahead: readonly Listed[];
  readonly begun: readonly Listed[];
}

/** Said before a case is closed: whom nobody will visit or ring any more, and who is told so. */
export function calledOff({ calendar, file }: CaseModel, { ahead, begun }: Still): Html | undefined {
  if (ahead.length + begun.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Visits and calls</h2>${
    ahead.length > 0 &&
    html`<p class="govuk-body">These are cancelled when the case is closed, and whoever was to go or to ring is told. Has the person been told, too?</p>${plannedTable(ahead, calendar, 'Cancelled when the case is closed')}`
  }${
    begun.length > 0 &&
    html`<p class="govuk-body">${begun.length === 1 ? 'One has' : `${begun.length} have`} begun, and nobody has said how it went. This is not cancelled: <a class="govuk-link" href="${diaryPaths.inCase(file.id)}">record it in the diary</a>.</p>`
  }`;
}
