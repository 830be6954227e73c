import { button } from '#kit/components/button.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { type Agreed, agreedTo, type ConsentMoment } from '#rules/consent.ts';
import type { CaseId } from '#rules/facts.ts';
import { missingInWords } from '#rules/may-share.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { standingShown } from '../standing.ts';
import type { ConsentRow } from '../store/consents.ts';
import type { Recipient } from '../store/recipients.ts';
import type { Share } from '../store/shares.ts';
import { droppedInWords, kindsInWords, recipientInWords } from '../words.ts';

export interface RegisterModel {
  readonly consents: readonly ConsentRow[];
  readonly recipients: readonly Recipient[];
  readonly shares: readonly Share[];
}

export function momentOf({ now, calendar }: CaseModel, consents: readonly ConsentRow[]): ConsentMoment {
  return { now, timeZone: calendar.rules.timeZone, closedAt: consents[0]?.closedAt ?? null };
}

/** What they agreed to, with whom, and how it stands today (V3.2, L2.8). */
export function registerPage(model: CaseModel, { consents, recipients, shares }: RegisterModel): Html {
  const { file } = model;
  return html`${caseHead(model, 'Sharing', 'Sharing', waysOn(file.id))}
<h2 class="govuk-heading-m">What they agreed to</h2>
${
  consents.length === 0
    ? html`<p class="govuk-body">They have not been asked yet. Not asked is not agreed: without their answer, sharing
  needs another lawful ground, and a second person.</p>`
    : consentTable(model, consents)
}
<h2 class="govuk-heading-m">What is shared</h2>
${
  shares.length === 0
    ? html`<p class="govuk-body">Nothing of this case has been decided to be shared.</p>`
    : shareTable(model, shares, consents)
}
${recipients.length > 0 && recipientTable(model, recipients)}`;
}

function waysOn(id: CaseId): Html {
  const ask = button({ text: 'Ask what they agree to', href: paths.ask(id) });
  const decide = { text: 'Decide about sharing', href: paths.decide(id), classes: 'govuk-button--secondary' };
  return html`<div class="govuk-button-group">${ask}${button(decide)}</div>`;
}

function consentTable(model: CaseModel, consents: readonly ConsentRow[]): Html {
  const moment = momentOf(model, consents);
  const day = (at: Temporal.Instant) => dateInWords(at.toZonedDateTimeISO(moment.timeZone).toPlainDate());
  return table({
    caption: 'What they answered, the newest first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [
      { text: 'With whom' },
      { text: 'For what' },
      { text: 'What' },
      { text: 'Asked' },
      { text: 'How it stands' },
    ],
    rows: consents.map((consent) => {
      const { text, colour, because, askAgain } = standingShown(consent, moment);
      return [
        {
          html: html`<a class="govuk-link" href="${paths.consent(model.file.id, consent.id)}"
            >${recipientInWords(consent)}</a>`,
          classes: 'lintel-cell--words',
        },
        { text: labelOf(sharePurposes, consent.purpose) },
        { text: kindsInWords(consent.kinds) },
        { text: day(consent.givenAt) },
        {
          html: html`${tag({ text, classes: `govuk-tag--${colour}` })}${because !== '' && html` ${because}`}${
            askAgain &&
            consent.recipientEndedAt === null &&
            html` <a class="govuk-link" href="${paths.askAgain(model.file.id, consent.id)}">Ask again<span
            class="govuk-visually-hidden"> about ${recipientInWords(consent)}</span></a>`
          }`,
        },
      ];
    }),
  });
}

function recipientTable({ file }: CaseModel, recipients: readonly Recipient[]): Html {
  return html`<h2 class="govuk-heading-m">Agencies in this case</h2>${table({
    caption: 'Agencies in this case',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'Agency and role' }, { text: 'Part in the case' }],
    rows: recipients.map((recipient) => [
      { text: recipientInWords(recipient), classes: 'lintel-cell--words' },
      recipient.endedAt === null
        ? {
            html: html`<a class="govuk-link" href="${paths.endRecipient(file.id, recipient.id)}">It has no part any
            more, or has changed<span class="govuk-visually-hidden">: ${recipientInWords(recipient)}</span></a>`,
          }
        : { text: `None any more: ${recipient.endedWhy}` },
    ]),
  })}`;
}

function shareTable(model: CaseModel, shares: readonly Share[], consents: readonly ConsentRow[]): Html {
  const { file, calendar } = model;
  const moment = momentOf(model, consents);
  const agreed = (share: Share) => agreedTo(consents, share, moment);
  return table({
    caption: 'What is shared, the newest first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [
      { text: 'With whom' },
      { text: 'For what' },
      { text: 'What' },
      { text: 'Decided' },
      { text: 'How it stands' },
    ],
    rows: shares.map((share) => [
      {
        html: html`<a class="govuk-link" href="${paths.share(file.id, share.id)}">${recipientInWords(share)}</a>`,
        classes: 'lintel-cell--words',
      },
      { text: labelOf(sharePurposes, share.purpose) },
      { text: kindsInWords(share.kinds) },
      { text: momentInWords(share.decidedAt, calendar) },
      { text: shareStanding(share, agreed(share)) },
    ]),
  });
}

/** In a few words; whether it may leave at this moment its own page says. */
function shareStanding(share: Share, agreed: Agreed): string {
  const { droppedAt, second, sentInDanger, basis } = share;
  if (share.corrected) return 'Put right since it left: they have it uncorrected';
  if (share.inDoubt) return 'Stopped: somebody looks whether it repeats what was held back since';
  if (droppedAt && !(sentInDanger && second?.decision === null)) return droppedInWords(share);
  if (second?.decision === 'declined') return 'A second person did not agree';
  if (second?.decision === null)
    return sentInDanger
      ? 'Sent because of danger; a second person has not looked yet'
      : 'Waits for a second person';
  if (basis === '' && !agreed.covered) return `Held. ${missingInWords(agreed.missing)}`;
  return second ? 'A second person agreed' : 'As they agreed';
}
