import { fieldset } from '#kit/components/fieldset.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  nameOf,
  ownWords,
  verbatim,
} from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf, partLabel } from '#rules/words.ts';
import { answers, isChild, needKinds } from '../needs.ts';
import type { NeedsVersion } from '../store/person-needs.ts';

export type SomebodyInCase = CaseModel['people'][number];

export interface PersonNeedsFacts {
  readonly person: SomebodyInCase;
  readonly versions: readonly NeedsVersion[];
}

/** One person's needs: what was written last stands in the form, what was written before below it. */
export function personNeedsPage(
  model: CaseModel,
  formModel: FormModel,
  { person, versions }: PersonNeedsFacts,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  const child = isChild(person.part);
  return html`${caseHead(model, 'Needs', 'What this person needs')}${meanwhile}
<p class="govuk-body"><strong>${personName(nameOf(model.known, person))}</strong>,
  ${partLabel(person.part, model.pack.words).toLowerCase()}. Write what you know; the rest can wait.</p>
${caseForm(
  formModel,
  'Save',
  html`${child && childFields(formModel)}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'In their own words', classes: 'govuk-label--s' },
    hint: { text: 'What they say themselves, as they said it' },
    rows: 4,
  })}${needKinds.map((kind) => needFields(formModel, kind, child))}`,
)}
${versions.length > 0 && html`<h2 class="govuk-heading-m">Before</h2>${versions.map((each) => version(model, each))}`}`;
}

function childFields({ form }: FormModel): Html {
  const question = (name: 'seen' | 'heard' | 'schoolKnown', text: string, hint?: string) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      hint: hint === undefined ? undefined : { text: hint },
      classes: 'govuk-radios--inline govuk-radios--small',
      items: items(answers),
    });
  return html`${question('seen', 'Has one of us seen the child?')}${question(
    'heard',
    'Has the child been heard?',
    'Alone where that is safe, and in words of their own',
  )}${input({
    ...kept(form, 'age'),
    label: { text: 'Age at the time, in years', classes: 'govuk-label--s' },
    classes: 'govuk-input--width-2',
    inputmode: 'numeric',
  })}${question('schoolKnown', 'Do we know the school or nursery?')}`;
}

function needFields({ form }: FormModel, kind: (typeof needKinds)[number], child: boolean): Html {
  const { value, label } = kind;
  if (value === 'school' && !child) return needPair(form, value, 'Work or school');
  return needPair(form, value, label, 'hint' in kind ? kind.hint : undefined);
}

function needPair(form: FormModel['form'], name: string, label: string, hint?: string): Html {
  return fieldset({
    legend: { text: label, classes: 'govuk-fieldset__legend--s' },
    html: html`${hint && html`<p class="govuk-hint">${hint}</p>`}${textarea({
      ...kept(form, name),
      label: { html: html`<span class="govuk-visually-hidden">${label}: </span>What is needed` },
      rows: 2,
    })}${textarea({
      ...kept(form, `${name}Done`),
      label: { html: html`<span class="govuk-visually-hidden">${label}: </span>What is done about it` },
      rows: 2,
    })}`,
  });
}

const yes = (value: string) => (value === 'not_asked' ? 'Not asked' : labelOf(answers, value));

/** One version, as it was written. */
export function version({ calendar }: Pick<CaseModel, 'calendar'>, each: NeedsVersion): Html {
  const childRows =
    each.seen !== 'not_asked' || each.heard !== 'not_asked' || each.age !== null
      ? [
          { key: { text: 'Seen' }, value: { text: yes(each.seen) } },
          { key: { text: 'Heard' }, value: { text: yes(each.heard) } },
          {
            key: { text: 'Age then' },
            value: { text: each.age === null ? 'Not written' : String(each.age) },
          },
          { key: { text: 'School known' }, value: { text: yes(each.schoolKnown) } },
        ]
      : [];
  return html`<h3 class="govuk-heading-s">${momentInWords(each.recordedAt, calendar)} by
    ${each.recordedByName ?? 'Lintel'}</h3>${summaryList({
      classes: 'lintel-summary--compact',
      rows: [
        ...childRows,
        each.ownWords !== '' && {
          key: { text: 'In their own words' },
          value: { html: ownWords(each.ownWords) },
        },
        ...needKinds.map(({ value, label }) => {
          const { need, done } = each[value];
          if (need === '' && done === '') return false as const;
          return {
            key: { text: label },
            value: {
              html: html`${verbatim(need)}${
                done === ''
                  ? html`<p class="govuk-hint">Nothing is done about it yet</p>`
                  : html`<p class="govuk-hint">Done about it:</p>${verbatim(done)}`
              }`,
            },
          };
        }),
      ],
    })}`;
}
