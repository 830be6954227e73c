import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { WhatWasDone } from '../store/what-was-done.ts';
import { decisionLine, decisions } from './decisions.ts';
import { handoverRows } from './handover.ts';
import { toldRows } from './told-contact.ts';

/** For somebody who judges it afterwards: what was decided, said and done, by whom, and when it was written down. */
export function whatWasDoneSection(
  { triages, handovers, told }: WhatWasDone,
  calendar: WorkingCalendar,
  inCase: boolean,
): Html {
  return html`${decisions(triages.map((triage) => decisionLine(triage, calendar)))}${
    handovers.length > 0 &&
    html`<h2 class="govuk-heading-m">Who handed over, and who agreed</h2>
${handovers.map((handover) => handoverRows(handover, calendar))}`
  }${
    told.length > 0 &&
    html`<h2 class="govuk-heading-m">Spoken with when they told us</h2>
${told.map((each) => toldRows(each, { calendar, inCase }))}`
  }`;
}
