import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  learnersKept,
  learnersList,
} from '#modules/case-file/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { fileFormats, fileWays, linkDays } from '../forms/file-form.ts';
import { paths } from '../paths.ts';
import type { Ready } from '../routes/ready.ts';
import type { Link, Opening } from '../store/links.ts';
import type { Sent } from '../store/send.ts';
import { recipientInWords } from '../words.ts';

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
const small = 'govuk-radios--small';

/** An encrypted file: whoever finds it cannot read it. */
export function filePage(model: CaseModel, formModel: FormModel, ready: Ready): Html {
  const { form } = formModel;
  return html`${head(model, ready, 'As an encrypted file')}
${caseForm(
  formModel,
  'Make the file',
  html`${input({
    ...kept(form, 'toWhom'),
    label: { text: 'To whom it goes', classes: 'govuk-label--s' },
    hint: { text: 'A name and a work address, or who takes it along' },
  })}${radios({
    ...kept(form, 'format'),
    fieldset: legend('What kind of file'),
    classes: small,
    items: items(fileFormats),
  })}${radios({
    ...kept(form, 'way'),
    fieldset: legend('How it is encrypted'),
    classes: small,
    items: items(fileWays),
  })}${input({
    ...kept(form, 'told'),
    label: { text: 'By which other way the passphrase reaches them', classes: 'govuk-label--s' },
    hint: { text: 'Never the way the file goes: ring the number of their office, which you know yourself' },
  })}${textarea({
    ...kept(form, 'key'),
    label: { text: 'Their public key', classes: 'govuk-label--s' },
    hint: { text: 'Only for a public key: it begins with age1' },
    rows: 2,
  })}`,
)}`;
}

/** A link to a work address: it opens once they have the code, which they are told by another way. */
export function linkPage(model: CaseModel, formModel: FormModel, ready: Ready): Html {
  const { form } = formModel;
  return html`${head(model, ready, 'Over a link')}
<p class="govuk-body">The link goes to them by e-mail. It says that we share something with them for their work, whom
  to ring to check, and until when it opens: no name, no subject and no reference. It opens with a code that you tell
  them, for the days that you choose, until you end it. What they read bears their name and the time, and you see who
  opened it.</p>
${caseForm(
  formModel,
  'Send the link',
  html`${input({
    ...kept(form, 'address'),
    label: { text: 'Their address at work', classes: 'govuk-label--s' },
    hint: {
      html: html`At a domain on record for ${ready.share.agency}. <a class="govuk-link"
        href="${paths.agencies}">Agencies and their domains</a>`,
    },
    type: 'email',
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'days'),
    fieldset: legend('For how long it opens'),
    classes: small,
    items: linkDays.map((days) => ({ value: String(days), text: days === 1 ? 'One day' : `${days} days` })),
  })}${input({
    ...kept(form, 'codeTold'),
    label: { text: 'By which other way you tell them the code', classes: 'govuk-label--s' },
    hint: { text: 'Ring the number of their office, which you know yourself: never one out of an e-mail' },
  })}`,
)}`;
}

function head(model: CaseModel, { share, gate, learners }: Ready, heading: string): Html {
  return html`${caseHead(model, 'Sharing', heading)}
${
  !gate.open &&
  insetText({
    html: html`<h2 class="govuk-heading-s">It may not leave now</h2>
<ul class="govuk-list govuk-list--bullet">${gate.reasons.map(
      (each) => html`<li>${reasonInWords(model.pack, each)}</li>`,
    )}</ul>`,
  })
}
<p class="govuk-body">${recipientInWords(share)}. <a class="govuk-link"
  href="${paths.share(model.file.id, share.id)}">What was decided</a></p>
<p class="govuk-body"><a class="govuk-link" href="${paths.reading(model.file.id, share.id)}">Read what would leave,
  word for word</a></p>
<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(learners)}`;
}

/** What opens it, shown once and kept nowhere. */
export function secretPage(
  model: CaseModel,
  {
    share,
    sentId,
    secret,
    what,
    told,
  }: {
    readonly share: Ready['share'];
    readonly sentId: string | null;
    readonly secret: string | null;
    readonly what: string;
    readonly told: string;
  },
): Html {
  const { id } = model.file;
  return html`${caseHead(model, 'Sharing', secret === null ? 'The file is made' : 'Write this down now')}
${
  secret !== null &&
  html`<p class="govuk-body">${what}, shown once and kept nowhere. Tell it by another way: ${told}.</p>
<p class="govuk-body lintel-secret"><strong>${secret}</strong></p>`
}
${
  sentId !== null &&
  html`<p class="govuk-body">${button({ text: 'Download the file', href: paths.sent(id, share.id, sentId) })}</p>`
}
<p class="govuk-body"><a class="govuk-link" href="${paths.share(id, share.id)}">Back to what was decided</a></p>`;
}

