import { decidedRow, decisionFields, proposedRow } from '#kit/components/decision.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { contactChannels } from '#modules/contact/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import type { ToldContactOnFile } from '../store/told-contacts.ts';
import type { Offered } from './colleagues.ts';
import { selectField, wordsField } from './fields.ts';

/** The words of a landlord, and its clock. */
interface Said {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
}

export interface ToldContactPart extends Said {
  readonly disclosureId: string;
  readonly told: readonly ToldContactOnFile[];
  /** Whether somebody may say so of this disclosure. */
  readonly offered: Verdict;
  readonly inCase: boolean;
}

/** On the disclosure: that it was the contact already, who said and confirmed so; or the way to say it. */
export function toldContactSection(part: ToldContactPart): Html | undefined {
  const { told, offered, disclosureId } = part;
  if (told.length === 0 && !offered.allowed) return undefined;
  const at = `/disclosures/${disclosureId}/told-contact`;
  const waits = told.some(({ decision }) => decision === null);
  return html`<h2 class="govuk-heading-m">Was this the contact already?</h2>
${told.map((each) => toldRows(each, part))}
${
  waits &&
  html`<p class="govuk-body"><a class="govuk-link" href="${at}/decision">Confirm it, or send it back</a>. Until somebody
  else has confirmed it, what was promised runs on.</p>`
}${
  offered.allowed &&
  html`<p class="govuk-body">Did one of us speak with the ${part.pack.words.person} when they told us, and was it
  safe? <a class="govuk-link" href="${at}">We spoke with them ourselves, safely</a></p>`
}`;
}

/** Who spoke with them when they told, how it was known to be safe, what was said, and who confirmed it. */
export function toldRows(
  told: ToldContactOnFile,
  { calendar, inCase }: Pick<ToldContactPart, 'calendar' | 'inCase'>,
): Html {
  const when = (instant: Temporal.Instant) => momentInWords(instant, calendar);
  const how = labelOf(contactChannels, told.channel).toLowerCase();
  const became = told.contactId
    ? 'A contact of the case, recorded from what was told'
    : told.decision === 'approved' &&
      (inCase
        ? 'The case has this call already: one call is one contact'
        : 'A contact as soon as there is a case');
  return summaryList({
    rows: [
      {
        key: { text: 'Spoke with them' },
        value: { text: `${told.spokeByName ?? 'A former colleague'}: ${how}, ${when(told.happenedAt)}` },
      },
      { key: { text: 'How it was known to be safe' }, value: { html: verbatim(told.safeBecause) } },
      { key: { text: 'What was said' }, value: { html: verbatim(told.said) } },
      proposedRow(told, when, 'Written down'),
      decidedRow(told, when, { approved: 'Confirmed', declined: 'Not confirmed' }),
      became ? { key: { text: 'What it is now' }, value: { text: became } } : false,
    ],
  });
}

export interface NewToldContactPage extends Said {
  readonly offered: Verdict;
  readonly team: readonly Offered[];
  readonly fields: FormModel;
}

/** What a second person needs in order to confirm it. */
export function newToldContactPage(
  { offered, team, fields, pack, calendar }: NewToldContactPage,
  knownAt: Temporal.Instant,
): Html {
  const { person } = pack.words;
  return html`<h1 class="govuk-heading-l">We spoke with them ourselves, safely</h1>
<p class="govuk-body">A call from the ${person} to one of the ${pack.words.team} can be the contact itself. Somebody
  else confirms it. Until then what was promised runs on, and so it does where it is not confirmed.</p>
<p class="govuk-body">It keeps the first contact of this one disclosure, and is counted apart: never among the contacts
  that we made ourselves.</p>${
    offered.allowed
      ? wholeForm(
          fields,
          'Ask somebody to confirm it',
          html`${selectField(
            fields.form,
            {
              name: 'spoke_by',
              label: `Who spoke with the ${person}?`,
              choices: team.map(({ id, name }) => ({ value: id, label: name })),
            },
            'Choose',
          )}${momentInput(fields.form, 'spoke_at', {
            legend: 'When was it?',
            hint: `First known: ${momentInWords(knownAt, calendar)}`,
          })}${wordsField(fields.form, {
            name: 'safe_because',
            label: 'How was it known to be safe?',
            hint: 'Who else was there or could hear, and how you know',
          })}${wordsField(fields.form, { name: 'said', label: 'What was said?', hint: 'In their own words' }, 5)}`,
        )
      : html`<p class="govuk-body">${because(pack, offered)}</p>`
  }`;
}

export interface ToldContactDecisionPage extends Said {
  readonly told: ToldContactOnFile;
  readonly inCase: boolean;
  readonly may: Verdict;
  readonly fields: FormModel;
}

export function toldContactDecisionPage(page: ToldContactDecisionPage): Html {
  const { told, may, fields, pack } = page;
  return html`<h1 class="govuk-heading-l">Was this the contact already?</h1>
<p class="govuk-body">Confirm it only where something beside their word shows that the ${pack.words.person} was spoken
  with and that it was safe. If you cannot tell, send it back: somebody reaches them in the safe way.</p>
${toldRows(told, page)}${
  may.allowed
    ? wholeForm(
        fields,
        'Save the decision',
        decisionFields(fields.form, {
          ways: [
            { value: 'approved', text: 'Confirm: it was a safe contact' },
            { value: 'declined', text: 'Send it back: contact is still owed' },
          ],
          hint: 'Needed where you send it back',
        }),
      )
    : html`<p class="govuk-body">${because(pack, may)}</p>`
}`;
}
