import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { comparedWords } from '../joining.ts';
import type { Joining } from '../store/joining.ts';

export interface JoiningPart {
  readonly joinings: readonly Joining[];
  readonly form: FormModel;
  /** Null while nothing waits. */
  readonly deciding: Verdict | null;
  readonly calendar: WorkingCalendar;
}

/** That it is to join the case of somebody who may be another person, and who decided what about it. */
export function joiningSection(
  { joinings, form, deciding, calendar }: JoiningPart,
  pack: Pack,
): Html | undefined {
  if (joinings.length === 0) return undefined;
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return html`<h2 class="govuk-heading-m">Adding it to a case</h2>${joinings.map((joining) =>
    summaryList({
      rows: [
        {
          key: { text: 'Case' },
          value: {
            html: html`<a class="govuk-link" href="/cases/${joining.caseId}">${joining.caseReference}</a>`,
          },
        },
        { key: { text: 'The people' }, value: { text: comparedWords[joining.compared] } },
        { key: { text: 'Why it belongs there' }, value: { html: verbatim(joining.why) } },
        proposedRow(joining, when),
        decidedRow(joining, when, { approved: 'Agreed', declined: 'It does not belong there' }),
      ],
    }),
  )}${
    deciding &&
    (deciding.allowed
      ? wholeForm(
          form,
          'Save the decision',
          decisionFields(form.form, {
            ways: [
              { value: 'approved', text: 'It belongs to that case' },
              { value: 'declined', text: 'It does not' },
            ],
            hint: 'Needed where it does not belong there',
          }),
        )
      : html`<p class="govuk-body">${because(pack, deciding)}</p>`)
  }`;
}
