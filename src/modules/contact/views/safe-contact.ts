import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { freshForm } from '#kit/components/form-state.ts';
import { showBecause, showReasons } from '#kit/components/show-because.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { SafeContactVersion } from '#modules/agreement/index.ts';
import {
  type AgreedWay,
  factsOf,
  gateOf,
  keptBack,
  needsOf,
  nothingAgreed,
  type SafeContactValue,
  timesInWords,
} from '#modules/agreement/pure.ts';
import type { PromisedCall } from '#modules/calls/index.ts';
import { callLines } from '#modules/calls/pure.ts';
import {
  type CaseModel,
  caseHead,
  type FormModel,
  casePaths as paths,
  verbatim,
} from '#modules/case-file/pure.ts';
import { agreedChannels } from '#rules/agreement.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { Gate } from '#rules/gate.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Over } from '#rules/ways.ts';
import { capitalised, labelOf } from '#rules/words.ts';
import { contactChannels, contactOutcomes } from '../contact-outcomes.ts';
import { breachesInWords } from '../contact-words.ts';
import type { Contact } from '../store/contacts.ts';
import type { Shown } from '../store/showings.ts';
import { withWhom } from '../with-whom.ts';
import { furtherWays } from './ways.ts';

export interface ContactPageModel extends CaseModel {
  readonly versions: readonly SafeContactVersion[];
  readonly contacts: readonly Contact[];
  readonly shown: readonly Shown[];
  readonly calls: readonly PromisedCall[];
  /** The form that asks why, where the gate is shut. */
  readonly asks: FormModel;
  /** Every version of every further way, the latest of each first. */
  readonly wayVersions: readonly AgreedWay[];
  /** The way for which a reason was given, `first` or its id: then it is shown, this once. */
  readonly revealed: string | null;
  readonly moment: Html | undefined;
}

/** What is agreed, what was agreed before, who saw a number all the same, and every contact and attempt. */
export function contactPage(model: ContactPageModel): Html {
  const [current, ...earlier] = model.versions;
  return html`${caseHead(model, 'Contact', 'Contact', actions(model))}
${model.moment}
<h2 class="govuk-heading-m">What is agreed now</h2>
${current ? now(model, current) : warningText({ text: `${nothingAgreed}.` })}
${furtherWays(model, (way) => asksWhy(model, way.wayId))}${
  earlier.length > 0 &&
  details({
    summaryText: `What was agreed before (${earlier.length})`,
    html: html`${earlier.map((each) => version(model, each, false))}`,
  })
}${shownTable(model)}
${
  model.calls.length > 0 && html`<h2 class="govuk-heading-m">Calls that were promised</h2>${callLines(model)}`
}<h2 class="govuk-heading-m">Contacts and attempts</h2>${contactLog(model)}`;
}

function actions({ file: { id }, versions }: ContactPageModel): Html {
  return html`<div class="govuk-button-group">
    ${button({ text: 'Record a contact', href: paths.newContact(id) })}${button({
      text: versions.length > 0 ? 'Ask them again what is safe' : 'Record what is safe',
      href: paths.newSafeContact(id),
      classes: 'govuk-button--secondary',
    })}${button({ text: 'Messages', href: paths.messages(id), classes: 'govuk-button--secondary' })}</div>`;
}

/** Open, the number stands there. Shut, it says why, and asks whoever needs it all the same for a reason. */
function now(model: ContactPageModel, current: SafeContactVersion): Html {
  const gate = gateOf(current, model.now, model.calendar);
  return html`${!gate.open && whyShut(model, gate)}${version(model, current, gate.open || model.revealed === 'first')}${
    !gate.open && model.revealed !== 'first' && holdsAnything(current) && asksWhy(model, 'first')
  }`;
}

function whyShut({ pack, revealed }: ContactPageModel, gate: Exclude<Gate, { open: true }>): Html {
  const lead =
    revealed === 'first'
      ? 'Shown to you this once. It is outside what was agreed:'
      : 'Kept back, for it is outside what was agreed:';
  return html`${warningText({ text: lead })}<ul class="govuk-list govuk-list--bullet">${gate.reasons.map(
    (each) => html`<li>${reasonInWords(pack, each)}</li>`,
  )}</ul>`;
}

function holdsAnything({ value, contactPersonValue }: SafeContactValue): boolean {
  return value !== '' || contactPersonValue !== '';
}

/** Each way asks for itself: a reason for one shows no other. */
function asksWhy({ asks: { form, action, csrf, submissionId } }: ContactPageModel, over: Over): Html {
  const hidden = html`${submission(csrf, submissionId)}<input type="hidden" name="over" value="${over}">`;
  const own = (form.values.over ?? 'first') === over ? form : freshForm;
  return showBecause({ form: own, action, hidden, text: 'Show it', words: true });
}

/** One asking, with everything that was said; used beside a form as well, when somebody else was first. */
export function version(
  { calendar }: Pick<CaseModel, 'calendar'>,
  agreed: SafeContactVersion,
  shown: boolean,
): Html {
  return summaryList({
    classes: 'lintel-summary--compact',
    card: {
      title: {
        text: `Asked on ${momentInWords(agreed.recordedAt, calendar)} by ${agreed.recordedByName ?? 'Lintel'}`,
        headingLevel: 3,
      },
    },
    rows: [...wayOf(agreed, shown), ...factsOf(agreed), ...more(agreed, shown), ...needsOf(agreed)].map(
      ({ name, value }) => ({ key: { text: name }, value: { text: value } }),
    ),
  });
}

