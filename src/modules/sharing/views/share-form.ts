import { checkboxes } from '#kit/components/checkboxes.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import type { Typed } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  casePaths,
  type FormModel,
  items,
} from '#modules/case-file/pure.ts';
import type { Entry } from '#modules/chronology/index.ts';
import { type LawfulBasis, offeredOn } from '#rules/lawful-basis.ts';
import { momentInWords } from '#rules/moment.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { withArticle } from '#rules/words.ts';
import { tellings, views } from '../choices.ts';
import type { Shareable } from '../forms/share-form.ts';
import { kindsOfWords } from '../forms/share-form.ts';
import { recipientChoice } from './recipient-fields.ts';

/** What could be chosen, by the words in which a page names it. */
export interface Offered extends Shareable {
  /** How the fields stand as it is opened: where something that left is put right, as that was decided. */
  readonly fresh?: Typed;
  readonly assessmentsNamed: readonly { readonly value: string; readonly text: string }[];
}

const small = 'govuk-radios--small';
const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });

/** What, to whom, for what and on what ground; nothing leaves by it (V3.2, L2.8). */
export function sharePage(model: CaseModel, formModel: FormModel, offered: Offered): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Sharing', 'Decide about sharing')}
<p class="govuk-body">Nothing is sent yet. Share as little as will do, and only what keeps somebody safe or what they
  want.${model.file.immediateDanger && html` <strong>Somebody is in danger: ring 999 first.</strong>`}</p>
