import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Held } from '#rules/against-post.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { Sending } from '#rules/may-send.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { type MessageState, messageStates } from '../standing.ts';

const colours: Readonly<Partial<Record<MessageState, string>>> = {
  held: 'govuk-tag--red',
  doubtful: 'govuk-tag--red',
  failed: 'govuk-tag--red',
  waiting: 'govuk-tag--yellow',
  sent: 'govuk-tag--green',
  delivered: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
};

export function stateTag(state: MessageState): Html {
  return tag({ text: labelOf(messageStates, state), classes: colours[state] ?? 'govuk-tag--blue' });
}

/** Why it does not leave, with the clause, and what would open the door. */
export function reasonsList(pack: Pack, reasons: readonly Held[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${reasons.map(
    (each) => html`<li>${reasonInWords(pack, each)} ${each.opens}</li>`,
  )}</ul>`;
}

/** What the door would say now, in a line. */
export function sendingInWords(sending: Sending): string {
  if (sending.decision === 'send') return 'It may leave now.';
  const why = sending.reasons.map(({ reason }) => reason).join(' ');
  return sending.decision === 'wait' ? `It would wait: ${why}` : `It would be held: ${why}`;
}