export interface WhatLeft {
  readonly sent: readonly Sent[];
  readonly links: readonly Link[];
  readonly openings: readonly Opening[];
}

const ways = {
  age_key: 'An age file for their public key',
  age_words: 'An age file with a passphrase',
  zip: 'A ZIP with a passphrase',
  link: 'Over a link',
  evidence: 'As an evidence pack',
  taken: 'Taken away as a file',
  paper: 'On paper',
} as const;

/** What left by this decision, who opened it, and how a link is ended. */
export function whatLeft(
  model: CaseModel,
  shareId: string,
  { sent, links, openings }: WhatLeft,
  form: Pick<FormModel, 'csrf' | 'submissionId'>,
  /** Whether another link may be sent by it now. */
  again: boolean,
): Html | undefined {
  if (sent.length === 0) return undefined;
  const when = (at: Temporal.Instant) => momentInWords(at, model.calendar);
  return html`<h2 class="govuk-heading-m">What left</h2>${table({
    caption: 'What left, the newest first',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'When' }, { text: 'To whom' }, { text: 'How' }, { text: 'Fingerprint (SHA-256)' }],
    rows: sent.map((each) => [
      { text: `${when(each.sentAt)} by ${each.sentByName ?? 'Lintel'}` },
      { text: each.toWhom, classes: 'lintel-cell--words lintel-long' },
      { text: ways[each.way] },
      {
        html: html`<code class="lintel-fingerprint">${each.sha256.toString('hex')}</code>
${readSent({ caseId: model.file.id, id: shareId }, each)}${learnersKept(each.learners)}`,
      },
    ]),
  })}${links.map((link) => linkShown(model.file.id, shareId, link, openings, { when, now: model.now, form, again }))}`;
}

/** Each is its own: what left on another day may have said something else. */
export function readSent(
  { caseId, id }: { readonly caseId: CaseId; readonly id: string },
  { id: sentId, toWhom }: Sent,
): Html {
  return html`<p class="govuk-body lintel-long"><a class="govuk-link" href="${paths.sentReading(caseId, id, sentId)}"
  >Read what was sent, word for word<span class="govuk-visually-hidden"> to ${toWhom}</span></a></p>`;
}

const locked =
  'Locked: five codes were wrong, and it opens for nobody any more, also with the right one. Who leads the case ' +
  'and who sent it are told. Ring them at the number of their office that you know yourself, and ask whether it was ' +
  'them. If it was, send another link; if not, somebody else has this one.';

const outcomes = { opened: 'Opened by', asked: 'Asked for by', wrong: 'Wrong code, as' } as const;

function linkShown(
  caseId: CaseId,
  shareId: string,
  link: Link,
  openings: readonly Opening[],
  {
    when,
    now,
    form,
    again,
  }: {
    readonly when: (at: Temporal.Instant) => string;
    readonly now: Temporal.Instant;
    readonly form: Pick<FormModel, 'csrf' | 'submissionId'>;
    readonly again: boolean;
  },
): Html {
  const own = openings.filter(({ linkId }) => linkId === link.id);
  const over = Temporal.Instant.compare(link.expiresAt, now) <= 0;
  const stands = link.revokedAt
    ? `Ended on ${when(link.revokedAt)} by ${link.revokedByName ?? 'Lintel'}.`
    : link.wrong >= 5
      ? locked
      : !over && !link.stands
        ? 'It opens nothing now: what let it leave stands no more.'
        : `${over ? 'It opened' : 'It opens'} until ${when(link.expiresAt)}. The code was told: ${link.codeTold}.`;
  return html`<h3 class="govuk-heading-s lintel-long">Link to ${link.address}</h3>
<p class="govuk-body lintel-long">${stands}${
    link.revokedAt === null &&
    link.wrong >= 5 &&
    again &&
    html` <a class="govuk-link" href="${paths.link(caseId, shareId)}">Send another link</a>`
  }</p>
${
  own.length === 0
    ? html`<p class="govuk-body">Nobody has opened it.</p>`
    : html`<ul class="govuk-list govuk-list--bullet lintel-long">${own.map(
        ({ at, reader, outcome }) =>
          html`<li>${when(at)}: ${outcomes[outcome as keyof typeof outcomes] ?? outcome} ${reader}</li>`,
      )}</ul>`
}
${
  link.revokedAt === null &&
  link.wrong < 5 &&
  !over &&
  html`<form method="post" action="${paths.revokeLink(caseId, shareId, link.id)}" novalidate>${submission(
    form.csrf,
    form.submissionId,
    undefined,
  )}${button({ text: 'End this link', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}`;
}
