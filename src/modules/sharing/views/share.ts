import { button } from '#kit/components/button.ts';
import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, learnersList } from '#modules/case-file/pure.ts';
import { because, reasonInWords } from '#rules/clauses.ts';
import type { CaseId, Verdict } from '#rules/facts.ts';
import { basisOf } from '#rules/lawful-basis.ts';
import type { ShareGate } from '#rules/may-share.ts';
import { momentInWords } from '#rules/moment.ts';
import { sharePurposes } from '#rules/sharing.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { tellings, views } from '../choices.ts';
import { paths } from '../paths.ts';
import type { Share } from '../store/shares.ts';
import type { Since } from '../store/since.ts';
import { droppedInWords, kindsInWords, recipientInWords } from '../words.ts';
import { readSent, type WhatLeft, whatLeft } from './send.ts';
import { sinceShown } from './since.ts';

export interface ShareModel {
  readonly share: Share;
  readonly gate: ShareGate;
  readonly learners: readonly Learner[];
  /** What of it is there, a line each. */
  readonly contents: readonly string[];
  /** Null where no second person is asked, or one has decided. */
  readonly deciding: Verdict | null;
  readonly left: WhatLeft;
  readonly since: readonly Since[];
  /** Whether a partner site is there. */
  readonly linksOffered: boolean;
}

/** What was decided, whether it may leave now and why not, who would learn it, and who else decides. */
export function shareShown(model: CaseModel, shown: ShareModel, form: FormModel): Html {
  const { share, gate, learners, deciding } = shown;
  const { pack, file, calendar } = model;
  const when = (at: Temporal.Instant) => momentInWords(at, calendar);
  return html`${caseHead(model, 'Sharing', 'What is to be shared')}
${gateShown(model, gate)}
${sinceShown(model, share, shown.since)}
${decided(shown, when)}
<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(learners)}
${gate.open && sending(file.id, shown, form)}
${whatLeft(model, share.id, shown.left, form, gate.open && shown.linksOffered)}
${secondShown(share, when)}
${deciding?.allowed && secondDecision(shown, form)}
${deciding && !deciding.allowed && html`<p class="govuk-body">${because(pack, deciding)}</p>`}
${
  share.droppedAt === null &&
  button({
    text: share.hasLeft ? 'Share nothing more by this' : 'Do not share it after all',
    href: paths.dropShare(file.id, share.id),
    classes: 'govuk-button--secondary',
  })
}
<p class="govuk-body"><a class="govuk-link" href="${paths.ofCase(file.id)}">Everything about sharing</a></p>`;
}

/** It explains itself, and cites the landlord's own clause. */
function gateShown({ pack }: CaseModel, gate: ShareGate): Html {
  if (!gate.open)
    return insetText({
      html: html`<h2 class="govuk-heading-s">It may not leave now</h2>
<ul class="govuk-list govuk-list--bullet">${gate.reasons.map(
        (each) => html`<li>${reasonInWords(pack, each)}</li>`,
      )}</ul>`,
    });
  const why = {
    not_needed: 'They agree to it, for this purpose and to this agency.',
    agreed: 'It rests on another ground than their agreement, and a second person agreed.',
    afterwards: 'Somebody is in danger now, and it is on record. A second person looks at it afterwards.',
    safeguarding: 'It is a referral for safeguarding: nothing that is missing stops it.',
  } as const;
  return insetText({
    html: html`<h2 class="govuk-heading-s">It may leave now</h2>
<p class="govuk-body">${reasonInWords(pack, { reason: why[gate.second], basis: 'sharing' })} As it leaves, all of
  this is asked once more.</p>${overridden(gate)}`,
  });
}

function overridden({ overridden = [] }: Extract<ShareGate, { readonly open: true }>): Html | undefined {
  if (overridden.length === 0) return undefined;
  return html`<p class="govuk-body">Anything else would be stopped by this; it is kept with what leaves:</p>
<ul class="govuk-list govuk-list--bullet">${overridden.map(({ reason }) => html`<li>${reason}</li>`)}</ul>`;
}