${caseForm(
  formModel,
  'Save the decision',
  html`${recipientChoice(form, offered.recipients)}${radios({
    ...kept(form, 'purpose'),
    fieldset: legend('What it is shared for'),
    classes: small,
    items: items(sharePurposes),
  })}${whatIsShared(model, formModel, offered)}${ground(model, formModel, offered)}${textarea({
    ...kept(form, 'necessity'),
    label: { text: 'Why it is needed', classes: 'govuk-label--s' },
    hint: { text: 'What they can do with it that cannot be done without' },
    rows: 3,
  })}${textarea({
    ...kept(form, 'proportionality'),
    label: { text: 'Why so much and no more', classes: 'govuk-label--s' },
    hint: { text: 'What is left out, and why the rest has to go' },
    rows: 3,
  })}${radios({
    ...kept(form, 'view'),
    fieldset: legend('What the person says of it'),
    classes: small,
    items: items(views),
  })}${textarea({
    ...kept(form, 'viewWords'),
    label: { text: 'In their words, or why they were not asked', classes: 'govuk-label--s' },
    hint: { text: 'Needed unless they agree' },
    rows: 3,
  })}${radios({
    ...kept(form, 'told'),
    fieldset: legend('Whether they know'),
    classes: small,
    items: items(tellings),
  })}${textarea({
    ...kept(form, 'toldWhy'),
    label: { text: 'When they are told, or why not', classes: 'govuk-label--s' },
    hint: { text: 'Needed unless they have been told' },
    rows: 2,
  })}`,
)}`;
}

/** As many as can be looked through on one page. */
const shown = 200;

function whatIsShared(model: CaseModel, { form }: FormModel, offered: Offered): Html {
  const { sharing, planVersionId, assessmentsNamed } = offered;
  const { shown: entries, leftOut } = sharing.entries;
  return html`${checkboxes({
    ...keptChoices(form, 'who'),
    fieldset: legend('Whom it is about'),
    hint: { text: 'Without it they read a reference alone, and do not know of whom they read' },
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: 'Their name and date of birth' }],
  })}${
    entries.length > 0 &&
    checkboxes({
      ...keptChoices(form, 'entries'),
      fieldset: legend('Entries of the chronology'),
      hint: { text: heldBackInWords(leftOut.length) },
      classes: 'govuk-checkboxes--small',
      items: entries
        .toReversed()
        .slice(0, shown)
        .map((entry) => ({ value: entry.id, text: entryInWords(model, entry) })),
    })
  }${
    entries.length === 0 &&
    html`<p class="govuk-body" id="entries">No entry of the chronology may go to an agency.
      ${heldBackInWords(leftOut.length)}</p>`
  }${leftOut.length > 0 && notOffered(model, leftOut)}${
    planVersionId !== null &&
    checkboxes({
      ...keptChoices(form, 'plan'),
      fieldset: legend('The plan'),
      classes: 'govuk-checkboxes--small',
      items: [{ value: 'yes', text: 'The plan as it was last agreed' }],
    })
  }${
    assessmentsNamed.length > 0 &&
    checkboxes({
      ...keptChoices(form, 'assessments'),
      fieldset: legend('Assessments of the risk'),
      classes: 'govuk-checkboxes--small',
      items: assessmentsNamed,
    })
  }${textarea({
    ...kept(form, 'words'),
    label: { text: 'In your own words (optional)', classes: 'govuk-label--s' },
    hint: { text: 'Facts, and from whom you know them. Nothing that others told us in confidence' },
    rows: 5,
  })}${checkboxes({
    ...keptChoices(form, 'wordKinds'),
    fieldset: legend('What your own words tell of, and files that go with the entries'),
    hint: { text: 'A picture of a door shows where somebody lives; of a message, numbers and other people' },
    classes: 'govuk-checkboxes--small',
    items: items(kindsOfWords),
  })}`;
}

function heldBackInWords(count: number): string {
  if (count === 0) return 'Every entry may go to an agency';
  const entries = count === 1 ? 'One entry is' : `${count} entries are`;
  return `${entries} not offered: they may not go to an agency`;
}

/** Where each is, and why: whoever needs one in it decides there. What it says stays where it is kept. */
function notOffered(model: CaseModel, leftOut: readonly Entry[]): Html {
  const newest = leftOut.toReversed().slice(0, shown);
  return details({
    summaryText: `What is not offered, and why (${leftOut.length})`,
    html: html`<ul class="govuk-list govuk-list--bullet">${newest.map(
      (entry) =>
        html`<li><a class="govuk-link" href="${casePaths.entry(model.file.id, entry.id)}"
          >${momentInWords(entry.happenedAt, model.calendar)}</a>.
        ${whyNotOffered(entry)}</li>`,
    )}</ul>`,
  });
}

function whyNotOffered({ heldBack, disclosableTo }: Entry): string {
  if (heldBack) return 'Whoever told us asked that it goes no further.';
  if (!disclosableTo.includes('agencies')) return 'It is not decided that agencies may see it.';
  return 'It was put right by something that agencies may not see.';
}

/** The first words tell which it is; the whole of it stands in the preview. */
function entryInWords({ calendar }: CaseModel, { happenedAt, words, observed }: Entry): string {
  const text = (words || observed).replaceAll(/\s+/g, ' ').trim();
  return `${momentInWords(happenedAt, calendar)}: ${text.length > 120 ? `${text.slice(0, 120)} …` : text}`;
}

function ground({ pack }: CaseModel, { form }: FormModel, { today, sharing }: Offered): Html {
  const law = { on: today, landlord: sharing.landlord };
  return html`${radios({
    ...kept(form, 'ground'),
    fieldset: legend('On what ground'),
    hint: {
      text:
        'With their agreement nobody else decides. On any other ground a second person decides first; where ' +
        'somebody is in danger now, afterwards',
    },
    items: [
      {
        value: 'consent',
        text: 'They agree',
        hint: {
          text: 'To this agency, for this purpose, about these things, as it stands in what they agreed to',
        },
      },
      ...offeredOn('basis', law).map(asItem),
    ],
  })}${radios({
    ...kept(form, 'condition'),
    fieldset: legend('What the law asks beside it'),
    hint: { text: 'Without their agreement, where it tells of health, origin, faith, sex life or crimes' },
    classes: small,
    items: [
      ...offeredOn('condition', law).map(asItem),
      { value: '', text: 'Nothing: it tells of none of these' },
    ],
  })}${lawThatLets(form, law, pack.words.person)}`;
}

/** Folded away: it is rarely needed, and stays open where something stands in it. */
function lawThatLets(form: FormModel['form'], law: Parameters<typeof offeredOn>[1], person: string): Html {
  const chosen = kept(form, 'power');
  return details({
    summaryText: 'A law that lets us tell them (optional), and requests by the police',
    open: Boolean(chosen.value) || chosen.errorMessage !== undefined,
    html: html`${radios({
      ...chosen,
      fieldset: legend('A law that lets us tell them'),
      classes: small,
      items: [...offeredOn('power', law).map(asItem), { value: '', text: 'None in particular' }],
    })}${insetText({
      text:
        `A request by the police for records of ${withArticle(person)} has to be necessary and in writing, ` +
        'and the person is told of it (Victims and Prisoners Act 2024 ss.28–30, since 12 January 2026). Ask for it ' +
        'before you decide.',
    })}`,
  });
}

function asItem({ id, title, gist, checkedOn }: LawfulBasis) {
  const unchecked = checkedOn === null ? '' : ` Dates looked up on ${checkedOn}.`;
  return { value: id, text: title, hint: { text: `${gist}${unchecked}` } };
}
