import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import type { HandoverOnFile } from '../store/handovers.ts';
import { written } from './written.ts';

export interface HandoverPart {
  readonly handover: HandoverOnFile;
  readonly may: Verdict;
  readonly fields: FormModel;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
}

/** Handed over, and nobody reached the person: who decides, and on what. */
export function handoverSection({ handover, may, fields, pack, calendar }: HandoverPart): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  return html`<h1 class="govuk-heading-l">A handover without a contact</h1>
<p class="govuk-body">Nobody has reached the ${pack.words.person}. What was promised runs on until somebody else
  than whoever hands over agrees.</p>${summaryList({
    rows: [
      proposedRow(handover, when),
      { key: { text: 'Why nobody has reached them' }, value: { html: written(handover.why) } },
      decidedRow(handover, when, { approved: 'Agreed', declined: 'Sent back to triage' }),
    ],
  })}${
    handover.decision === null &&
    (may.allowed
      ? wholeForm(
          fields,
          'Save the decision',
          decisionFields(fields.form, {
            ways: [
              { value: 'approved', text: 'Agree: it may be handed over like this' },
              { value: 'declined', text: 'Send it back: somebody reaches them first' },
            ],
            hint: 'Needed where you send it back',
          }),
        )
      : html`<p class="govuk-body">${because(pack, may)}</p>`)
  }`;
}