function wayOf(agreed: SafeContactVersion, shown: boolean) {
  return [
    { name: 'First choice', value: labelOf(agreedChannels, agreed.channel) },
    { name: 'Number, address or place', value: valueOr(agreed.value, shown, keptBack(agreed.channel)) },
    { name: 'When', value: timesInWords(agreed) },
    { name: 'Agreed with the person themselves', value: agreed.agreedWithPerson ? 'Yes' : 'No' },
  ].filter((fact) => fact.value !== '');
}

function more(agreed: SafeContactVersion, shown: boolean) {
  return [
    { name: 'Our name on messages', value: agreed.senderAlias },
    { name: 'Whom else we may ask', value: agreed.contactPerson },
    { name: 'How to reach them', value: valueOr(agreed.contactPersonValue, shown, 'kept back') },
  ].filter((fact) => fact.value !== '');
}

function valueOr(value: string, shown: boolean, instead: string): string {
  return shown || value === '' ? value : capitalised(instead);
}

/** Whoever looked can be asked about it: by those who may see the case, and nobody else. */
function shownTable({ shown, calendar }: ContactPageModel): Html | undefined {
  if (shown.length === 0) return undefined;
  return details({
    summaryText: `Who saw it outside what was agreed (${shown.length})`,
    html: table({
      head: [{ text: 'When' }, { text: 'Who' }, { text: 'Why' }],
      classes: 'lintel-table--cards',
      rows: shown.map(({ shownAt, shownToName, reason, words, wayName }) => [
        { text: momentInWords(shownAt, calendar) },
        { text: shownToName ?? 'A former colleague' },
        { text: [wayName, labelOf(showReasons, reason), words].filter(Boolean).join(': ') },
      ]),
    }),
  });
}

function contactLog(model: ContactPageModel): Html {
  const { contacts, calendar } = model;
  if (contacts.length === 0) return html`<p class="govuk-body">Nobody has tried yet.</p>`;
  return table({
    head: [{ text: 'When' }, { text: 'How' }, { text: 'What came of it' }, { text: 'Notes' }],
    classes: 'lintel-table--cards lintel-table--brief',
    rows: contacts.map((contact) => [
      { text: momentInWords(contact.happenedAt, calendar) },
      { text: labelOf(contactChannels, contact.channel), classes: 'lintel-cell--bare' },
      {
        classes: 'lintel-cell--bare',
        html: html`<strong>${contact.twoWayAndSafe ? 'Contact' : 'Attempt'}</strong>:
          ${labelOf(contactOutcomes, contact.outcome)}${whomInWords(contact)}${againstInWords(model, contact)}`,
      },
      {
        classes: 'lintel-cell--words',
        html: html`${verbatim(contact.notes)}<p class="govuk-hint">${recordedHow(contact)}</p>${filesOfContact(
          model,
          contact,
        )}`,
      },
    ]),
  });
}

/** What came in it, and the way to add to it: a picture is taken where it was told of. */
function filesOfContact({ file, calendar }: ContactPageModel, { id, files, happenedAt }: Contact): Html {
  const when = momentInWords(happenedAt, calendar);
  return html`<p class="govuk-body-s">${files.map(
    (each) => html`<a class="govuk-link" href="${paths.file(file.id, each.id)}">File ${each.number}</a> `,
  )}<a class="govuk-link" href="${paths.newFiles(file.id)}?contact=${id}">Add files<span
    class="govuk-visually-hidden"> to the contact of ${when}</span></a></p>`;
}

/** By whom, and whether it is from what the person told us, which a second person confirmed. */
function recordedHow({ recordedByName, toldBy, toldConfirmedBy }: Contact): string {
  if (toldConfirmedBy === null) return recordedByName ?? 'Lintel';
  return `From what was told. Written down by ${toldBy ?? 'a former colleague'}, confirmed by ${toldConfirmedBy}`;
}

/** Who it was, where anybody was there; and who got in touch. What was recorded before that was asked says nothing. */
function whomInWords({ withWhom: whom, begunBy, over, wayName }: Contact): Html | undefined {
  const known = whom !== 'nobody' && whom !== 'not_asked';
  const began = { us: 'We got in touch', them: 'They got in touch' }[begunBy];
  const which = over === 'another' ? 'Over another way than was agreed' : wayName && `Over: ${wayName}`;
  const said = [known && labelOf(withWhom, whom), began, which].filter(Boolean);
  return said.length > 0 ? html`<br>${said.join('. ')}` : undefined;
}

/** What went against the agreement stays with it, with what somebody else did about it. */
function againstInWords(model: ContactPageModel, contact: Contact): Html | undefined {
  const { against, dealtAt, dealtByName, dealtHow } = contact;
  if (against.length === 0) return undefined;
  const when = momentInWords(contact.happenedAt, model.calendar);
  const dealt =
    dealtAt === null
      ? html`<a class="govuk-link" href="${paths.dealing(model.file.id, contact.id)}">Say what was done
          <span class="govuk-visually-hidden">about ${when}</span></a>`
      : html`${dealtHow} (${dealtByName ?? 'Lintel'}, ${momentInWords(dealtAt, model.calendar)})`;
  return html`<br><strong>Against what was agreed:</strong> ${breachesInWords(against)} ${dealt}`;
}
