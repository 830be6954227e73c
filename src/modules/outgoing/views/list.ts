import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { nameOfWay } from '#modules/agreement/pure.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { messageStates, sendingChannels } from '../standing.ts';
import type { KeptMessage } from '../store/rows.ts';
import { stateTag } from './parts.ts';

export interface MessagesModel extends CaseModel {
  readonly messages: readonly KeptMessage[];
}

/** Every message of a case: first those that need somebody, then the newest. */
export function messagesPage(model: MessagesModel): Html {
  const { file, messages } = model;
  const write = button({ text: 'Write a message', href: paths.newMessage(file.id) });
  return html`${caseHead(model, 'Contact', 'Messages', write)}
<p class="govuk-body">Whether a message leaves is decided at the moment at which it would, by what is agreed then. In
  doubt it stays here, says why, and stands on <em>My day</em> of whoever leads the case.</p>
${
  messages.length === 0
    ? html`<p class="govuk-body">Nobody has written a message in this case. Ringing in the agreed way comes first: a
      message stays where it arrives, for whoever finds it.</p>`
    : list(model)
}${whatStatesMean()}`;
}

function list({ messages, file, calendar, agreed }: MessagesModel): Html {
  return table({
    caption: 'Messages',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'Message' }, { text: 'How it stands' }, { text: 'Written' }, { text: 'Over' }],
    rows: messages.map((message) => [
      {
        html: html`<a class="govuk-link" href="${paths.message(file.id, message.id)}">${labelOf(
          sendingChannels,
          message.channel,
        )}<span class="govuk-visually-hidden"> of ${momentInWords(message.writtenAt, calendar)}</span></a>`,
      },
      { html: stateTag(message.state) },
      { text: `${momentInWords(message.writtenAt, calendar)}, ${message.writtenByName ?? 'Lintel'}` },
      { text: agreed ? nameOfWay(agreed, message.over) : 'no agreed way' },
    ]),
  });
}

function whatStatesMean(): Html {
  return details({
    summaryText: 'What these words mean',
    html: summaryList({
      rows: messageStates.map(({ label, means }) => ({ key: { text: label }, value: { text: means } })),
    }),
  });
}
