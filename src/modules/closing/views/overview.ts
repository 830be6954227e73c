import { button } from '#kit/components/button.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, ownWords } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { closingReasons, type Hurdle } from '../closing.ts';
import { paths } from '../paths.ts';
import { pauseEndings } from '../pausing.ts';
import type { Closing } from '../store/closings.ts';
import type { Outcome } from '../store/outcomes.ts';
import type { PauseProposal } from '../store/pause-proposals.ts';
import type { Pause } from '../store/pauses.ts';
import { hurdleList } from './hurdles.ts';
import { outcomeList } from './outcomes.ts';

export interface ClosingOverview extends CaseModel {
  readonly pauses: readonly Pause[];
  readonly proposedPauses: readonly PauseProposal[];
  readonly closings: readonly Closing[];
  readonly outcomes: readonly Outcome[];
  readonly hurdles: readonly Hurdle[];
}

export function closingOverview(model: ClosingOverview): Html {
  const { file, hurdles } = model;
  const open = file.closedAt === null && file.state !== 'closing';
  return html`${caseHead(model, 'Pause and closing', 'Pause and closing', actions(model))}
${standing(model)}
${open && html`<h2 class="govuk-heading-m">Before it can be closed</h2>${hurdleList(model.pack, file.id, hurdles)}`}
${pauseTable(model)}
${closingTable(model)}
<div class="lintel-heading"><h2 class="govuk-heading-m">What became of it</h2>
<a class="govuk-link" href="${paths.newOutcome(file.id)}">Ask and record</a></div>
${
  model.outcomes[0]
    ? outcomeList(model.outcomes[0])
    : html`<p class="govuk-body">Nobody has asked yet. Ask when it is safe and they want to say.</p>`
}`;
}

function actions({ file, pauses }: ClosingOverview): Html | undefined {
  const { id } = file;
  if (file.closedAt) return button({ text: 'Open this case again', href: paths.reopening(id) });
  if (file.state === 'closing') return undefined;
  const pause = pauses.find(({ endedAt }) => endedAt === null);
  return html`<div class="govuk-button-group">${
    pause
      ? button({ text: 'End the pause', href: paths.endPause(id, pause.id) })
      : button({ text: 'Pause at their wish', href: paths.newPause(id), classes: 'govuk-button--secondary' })
  }${button({ text: 'Close this case', href: paths.newClosing(id), classes: 'govuk-button--secondary' })}</div>`;
}

/** Where it rests or waits: said first, with the way on. */
function standing({ file, pauses, proposedPauses, closings, pack }: ClosingOverview): Html | undefined {
  const pause = pauses.find(({ endedAt }) => endedAt === null);
  if (pause)
    return insetText({
      html: html`<p class="govuk-body">The case rests, as the ${pack.words.person} wishes.
        We are in touch again on <strong>${dayOfWeekInWords(pause.nextContactOn)}</strong>${
          pause.nextContactHow !== '' && `: ${pause.nextContactHow}`
        }.</p>${ownWords(pause.wish)}`,
    });
  const proposed = proposedPauses.find(({ decision }) => decision === null);
  if (proposed)
    return insetText({
      html: html`<p class="govuk-body">A pause waits for a manager’s decision, and the case goes on until then.
        <a class="govuk-link" href="${paths.pauseProposal(file.id, proposed.id)}">See what was proposed</a></p>`,
    });
  const waiting = closings.find(({ decision }) => decision === null);
  if (!waiting) return undefined;
  return insetText({
    html: html`<p class="govuk-body">Closing this case waits for a manager’s signature.
      <a class="govuk-link" href="${paths.closingDecision(file.id, waiting.id)}">See what was proposed</a></p>`,
  });
}

function pauseTable({ pauses, calendar }: ClosingOverview): Html | undefined {
  const ended = pauses.filter(({ endedAt }) => endedAt !== null);
  if (ended.length === 0) return undefined;
  return table({
    caption: 'Earlier pauses',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'From' }, { text: 'Agreed day' }, { text: 'Ended' }, { text: 'How it ended' }],
    rows: ended.map((pause) => [
      { text: momentInWords(pause.pausedAt, calendar) },
      { text: dayOfWeekInWords(pause.nextContactOn) },
      { text: pause.endedAt ? momentInWords(pause.endedAt, calendar) : '' },
      {
        text: [labelOf(pauseEndings, pause.endedReason ?? 'other'), pause.endedWhy]
          .filter(Boolean)
          .join('. '),
      },
    ]),
  });
}

function closingTable({ closings, file, calendar }: ClosingOverview): Html | undefined {
  if (closings.length === 0) return undefined;
  return table({
    caption: 'Closings',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Proposed' }, { text: 'Why' }, { text: 'How it ended' }],
    rows: closings.map((closing) => [
      {
        html: html`<a class="govuk-link"
          href="${paths.closingDecision(file.id, closing.id)}">${momentInWords(closing.proposedAt, calendar)}</a>`,
      },
      { text: labelOf(closingReasons, closing.reason) },
      { text: closing.decision === null ? 'Waits for a signature' : endings[closing.decision] },
    ]),
  });
}

const endings = {
  signed: 'Signed by a manager',
  not_needed: 'Closed',
  declined: 'Sent back',
  withdrawn: 'Withdrawn',
} as const;
