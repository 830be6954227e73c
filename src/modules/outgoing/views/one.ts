import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { nameOfWay } from '#modules/agreement/pure.ts';
import { type CaseModel, caseHead, learnersKept, verbatim } from '#modules/case-file/pure.ts';
import type { Sending } from '#rules/may-send.ts';
import { dayInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import {
  askers,
  mayAskAgain,
  mayDecideDoubt,
  mayReadWords,
  mayWithdraw,
  messageStates,
  sendingChannels,
} from '../standing.ts';
import type { Other } from '../store/others-lately.ts';
import type { MessageReturn } from '../store/returns.ts';
import type { KeptMessage, KeptStep } from '../store/rows.ts';
import { inReturn, stepInWords } from '../words.ts';
import { reasonsList, sendingInWords, stateTag } from './parts.ts';

export interface MessageModel extends CaseModel {
  readonly message: KeptMessage;
  readonly steps: readonly KeptStep[];
  readonly returns: readonly MessageReturn[];
  /** What the door would say now; null: it does not wait at the door. */
  readonly sending: Sending | null;
  /** What must not be done, in the person's words, that nobody has read beside this message yet. */
  readonly unread: readonly string[];
  /** What left to them a little while ago, of which nobody said that this one is meant beside it. */
  readonly others: readonly Other[];
}

/** One message: how it stands and why, what may be done about it, its words, and every step of it. */
export function messagePage(model: MessageModel): Html {
  const { message, pack, sending } = model;
  const { state, channel, words, reasons } = message;
  const { means } = messageStates.find(({ value }) => value === state) ?? { means: '' };
  const heading = labelOf(sendingChannels, channel);
  return html`${caseHead(model, 'Contact', heading)}
<p class="govuk-body">${stateTag(state)} ${means}</p>
${reasons.length > 0 && reasonsList(pack, reasons)}
${state === 'held' && sending && html`<p class="govuk-body"><strong>Asked now:</strong> ${sendingInWords(sending)}</p>`}
${ways(model)}<h2 class="govuk-heading-m">What it says</h2>${verbatim(words)}${cameBack(model)}${facts(model)}
${learnersKept(message.learners)}${history(model)}`;
}

function ways({ message: { id, caseId, state, asks }, unread, others }: MessageModel): Html {
  const second = 'govuk-button--secondary';
  const asking = mayAskAgain(state).allowed;
  const reading = mayReadWords(state).allowed && unread.length > 0;
  const meaning = asking && others.length > 0;
  const quiet = reading || meaning ? { classes: second } : {};
  const dealing = asks && (state === 'failed' || state === 'sent' || state === 'delivered');
  return html`<div class="govuk-button-group">${
    reading && button({ text: 'Read what must not be done', href: paths.reading(caseId, id) })
  }${
    meaning && button({ text: 'Say whether it is meant beside others', href: paths.meant(caseId, id) })
  }${asking && button({ text: 'Ask again', href: paths.askingAgain(caseId, id), ...quiet })}${
    mayDecideDoubt(state).allowed && button({ text: 'Say what becomes of it', href: paths.doubt(caseId, id) })
  }${dealing && button({ text: 'Say what you did about it', href: paths.dealing(caseId, id) })}${
    mayWithdraw(state).allowed &&
    state !== 'doubtful' &&
    button({ text: 'Withdraw it', href: paths.withdrawal(caseId, id), classes: second })
  }</div>`;
}

/** Something received: whoever wrote it may be anybody who has that mailbox. */
function cameBack({ returns, calendar }: MessageModel): Html {
  if (returns.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">What came back</h2>
<p class="govuk-body">Whoever reads that mailbox may have written it. Make sure by a way that is agreed before you
  act on it, and do not answer by e-mail.</p>${returns.map(
    ({ kind, words, receivedAt }) =>
      html`<h3 class="govuk-heading-s">${momentInWords(receivedAt, calendar)}: ${
        inReturn[kind]
      }</h3>${words !== '' && verbatim(words)}`,
  )}`;
}

function facts({ message, agreed, calendar, file }: MessageModel): Html {
  const { over, says, askedForBy, writtenAt, writtenByName, usefulUntil, replacesId, repeatsId, together } =
    message;
  return summaryList({
    rows: [
      { key: { text: 'Over' }, value: { text: agreed ? nameOfWay(agreed, over) : 'no way is agreed now' } },
      {
        key: { text: 'Whoever else reads it learns' },
        value: { text: says === 'neutral' ? 'nothing' : 'something' },
      },
      { key: { text: 'Who wants it' }, value: { text: labelOf(askers, askedForBy) } },
      {
        key: { text: 'Written' },
        value: { text: `${momentInWords(writtenAt, calendar)}, ${writtenByName ?? 'Lintel'}` },
      },
      { key: { text: 'Of use until' }, value: { text: dayInWords(usefulUntil) } },
      replacesId !== null && {
        key: { text: 'In place of' },
        value: {
          html: html`<a class="govuk-link" href="${paths.message(file.id, replacesId)}">an earlier one</a>`,
        },
      },
      repeatsId !== null && {
        key: { text: 'Says again' },
        value: {
          html: html`what <a class="govuk-link" href="${paths.message(file.id, repeatsId)}">an earlier one</a> said:
            whoever wrote it was asked, and said yes`,
        },
      },
      together.length > 0 && {
        key: { text: 'Meant beside others' },
        value: {
          html: html`${together.map(
            ({ otherId, why, byName }) => html`<p class="govuk-body"><a class="govuk-link"
              href="${paths.message(file.id, otherId)}">another one</a>, says ${byName}:</p>${verbatim(why)}`,
          )}`,
        },
      },
    ],
  });
}

function history({ steps, calendar }: MessageModel): Html {
  return html`<h2 class="govuk-heading-m">What happened to it</h2>
<ol class="govuk-list govuk-list--number">${steps.map(
    (step) =>
      html`<li>${momentInWords(step.at, calendar)}, ${step.byName ?? 'Lintel'}: ${stepInWords(step)}</li>`,
  )}</ol>`;
}
