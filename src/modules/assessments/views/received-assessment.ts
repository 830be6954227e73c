import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { momentInput } from '#kit/components/moment-input.ts';
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
  openAgain,
  verbatim,
} from '#modules/case-file/pure.ts';
import { receivedTitle, receivedTools, statedLevels } from '#modules/risk-level/pure.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { assessmentPaths as paths } from '../paths.ts';
import type { Received } from '../store/received-assessments.ts';
import { helpGoesOn } from './safety.ts';

/** @param corrects the one that is put right; it stays as it is */
export function newReceivedPage(model: CaseModel, formModel: FormModel, corrects: Received | null): Html {
  const { form } = formModel;
  return html`${caseHead(
    model,
    'Risk',
    corrects ? 'Correct a received assessment' : 'Record an assessment that somebody sent',
  )}
<p class="govuk-body">Keep it as they stated it: their tool, their score, their level. Lintel never scores it
  again. Where they say medium or high and our level is lower, ours is raised at once, and somebody looks at it
  within 2 working days; only two people lower it. How you judge the risk yourself is another step.</p>
${helpGoesOn()}
${
  corrects &&
  insetText({
    html: html`<p class="govuk-body">The one that was recorded stays as it is. Yours is added and points at it.</p>`,
  })
}
${caseForm(
  formModel,
  'Record it',
  html`${radios({
    ...kept(form, 'tool'),
    fieldset: { legend: { text: 'Which tool did they use?', classes: 'govuk-fieldset__legend--s' } },
    items: items(receivedTools),
  })}${input({
    ...kept(form, 'toolName'),
    label: { text: 'If another one: its name', classes: 'govuk-label--s' },
    autocomplete: 'off',
  })}${input({
    ...kept(form, 'receivedFrom'),
    label: { text: 'Who sent it?', classes: 'govuk-label--s' },
    hint: { text: 'The agency, the person by name, and their reference' },
    autocomplete: 'off',
  })}${dayInput(form, 'assessed', {
    legend: 'On which day was it made?',
    hint: 'Leave empty if they do not say',
  })}${momentInput(form, 'received', { legend: 'When did it come?' })}${input({
    ...kept(form, 'scoreStated'),
    label: { text: 'Score, as they state it', classes: 'govuk-label--s' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'levelStated'),
    fieldset: { legend: { text: 'Level, as they state it', classes: 'govuk-fieldset__legend--s' } },
    items: items(statedLevels),
  })}${input({
    ...kept(form, 'levelWords'),
    label: { text: 'Their words for the level or the grading', classes: 'govuk-label--s' },
    autocomplete: 'off',
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What it says', classes: 'govuk-label--s' },
    hint: { text: 'As they wrote it' },
    rows: 8,
  })}${textarea({
    ...kept(form, 'handling'),
    label: { text: 'How they ask you to handle it', classes: 'govuk-label--s' },
    hint: { text: 'Whom it may not reach, and what may be said of it to the person' },
    rows: 3,
  })}`,
)}`;
}

/** As they stated it: nothing of it is counted or graded by us. */
export function receivedPage(model: CaseModel, received: Received): Html {
  const { file, calendar } = model;
  const { correctsId, correctedById, handling, words, assessedOn } = received;
  const rows: readonly (readonly [string, string | Html])[] = [
    ['From', received.receivedFrom],
    ['Made on', assessedOn ? dayOfWeekInWords(assessedOn) : 'Not stated'],
    ['Received', momentInWords(received.receivedAt, calendar)],
    [
      'Level, as stated',
      [labelOf(statedLevels, received.levelStated), received.levelWords].filter(Boolean).join(': '),
    ],
    ['Score, as stated', received.scoreStated || 'No score stated'],
    ['What it says', words ? verbatim(words) : 'Nothing more'],
    ['Handling', handling ? verbatim(handling) : 'Nothing asked for'],
    [
      'Recorded',
      `${momentInWords(received.recordedAt, calendar)}, by ${received.recordedByName ?? 'Lintel'}`,
    ],
  ];
  return html`${caseHead(
    model,
    'Risk',
    `${receivedTitle(received)}, as received`,
    correctedById
      ? undefined
      : button({
          text: 'Correct it',
          href: paths.receivedCorrection(file.id, received.id),
          classes: 'govuk-button--secondary',
        }),
  )}
${
  correctedById &&
  insetText({
    html: html`<strong>Corrected since.</strong>
      <a class="govuk-link" href="${paths.received(file.id, correctedById)}">Read the correction</a>.`,
  })
}${
  correctsId &&
  insetText({
    html: html`<strong>A correction.</strong>
      <a class="govuk-link" href="${paths.received(file.id, correctsId)}">Read what it corrects</a>.`,
  })
}
${openAgain(model)}
<p class="govuk-body"><strong>For this case only.</strong> It is kept as it was stated, and never scored again.${
    ['medium', 'high'].includes(received.levelStated) &&
    html` It raises our level where that is lower;
      <a class="govuk-link" href="${paths.risk(file.id)}">see the risk</a>.`
  }</p>
${summaryList({
  rows: rows.map(([key, value]) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  })),
})}`;
}