function decided({ share, contents }: ShareModel, when: (at: Temporal.Instant) => string): Html {
  const basis = share.basis === '' ? 'They agree' : (basisOf(share.basis)?.title ?? share.basis);
  const rows = [
    ['To whom', recipientInWords(share)],
    ['For what', labelOf(sharePurposes, share.purpose)],
    ['What it tells of', kindsInWords(share.kinds)],
    ['Ground', basis],
    ['Beside it', basisOf(share.condition)?.title ?? ''],
    ['Law that lets us', basisOf(share.power)?.title ?? ''],
    ['What the person says', labelOf(views, share.view)],
    ['Whether they know', labelOf(tellings, share.told)],
    ['Decided', `${when(share.decidedAt)} by ${share.decidedByName ?? 'Lintel'}`],
    ['Danger then', share.inDanger ? 'Somebody was in danger, and it was on record' : ''],
  ] as const;
  const said = [
    ['Why it is needed', share.necessity],
    ['Why so much and no more', share.proportionality],
    ['In their words, or why they were not asked', share.viewWords],
    ['When they are told, or why not', share.toldWhy],
    ['In our own words', share.words],
  ] as const;
  return summaryList({
    rows: [
      ...rows.map(([key, text]) => (text === '' ? null : { key: { text: key }, value: { text } })),
      {
        key: { text: 'What goes' },
        value: {
          html: html`<ul class="govuk-list">${contents.map((each) => html`<li>${each}</li>`)}</ul>${readIt(share)}`,
        },
      },
      ...said.map(([key, text]) =>
        text === '' ? null : { key: { text: key }, value: { html: verbatim(text) } },
      ),
      share.droppedAt && {
        key: { text: droppedInWords(share) },
        value: {
          html: html`${when(share.droppedAt)} by ${share.droppedByName ?? 'Lintel'}${verbatim(share.droppedWhy)}`,
        },
      },
    ],
  });
}

function readIt({ caseId, id }: Share): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.reading(caseId, id)}">Read what would leave,
  word for word</a></p>`;
}

function secondShown({ second }: Share, when: (at: Temporal.Instant) => string): Html | undefined {
  if (!second) return undefined;
  return html`<h2 class="govuk-heading-m">A second person</h2>${summaryList({
    rows: [
      proposedRow(second, when, 'Asked'),
      second.decision === null
        ? { key: { text: 'Decided' }, value: { text: 'Not yet' } }
        : decidedRow(second, when, { approved: 'Agreed', declined: 'Did not agree' }),
    ],
  })}`;
}

function secondDecision({ share, left: { sent } }: ShareModel, form: FormModel): Html {
  const before = {
    first: 'To agree you have to have read it as it stands now.',
    ways: [
      { value: 'approved', text: 'I agree that this is shared' },
      { value: 'declined', text: 'It is not shared' },
    ],
    hint: 'Needed where it is not shared',
  };
  const afterwards = {
    legend: 'It was sent at once, because somebody was in danger. What do you say of it?',
    first: 'Whatever you say of it: read first what was sent, as it left.',
    ways: [
      { value: 'approved', text: 'I agree that it was shared' },
      { value: 'declined', text: 'It should not have been shared so' },
    ],
    label: 'What you found, and what follows from it',
    hint: 'Needed either way',
  };
  const fields = decisionFields(form.form, share.sentInDanger ? afterwards : before);
  const inDanger = sent.filter((each) => each.inDanger);
  const toRead = inDanger.length > 0 ? inDanger.map((each) => readSent(share, each)) : readIt(share);
  return html`${toRead}${inDanger.length === 0 && share.entries.length > 0 && openFiles(share)}
${wholeForm(form, 'Save your decision', fields)}`;
}

/** No file goes into a pack by your word that you have not opened as it would leave. */
function openFiles({ caseId }: Share): Html {
  return html`<p class="govuk-body">A file that an entry tells of goes to them, in a pack of evidence, only if you have
  opened it before you agree: the picture of it, or the original where that is to go.
  <a class="govuk-link" href="/cases/${caseId}/files">Files of the case</a></p>`;
}

function sending(id: CaseId, { share, linksOffered }: ShareModel, { csrf, submissionId }: FormModel): Html {
  const asFile = button({ text: 'As an encrypted file', href: paths.file(id, share.id) });
  const link = { text: 'Over a link', href: paths.link(id, share.id), classes: 'govuk-button--secondary' };
  return html`<h2 class="govuk-heading-m">Send it</h2>
<div class="govuk-button-group">${asFile}${linksOffered && button(link)}</div>
${
  share.referralId !== null &&
  html`<form method="post" action="${paths.paper(id, share.id)}" novalidate>${submission(csrf, submissionId)}${button(
    {
      text: 'As a PDF, to be handed over or posted',
      classes: 'govuk-button--secondary',
    },
  )}</form><p class="govuk-hint">It is not encrypted: it goes by hand, by post or into their own form, never by e-mail.
  Then say to whom it was made.</p>`
}`;
}
