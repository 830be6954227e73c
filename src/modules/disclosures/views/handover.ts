import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { reachedChannels } from '../handing-over.ts';
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
  const { reachedAt } = handover;
  const [heading, lead] =
    reachedAt === null
      ? ['A handover without a contact', `Nobody has reached the ${pack.words.person}.`]
      : ['A handover to confirm', `Whoever hands over wrote that the ${pack.words.person} was reached.`];
  return html`<h1 class="govuk-heading-l">${heading}</h1>
<p class="govuk-body">${lead} What was promised runs on until somebody else agrees, neither whoever hands over nor
  whoever spoke with them.</p>${handoverRows(handover, calendar)}${
    handover.decision === null &&
    (may.allowed
      ? wholeForm(
          fields,
          'Save the decision',
          decisionFields(fields.form, {
            ways: [
              {
                value: 'approved',
                text:
                  reachedAt === null
                    ? 'Agree: it may be handed over like this'
                    : 'Confirm: I asked, and they were reached like this',
              },
              { value: 'declined', text: 'Send it back: somebody reaches them first' },
            ],
            hint: 'Needed where you send it back',
          }),
        )
      : html`<p class="govuk-body">${because(pack, may)}</p>`)
  }`;
}

/** Who handed over and when, who reached the person or why nobody did, and who agreed to it when. */
export function handoverRows(handover: HandoverOnFile, calendar: WorkingCalendar): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  const { reachedAt } = handover;
  return summaryList({
    rows: [
      proposedRow(handover, when),
      reachedAt === null
        ? { key: { text: 'Why nobody has reached them' }, value: { html: written(handover.why) } }
        : { key: { text: 'Who reached them' }, value: { text: reachedInWords(handover, reachedAt, when) } },
      decidedRow(handover, when, { approved: 'Agreed', declined: 'Sent back to triage' }),
    ],
  });
}

function reachedInWords(
  { reachedByName, reachedChannel }: HandoverOnFile,
  at: Temporal.Instant,
  when: (instant: Temporal.Instant) => string,
): string {
  const how = labelOf(reachedChannels, reachedChannel).toLowerCase();
  return `${reachedByName ?? 'A former colleague'}: ${how}, ${when(at)}`;
}
