import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, caseHead, type FormModel, learnersByWay } from '#modules/case-file/pure.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import type { PaperPlace } from '#rules/own-paper.ts';
import type { Pack } from '#rules/pack.ts';
import { type CopyWay, copyWays, type OfferedLine, sectionHeadings } from '../copy.ts';
import type { LearntBy } from '../learners.ts';
import { paths } from '../paths.ts';
import type { PlanModel } from './model.ts';

export interface CopyFacts {
  readonly offered: readonly OfferedLine[];
  /** So many lines are not offered: they repeat what somebody asked us to keep. */
  readonly keptBack: number;
  readonly ways: ReadonlyMap<CopyWay, Verdict>;
  /** Where a paper may be handed over. */
  readonly places: readonly PaperPlace[];
  /** Where it may be sent. */
  readonly addresses: readonly PaperPlace[];
  /** Who would learn it, by each way that is open. */
  readonly learntBy: readonly LearntBy[];
  /** The version it is of; null: none was agreed. */
  readonly number: number | null;
}

/** Read aloud, on paper or none: what is agreed about contact shuts ways, and their wishes decide among the rest. */
export function newCopyPage(model: PlanModel, formModel: FormModel, facts: CopyFacts): Html {
  const { file, plan } = model;
  if (facts.number === null && facts.offered.length === 0 && plan.copies.length === 0)
    return html`${caseHead(model, 'Plan', 'Their copy')}
      <p class="govuk-body">No version has been agreed with them yet.
      <a class="govuk-link" href="${paths.together(file.id)}">Read it through together</a> and
      <a class="govuk-link" href="${paths.agreement(file.id)}">agree it</a> first.</p>`;
  return html`${caseHead(model, 'Plan', 'Their copy')}
<p class="govuk-body">${
    facts.number === null ? 'No version of the plan has been agreed yet.' : `Of version ${facts.number}.`
  } Ask whether they want one, who else could find it,
  and where it would be kept. A paper says “My plan” or “My home” and nothing of us; nothing is ever e-mailed.
  Lintel marks words that tell whoever finds it; only the two of you know which others do.</p>
${
  facts.keptBack > 0 &&
  html`<p class="govuk-body">Not offered: what repeats something that we were asked to keep. Say it anew in the plan,
  without that, or leave it out.</p>`
}
${caseForm(formModel, 'Save', fields(model, formModel, facts))}`;
}

function fields(
  { pack }: PlanModel,
  { form }: FormModel,
  { offered, ways, places, addresses, learntBy }: CopyFacts,
): Html {
  return html`${radios({
    ...kept(form, 'way'),
    fieldset: { legend: { text: 'How are they given it?', classes: 'govuk-fieldset__legend--s' } },
    items: copyWays.map((way) => ({
      value: way.value,
      text: way.label,
      disabled: ways.get(way.value)?.allowed === false,
      ...(ways.get(way.value)?.allowed !== false && 'hint' in way && { hint: { text: way.hint } }),
    })),
  })}${shut(pack, ways)}${
    places.length > 0 &&
    radios({
      ...kept(form, 'place'),
      fieldset: {
        legend: { text: 'At which agreed place is it handed over?', classes: 'govuk-fieldset__legend--s' },
      },
      hint: { text: 'Only for paper that is handed over' },
      classes: 'govuk-radios--small',
      items: places.map(({ label, terms }) => ({
        value: label,
        text: label,
        ...(terms !== '' && { hint: { text: terms } }),
      })),
    })
  }${
    addresses.length > 0 &&
    radios({
      ...kept(form, 'address'),
      fieldset: {
        legend: { text: 'To which agreed address is it sent?', classes: 'govuk-fieldset__legend--s' },
      },
      hint: {
        text:
          addresses.length === 1
            ? 'Only for paper by post: the one address that was agreed for it'
            : 'Only for paper by post: each was agreed by itself, so choose with them',
      },
      classes: 'govuk-radios--small',
      items: addresses.map(({ label, over, terms }) => ({
        value: over,
        text: label,
        ...(terms !== '' && { hint: { text: terms } }),
      })),
    })
  }${whoLearns(learntBy)}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'What they said about keeping one, in their own words', classes: 'govuk-label--s' },
    rows: 3,
  })}${lines(form, offered)}`;
}

function whoLearns(each: readonly LearntBy[]): Html {
  return html`<h2 class="govuk-heading-m">Who would learn this?</h2>
<p class="govuk-body">Ask them about it in your own words, for the way that they choose; do not turn the screen to
  them. It is kept with their copy.</p>${learnersByWay(each.map(({ label, learners }) => ({ way: label, learners })))}`;
}

/** Why a way is greyed out: in words that can be read, which a grey hint cannot. */
function shut(pack: Pack, ways: CopyFacts['ways']): readonly (Html | false)[] {
  return copyWays.map(({ value, label }) => {
    const verdict = ways.get(value);
    return (
      verdict?.allowed === false &&
      html`<p class="govuk-body"><strong>${label}:</strong> ${because(pack, verdict)}</p>`
    );
  });
}

function lines(form: FormModel['form'], offered: readonly OfferedLine[]): Html {
  const telling = offered.some((line) => line.givesAway.length > 0);
  return html`${checkboxes({
    ...keptChoices(form, 'lines'),
    fieldset: { legend: { text: 'What stands on the paper', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-checkboxes--small',
    items: offered.map(({ key, section, text, givesAway }) => ({
      value: key,
      text: `${sectionHeadings[section]}: ${text}`,
      ...(givesAway.length > 0 && {
        hint: { text: `Whoever finds it would read: ${givesAway.join(', ')}` },
      }),
    })),
  })}${
    telling &&
    checkboxes({
      ...keptChoices(form, 'knowing'),
      items: [
        {
          value: 'yes',
          text: 'They have read the lines that tell what it is about, and want them on the paper',
          hint: {
            text: 'Otherwise leave those out, or give the action other words for their copy and agree the plan again',
          },
        },
      ],
    })
  }`;
}
