import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import { languages } from '#rules/languages.ts';
import { wordedChannels } from '#rules/wording.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { Sender } from '../store/sender.ts';
import type { SenderProposal } from '../store/sender-proposals.ts';
import type { WordingVersion } from '../store/wordings.ts';
import type { Standing } from '../wordings.ts';
import { kindInWords, linkTo, previews, stateTag, type When } from './parts.ts';

interface ListModel {
  readonly wordings: readonly Standing<WordingVersion>[];
  readonly sender: Sender | null;
  readonly waitingSenders: readonly SenderProposal[];
  readonly mayPropose: boolean;
  readonly mayManage: boolean;
  readonly when: When;
}

const noSender = 'No number to call back and no return address is in use: no letter can be printed.';

/** What messages say: each wording as it would be read, and how it stands. */
export function wordingsPage(model: ListModel): Html {
  const { wordings, sender, waitingSenders, mayPropose, mayManage } = model;
  const groups = [...Map.groupBy(wordings, ({ wording }) => wording.key).values()];
  return html`<h1 class="govuk-heading-l">Wordings</h1>
<p class="govuk-body">What texts, e-mails and letters to people say. One proposes a version and another person decides.
  Below each is as somebody invented would read it.</p>
${sender === null ? warningText({ text: noSender }) : whomToCall(sender)}${
  (mayPropose || mayManage) &&
  html`<ul class="govuk-list">${[
    mayPropose && html`<li>${linkTo(paths.sender, 'Number and return address')}</li>`,
    mayManage && html`<li>${linkTo(paths.words, 'Words that tell')}</li>`,
  ]}</ul>`
}${waitingFirst(wordings, waitingSenders)}${
  mayPropose && button({ text: 'Propose a new wording', href: paths.newWording })
}${groups.map((group) => wordingGroup(group, model))}`;
}

function whomToCall({ callBack, returnAddress }: Sender): Html {
  return summaryList({
    rows: [
      { key: { text: 'Number to call' }, value: { text: callBack } },
      {
        key: { text: 'Post that is not delivered goes to' },
        value: { html: verbatim(returnAddress) },
      },
    ],
  });
}

/** What somebody else has to decide, wherever below it stands. */
function waitingFirst(
  wordings: readonly Standing<WordingVersion>[],
  senders: readonly SenderProposal[],
): Html | undefined {
  const versions = wordings.flatMap(({ waits }) => waits ?? []);
  if (versions.length + senders.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Waiting for a decision</h2><ul class="govuk-list">${senders.map(
    ({ id, callBack }) =>
      html`<li>${linkTo(paths.senderProposal(id), `Another number to call: ${callBack}`)}</li>`,
  )}${versions.map(
    (version) =>
      html`<li>${linkTo(paths.version(version.id), `${version.title}: ${kindInWords(version)}`)}</li>`,
  )}</ul>`;
}

/** In the language that most are written in; what it says in others is folded below. */
function wordingGroup(group: readonly Standing<WordingVersion>[], model: ListModel): Html {
  const [first, ...others] = group;
  if (!first) return html``;
  return html`<h2 class="govuk-heading-m">${first.wording.title}</h2>
<p class="govuk-body">${labelOf(wordedChannels, first.wording.channel)}</p>${oneWording(first, model)}${
    others.length > 0 &&
    details({
      summaryText: inOtherLanguages(others),
      html: html`${others.map((each) => oneWording(each, model))}`,
    })
  }`;
}

/** `In Welsh`, `In 10 other languages, 4 of them to be read first` */
function inOtherLanguages(others: readonly Standing[]): string {
  const [only] = others;
  const unread = others.filter(({ state }) => state === 'to-check').length;
  if (others.length === 1 && only)
    return `In ${labelOf(languages, only.wording.language)}${unread > 0 ? ', to be read first' : ''}`;
  return `In ${others.length} other languages${unread > 0 ? `, ${unread} of them to be read first` : ''}`;
}

function oneWording(standing: Standing<WordingVersion>, { mayPropose, mayManage, when }: ListModel): Html {
  const { of, wording, state, waits, withdrawal, earlier } = standing;
  const language = labelOf(languages, wording.language);
  const about = `${wording.title}, ${language}`;
  return html`<h3 class="govuk-heading-s">${language} ${stateTag(standing)}</h3>${
    state === 'to-check' &&
    html`<p class="govuk-body">It came with Lintel. Somebody who speaks ${language} reads it, and proposes it.</p>`
  }${
    withdrawal &&
    html`<p class="govuk-body">Out of use since ${when(withdrawal.at)}, by ${withdrawal.byName ?? 'Lintel'}.</p>
${verbatim(withdrawal.why)}`
  }${previews(wording)}<ul class="govuk-list">${[
    waits && html`<li>${linkTo(paths.version(waits.id), 'A version waits for a decision', about)}</li>`,
    mayPropose && !waits && html`<li>${linkTo(paths.newVersion(of), 'Propose another version', about)}</li>`,
    mayManage &&
      state === 'in-use' &&
      html`<li>${linkTo(paths.withdraw(of), 'Take it out of use', about)}</li>`,
  ]}</ul>${
    earlier.length > 0 &&
    details({
      summaryText: `Earlier versions of ${about}`,
      html: html`<ul class="govuk-list">${earlier.map(
        (each) => html`<li>${linkTo(paths.version(each.id), said(each, when))}</li>`,
      )}</ul>`,
    })
  }`;
}

const decisions = { approved: 'Approved', declined: 'Declined', withdrawn: 'Taken back' } as const;

function said({ decision, decidedAt, channel, language }: WordingVersion, when: When): string {
  const how = decision === null ? 'Proposed' : decisions[decision];
  return decidedAt ? `${how} ${when(decidedAt)}` : `${how}: ${kindInWords({ channel, language })}`;
}
