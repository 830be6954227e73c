import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { warningText } from '#kit/components/warning-text.ts';
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
import { recipientInWords, sharingPaths } from '#modules/sharing/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import { momentInWords } from '#rules/moment.ts';
import type { SharePurpose } from '#rules/sharing.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import type { Holds } from '../exhibits.ts';
import { kindLabels, sizeInWords } from '../file-types.ts';
import { tellsOf } from '../forms/pack-form.ts';
import type { KeptFile } from '../kept-file.ts';
import { paths } from '../paths.ts';
import type { Pack } from '../store/packs.ts';

type Reason = Parameters<typeof reasonInWords>[1];

export interface ShareNamed {
  readonly purpose: SharePurpose;
  readonly id: string;
  readonly agency: string;
  readonly role: string;
  readonly decidedAt: Temporal.Instant;
}

export interface EvidenceFacts {
  readonly packs: readonly Pack[];
  /** Decisions by which something may leave now. */
  readonly open: readonly ShareNamed[];
}

/** What left as evidence, and the decisions by which a pack may be made. */
export function evidencePage(model: CaseModel, { packs, open }: EvidenceFacts): Html {
  const { id } = model.file;
  return html`${caseHead(model, 'Files', 'Evidence packs')}
<p class="govuk-body">For police or a court: the files that were decided on, an index with exhibit numbers, who recorded
  what and when, and who had each of them, in one encrypted archive.</p>
<h2 class="govuk-heading-m">Make a pack</h2>
${
  open.length === 0
    ? html`<p class="govuk-body">Decide first what is shared, with whom and why, with the entries of the chronology that
      tell of the files among it. <a class="govuk-link" href="${sharingPaths.decide(id)}">Decide about sharing</a></p>`
    : html`<ul class="govuk-list">${open.map(
        (share) =>
          html`<li><a class="govuk-link" href="${paths.newPack(id, share.id)}">${recipientInWords(share)}</a>, decided
            ${momentInWords(share.decidedAt, model.calendar)}</li>`,
      )}</ul>`
}
<h2 class="govuk-heading-m">Made so far</h2>
${packs.length === 0 && html`<p class="govuk-body">None yet.</p>`}
<ul class="govuk-list">${packs.map(
    ({ id: pack, exhibits, madeAt, madeByName }) =>
      html`<li><a class="govuk-link" href="${paths.pack(id, pack)}">${exhibits.join(', ')}</a>, made
        ${momentInWords(madeAt, model.calendar)} by ${madeByName ?? 'Lintel'}</li>`,
  )}</ul>
<p class="govuk-body"><a class="govuk-link" href="${paths.files(id)}">Back to the files</a></p>`;
}

export interface PackFacts {
  readonly share: ShareNamed;
  readonly files: readonly KeptFile[];
  /** Why some cannot go, by their id. */
  readonly reasons: (holds: Holds) => ReadonlyMap<string, string>;
  readonly learners: readonly Learner[];
}

/** Who would learn it first; then which files, and as what. */
export function newPackPage(model: CaseModel, formModel: FormModel, facts: PackFacts): Html {
  const { share, files, reasons, learners } = facts;
  const { form } = formModel;
  const [originals, shown] = [reasons('originals'), reasons('shown')];
  const there = files.filter(({ errorAt }) => errorAt === null);
  // What cannot go as an original may go as a picture; the form says so where the other is chosen.
  const offered = there.filter(({ id }) => !originals.has(id) || !shown.has(id));
  const why = new Map([...originals].filter(([id]) => shown.has(id)));
  return html`${caseHead(model, 'Files', 'Make an evidence pack')}
<p class="govuk-body">For ${recipientInWords(share)}, as it was decided on
  ${momentInWords(share.decidedAt, model.calendar)}.</p>
<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(learners)}
${warningText({
  text:
    'An original picture often says where it was taken, and a recording lets voices and places be known. ' +
    'Leave out what could show where somebody is safe now.',
})}
${
  offered.length === 0
    ? html`<p class="govuk-body">${
        there.length === 0 ? 'There are no files in this case yet.' : 'None of the files of this case can go.'
      }</p>`
    : caseForm(
        formModel,
        'Make the pack',
        html`${checkboxes({
          ...keptChoices(form, 'chosen'),
          fieldset: { legend: { text: 'Which files?', classes: 'govuk-fieldset__legend--s' } },
          classes: 'govuk-checkboxes--small',
          items: offered.map((file) => ({
            value: file.id,
            html: named(file),
            hint: { text: file.shows },
          })),
        })}${radios({
          ...kept(form, 'holds'),
          fieldset: { legend: { text: 'As what?', classes: 'govuk-fieldset__legend--s' } },
          items: [
            {
              value: 'originals',
              text: 'The originals, as they came',
              hint: { text: 'What a court relies on. They hold what a phone wrote down, often the place' },
            },
            {
              value: 'shown',
              text: 'Pictures made of them, without the place',
              hint: { text: 'For whoever has to see what happened, and does not need proof of the bytes' },
            },
          ],
        })}${checkboxes({
          ...keptChoices(form, 'tells'),
          fieldset: {
            legend: {
              text: 'What else do they show, or let be heard?',
              classes: 'govuk-fieldset__legend--s',
            },
          },
          hint: { text: 'Beside what happened. Look at each first: a door, a view, a screen, a voice' },
          classes: 'govuk-checkboxes--small',
          items: items(tellsOf),
        })}${input({
          ...kept(form, 'initials'),
          label: { text: 'Your initials', classes: 'govuk-label--s' },
          hint: { text: 'Exhibits are numbered by them, as police do: AB/1' },
          classes: 'govuk-input--width-5',
          autocomplete: 'off',
        })}`,
      )
}${leftOut(model, there, why)}`;
}

