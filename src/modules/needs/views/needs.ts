import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { personName } from '#kit/components/person-name.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, nameOf, verbatim, way } from '#modules/case-file/pure.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf, partLabel } from '#rules/words.ts';
import { characteristics } from '../characteristics.ts';
import { wasAsked } from '../equality.ts';
import { hasNeeds, isChild, needKinds, openNeeds, saidNeeds } from '../needs.ts';
import { paths } from '../paths.ts';
import type { Advice, Factor } from '../store/advice.ts';
import type { Equality } from '../store/equality.ts';
import type { NeedsVersion } from '../store/person-needs.ts';

export interface NeedsPageModel extends CaseModel {
  readonly versions: readonly NeedsVersion[];
  readonly factors: readonly Factor[];
  readonly advice: readonly Advice[];
  readonly equality: Equality | null;
  readonly maySeeEquality: Verdict;
  readonly maySeeRestricted: Verdict;
}

/** Everybody beside the person at risk is somebody of their own (V2b, V3.6). */
export function needsPage(model: NeedsPageModel): Html {
  return html`${caseHead(model, 'Needs', 'What people need')}
${peopleTable(model)}
<div class="lintel-heading"><h2 class="govuk-heading-m">What plays a part in the abuse</h2>${button({
    text: 'Mark a characteristic',
    href: paths.newFactor(model.file.id),
    classes: 'govuk-button--secondary',
  })}</div>
${factors(model)}${endedFactors(model)}
<div class="lintel-heading"><h2 class="govuk-heading-m">Best-practice advice</h2>
${button({ text: 'Record advice', href: paths.newAdvice(model.file.id), classes: 'govuk-button--secondary' })}</div>
${adviceTable(model)}
<h2 class="govuk-heading-m">How they describe themselves</h2>
${equality(model)}`;
}

function peopleTable({ people, known, pack, versions, file, calendar }: NeedsPageModel): Html {
  const present = people.filter(({ endedAt, part }) => endedAt === null && hasNeeds(part));
  return table({
    caption: 'People and their needs',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards lintel-table--brief',
    head: [{ text: 'Who' }, { text: 'Part' }, { text: 'Needs' }, { text: 'Last written' }],
    rows: present.map((person) => {
      const latest = versions.find(({ personId }) => personId === person.id);
      return [
        {
          html: html`<a class="govuk-link" href="${paths.ofPerson(file.id, person.id)}">${personName(
            nameOf(known, person),
          )}</a>`,
        },
        { text: partLabel(person.part, pack.words), classes: 'lintel-cell--bare' },
        {
          html: latest ? summary(latest, isChild(person.part)) : html`Nothing written yet`,
          classes: 'lintel-cell--words',
        },
        { text: latest ? momentInWords(latest.recordedAt, calendar) : '' },
      ];
    }),
  });
}

function summary(version: NeedsVersion, child: boolean): Html {
  const said = saidNeeds(version).map((kind) => labelOf(needKinds, kind));
  const open = openNeeds(version).length;
  return html`<div>${said.length > 0 ? said.join(', ') : 'None said'}${
    open > 0 && html` ${tag({ text: `${open} open`, classes: 'govuk-tag--orange' })}`
  }${
    child &&
    (version.seen !== 'yes' || version.heard !== 'yes') &&
    html` ${tag({ text: 'Not seen and heard yet', classes: 'govuk-tag--yellow' })}`
  }</div>`;
}

function factors({ factors: all, file, calendar, advice }: NeedsPageModel): Html {
  const open = all.filter(({ endedAt }) => endedAt === null);
  if (open.length === 0)
    return html`<p class="govuk-body">Nothing is marked. Where who somebody is plays a part,
      advice is sought from those who know more.</p>`;
  return table({
    caption: 'What plays a part',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'What' }, { text: 'Why' }, { text: 'Marked' }, { text: 'Advice' }, { text: 'Change' }],
    rows: open.map((factor) => {
      const asked = advice.some(({ about }) => about.includes(factor.characteristic));
      const label = labelOf(characteristics, factor.characteristic);
      return [
        { text: label },
        { html: verbatim(factor.why) },
        { text: `${momentInWords(factor.markedAt, calendar)} by ${factor.markedByName ?? 'Lintel'}` },
        {
          html: asked
            ? html`Sought`
            : html`<div>${tag({ text: 'Not sought yet', classes: 'govuk-tag--orange' })}</div>`,
        },
        {
          html: html`<a class="govuk-link" href="${paths.endFactor(file.id, factor.id)}">Plays no part<span
            class="govuk-visually-hidden">: ${label}</span></a>`,
        },
      ];
    }),
  });
}

function endedFactors({ factors: all, calendar }: NeedsPageModel): Html | undefined {
  const ended = all.flatMap((each) => (each.endedAt === null ? [] : [{ ...each, endedAt: each.endedAt }]));
  if (ended.length === 0) return undefined;
  return details({
    summaryText: `No longer marked (${ended.length})`,
    html: table({
      caption: 'What plays no part after all, or no longer',
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--cards',
      head: [{ text: 'What' }, { text: 'Why it was marked' }, { text: 'Ended' }, { text: 'Why it ended' }],
      rows: ended.map(({ characteristic, why, endedAt, endedByName, endedReason }) => [
        { text: labelOf(characteristics, characteristic) },
        { html: verbatim(why) },
        { text: `${momentInWords(endedAt, calendar)} by ${endedByName ?? 'Lintel'}` },
        { html: verbatim(endedReason ?? '') },
      ]),
    }),
  });
}

function adviceTable({ advice, calendar }: NeedsPageModel): Html {
  if (advice.length === 0) return html`<p class="govuk-body">None was sought yet.</p>`;
  return table({
    caption: 'Advice that was sought',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [
      { text: 'From whom' },
      { text: 'When' },
      { text: 'About' },
      { text: 'What they advised' },
      { text: 'What we did' },
    ],
    rows: advice.map((each) => [
      { text: each.fromWhom },
      { text: momentInWords(each.soughtAt, calendar) },
      { text: each.about.map((value) => labelOf(characteristics, value)).join(', ') },
      { html: verbatim(each.advised) },
      { html: verbatim(each.done) },
    ]),
  });
}

function equality({
  equality: latest,
  maySeeEquality,
  maySeeRestricted,
  file,
  pack,
  calendar,
}: NeedsPageModel): Html {
  const asked = latest !== null && wasAsked(latest);
  return html`<p class="govuk-body">${
    !maySeeEquality.allowed
      ? ''
      : asked && latest
        ? `Last written ${momentInWords(latest.recordedAt, calendar)}.`
        : 'Nobody has asked yet.'
  } It is theirs to say or not, and nothing depends on it.</p>
<div class="govuk-button-group">
${way(pack, maySeeEquality, 'How they describe themselves', paths.equality(file.id))}${way(
  pack,
  maySeeRestricted,
  'Nationality and immigration',
  paths.restricted(file.id),
)}</div>`;
}