function named(file: KeptFile): Html {
  return html`File ${file.number}, <bdi>${file.name}</bdi>: ${kindLabels[file.kind].toLowerCase()},
    ${sizeInWords(file.bytes)}`;
}

/** Each by its name, with why it cannot go, and where that is decided anew. */
function leftOut(model: CaseModel, there: readonly KeptFile[], why: ReadonlyMap<string, string>) {
  const { id } = model.file;
  const held = there.filter((file) => why.has(file.id));
  if (held.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">These cannot go</h2>
<ul class="govuk-list">${held.map(
    (file) =>
      html`<li><a class="govuk-link" href="${paths.file(id, file.id)}">${named(file)}</a><br>${why.get(file.id)}</li>`,
  )}</ul>
<p class="govuk-body">A decision takes a file in by the entry of the chronology that tells of it.</p>
${button({ text: 'Decide anew', href: sharingPaths.decide(id), classes: 'govuk-button--secondary' })}`;
}

/** The passphrase is shown once, and kept nowhere. */
export function packMade(model: CaseModel, packId: string, passphrase: string): Html {
  return html`${caseHead(model, 'Files', 'The pack is made')}
${insetText({
  html: html`<p class="govuk-body">It opens with this passphrase, which is shown once and kept nowhere:</p>
    <p class="govuk-heading-m"><code>${passphrase}</code></p>
    <p class="govuk-body">Tell it by another way than the file: by phone, to a number that you know to be theirs.
      If it is lost, make the pack again.</p>`,
})}
<p class="govuk-body">The archive is encrypted with AES-256; 7-Zip, WinZip and the Mac’s Archive Utility open it.</p>
${button({ text: 'Go on to the pack', href: paths.pack(model.file.id, packId) })}`;
}

/** A file that was to go is not as it came: nothing goes. */
export function packNotMade(model: CaseModel, share: string, { number }: KeptFile): Html {
  return html`${caseHead(model, 'Files', 'No pack was made')}
${warningText({ text: `File ${number} is not as it came, or is gone. No pack was made.` })}
<p class="govuk-body">The managers are told. Whoever runs Lintel looks for it: a backup may still have it.
  <a class="govuk-link" href="${paths.newPack(model.file.id, share)}">Choose the files again, without it</a></p>`;
}

/** One pack as it was made: what it held, its hash, who would learn it as it was shown. */
export function packPage(model: CaseModel, pack: Pack, shut: readonly Reason[]): Html {
  const { id } = model.file;
  const rows = [
    ['Exhibits', pack.exhibits.join(', ')],
    ['Holds', pack.holds === 'originals' ? 'The originals, as they came' : 'Pictures made of the originals'],
    ['Made', `${momentInWords(pack.madeAt, model.calendar)} by ${pack.madeByName ?? 'Lintel'}`],
    ['Size', sizeInWords(pack.bytes)],
  ] as const;
  return html`${caseHead(model, 'Files', 'An evidence pack')}
${summaryList({
  rows: [
    ...rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    {
      key: { text: 'By which decision' },
      value: {
        html: html`<a class="govuk-link" href="${sharingPaths.share(id, pack.shareId)}">What was decided</a>`,
      },
    },
    {
      key: { text: 'Hash (SHA-256)' },
      value: { html: html`<code class="lintel-hash">${pack.sha256.toString('hex')}</code>` },
    },
  ],
})}
${learnersKept(pack.learners)}
${
  shut.length === 0
    ? html`<p class="govuk-body">${button({ text: 'Download the archive', href: paths.archive(id, pack.id) })}</p>
<p class="govuk-body">It is kept exactly as it was made, and each download is recorded. It downloads only while the
  decision stands.</p>`
    : closed(model, pack, shut)
}
<p class="govuk-body"><a class="govuk-link" href="${paths.evidence(id)}">All evidence packs</a></p>`;
}

/** Why it cannot be downloaded now, and what can be done. */
function closed({ pack: policy, file }: CaseModel, { shareId }: Pack, shut: readonly Reason[]): Html {
  return insetText({
    html: html`<h2 class="govuk-heading-s">It cannot be downloaded now</h2>
<ul class="govuk-list govuk-list--bullet">${shut.map((each) => html`<li>${reasonInWords(policy, each)}</li>`)}</ul>
<p class="govuk-body">It is kept exactly as it was made. <a class="govuk-link"
  href="${sharingPaths.share(file.id, shareId)}">What was decided</a>, or <a class="govuk-link"
  href="${sharingPaths.ofCase(file.id)}">ask them again or decide anew</a>.</p>`,
  });
}
